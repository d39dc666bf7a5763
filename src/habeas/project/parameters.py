"""Parameters: what a projection needs to know, the range each may lie in, and whose word that is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

__all__ = ["ROLES", "Basis", "Dimension", "Floats", "Parameter", "Role"]

Floats = NDArray[np.float64]

LOG_FROM = 10.0
"""A range whose ends are this many times apart ("hundreds": 200 to 999 is not) is drawn evenly in its logarithm,
so that its low orders of magnitude are not drowned by the high ones."""


class Basis(StrEnum):
    """Where the range of a parameter comes from."""

    CLAIMS = "claims"
    ASSUMED = "assumed"


class Dimension(StrEnum):
    """What the numbers of a parameter count."""

    PEOPLE = "people"
    RATE = "people a day"
    DAYS = "days"
    MONEY = "money"
    DATE = "date"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Role:
    """One parameter of the model: its name in a scenario, what it means, what it counts, and its value if not given."""

    id: str
    label: str
    dimension: Dimension
    default: float


ROLES = {
    role.id: role
    for role in (
        Role("capacity", "capacity", Dimension.PEOPLE, math.inf),
        Role("others", "people held there already, apart from the flows", Dimension.PEOPLE, 0.0),
        Role("stock", "people there at the start", Dimension.PEOPLE, 0.0),
        Role("arrivals", "arrivals", Dimension.RATE, 0.0),
        Role("batch", "people in one batch", Dimension.PEOPLE, 0.0),
        Role("batch_every", "days from batch to batch", Dimension.DAYS, 30.0),
        Role("batch_first", "day of the first batch", Dimension.DATE, 0.0),
        Role("mean_stay", "mean stay", Dimension.DAYS, math.inf),
        Role("departures", "releases", Dimension.RATE, 0.0),
        Role("returns", "people sent back", Dimension.RATE, 0.0),
        Role("expansion", "places added by the expansion", Dimension.PEOPLE, 0.0),
        Role("expansion_on", "day the expansion opens", Dimension.DATE, 0.0),
        Role("expansion_chance", "chance that the expansion opens", Dimension.SHARE, 1.0),
        Role("payment", "payment for each term", Dimension.MONEY, 0.0),
        Role("term", "length of a term", Dimension.DAYS, 365.0),
        Role("renewal", "chance that the payment comes again with each term", Dimension.SHARE, 0.0),
        Role("person_day", "cost of each person and day", Dimension.MONEY, 0.0),
    )
}
"""Every parameter of the model by its id. Dates are days after the start of the scenario."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter's range `[low, high]` (equal ends: a fixed value), its basis, and the claims it rests on.

    Dates are days after the start of the scenario; rates people a day. `unit` is shown with the numbers ("people",
    "USD"); `note` says how the range was read from the claims, or why a value was assumed.
    """

    id: str
    label: str
    dimension: Dimension
    low: float
    high: float
    basis: Basis
    unit: str = ""
    claims: tuple[str, ...] = ()
    note: str = ""

    @property
    def fixed(self) -> bool:
        """Whether there is nothing to draw."""
        return self.low == self.high

    def draw(self, generator: np.random.Generator, runs: int) -> Floats:
        """One value for each run, evenly from the range (evenly in the logarithm for a range over an order of magnitude).

        A fixed parameter is an array of one element, which stands for all runs.

        >>> stock = Parameter("stock", "stock", Dimension.PEOPLE, 10, 20, Basis.ASSUMED)
        >>> drawn = stock.draw(np.random.default_rng(1), 1000)
        >>> drawn.shape, bool((drawn >= 10).all() and (drawn <= 20).all())
        ((1000,), True)
        """
        if self.fixed:
            return np.full(1, self.low)
        if self.low > 0 and self.high > LOG_FROM * self.low:
            return np.exp(generator.uniform(math.log(self.low), math.log(self.high), runs))
        return generator.uniform(self.low, self.high, runs)
