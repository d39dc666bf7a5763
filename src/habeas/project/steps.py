"""Steps: how the number of people in a place moves on, by a day or by one event.

Both are of the queueing family M/M/c: people arrive at random at a rate and stay for exponentially distributed times.
Without a limit a day's step is exact for any length of stay (M/M/inf: survivors are binomial, newcomers who are still
there at the end of the day Poisson). With a limit the event step has exactly the Erlang loss distribution.
"""

from __future__ import annotations

import numpy as np

from habeas.project.parameters import Floats

__all__ = ["Leaving", "day_exact", "day_smooth", "event", "leaving"]


class Leaving:
    """What a mean stay does to a day: `stays`, the chance to be still there after it, `newcomers`, the share of the
    day's arrivals who are, and `spread`, the variance that one person's leaving adds."""

    __slots__ = ("newcomers", "spread", "stays")

    def __init__(self, stays: Floats, newcomers: Floats) -> None:
        self.stays, self.newcomers, self.spread = stays, newcomers, stays * (1 - stays)


def leaving(mean_stay: Floats) -> Leaving:
    """The day's leaving for exponential stays of `mean_stay` days (infinite: nobody leaves).

    >>> day = leaving(np.array([np.inf]))
    >>> day.stays, day.newcomers
    (array([1.]), array([1.]))
    """
    rate = 1.0 / np.maximum(mean_stay, 1e-6)
    ever = rate > 0
    stays = np.exp(-rate)
    newcomers = np.where(ever, -np.expm1(-rate) / np.where(ever, rate, 1.0), 1.0)
    return Leaving(stays, newcomers)


def day_exact(
    stock: Floats, arriving: Floats, gone: Floats, day: Leaving, generator: np.random.Generator
) -> Floats:
    """One day in whole people. `arriving` and `gone` are the means of the day's arrivals and of those taken out."""
    here = stock
    if day.spread.any():
        here = generator.binomial(stock.astype(np.int64), day.stays).astype(np.float64)
    if arriving.any():
        here = here + generator.poisson(arriving * day.newcomers, len(stock))
    if gone.any():
        here = np.maximum(here - generator.poisson(gone, len(stock)), 0.0)
    return here


def day_smooth(
    stock: Floats, arriving: Floats, gone: Floats, day: Leaving, generator: np.random.Generator
) -> Floats:
    """One day by the normal curve of the same mean and variance, in fractions of people: for large numbers.

    Where nobody leaves the number never falls.
    """
    added = arriving * day.newcomers
    spread = stock * day.spread
    spread += added + gone
    np.sqrt(spread, out=spread)
    here = generator.standard_normal(len(stock))
    here *= spread
    here += stock * day.stays
    here += added - gone
    least = 0.0 if day.spread.any() or gone.any() else stock
    return np.maximum(here, least, out=here)


def event(
    stock: Floats, limit: Floats, comes: Floats, leaves: Floats, chance: Floats
) -> tuple[Floats, Floats]:
    """At most one event: an arrival where `chance` (even in [0, 1)) is under `comes`, a departure where it is in the
    next `stock * leaves`. An arrival at the limit is turned away. Returns the stock and who was turned away.

    The chain is reversible with weights `stock -> (comes / leaves) ** stock / stock!`: the Erlang loss distribution,
    whatever the length of the step (A. K. Erlang 1917; Kelly, Reversibility and Stochastic Networks, 1979).
    Needs `comes + limit * leaves <= 1`.
    """
    arrives = chance < comes
    turned = arrives & (stock >= limit)
    goes = ~arrives & (chance < comes + stock * leaves)
    return stock + (arrives & ~turned) - goes, turned.astype(np.float64)
