"""Steps: how the number of people in a place moves on, by a day or by one event.

Both are of the queueing family M/M/c: people arrive at random at a rate and stay for exponentially distributed times.
Without a limit a day's step is exact for any length of stay (M/M/inf: survivors are binomial, newcomers who are still
there at the end of the day Poisson). With a limit the event step has exactly the Erlang loss distribution.
"""

from __future__ import annotations

import numpy as np

from habeas.project.counts import Arrivals, leavers
from habeas.project.parameters import Floats

__all__ = ["SHORTEST", "Leaving", "day_exact", "day_smooth", "event"]


SHORTEST = 1e-3
"""Days: a mean stay under about a minute and a half is taken to be that long."""


class Leaving:
    """What a mean stay does to a day: `stays`, the chance to be still there after it, `leaves`, the chance not to be,
    `newcomers`, the share of the day's arrivals who still are, `spread`, the variance that one person's leaving adds,
    and `ever`, whether anybody leaves at all."""

    __slots__ = ("ever", "leaves", "newcomers", "spread", "stays")

    def __init__(self, mean_stay: Floats) -> None:
        rate = 1.0 / np.maximum(mean_stay, SHORTEST)
        some = rate > 0
        self.ever = bool(some.any())
        self.stays = np.exp(-rate)
        self.leaves = -np.expm1(-rate)
        self.newcomers = np.where(some, self.leaves / np.where(some, rate, 1.0), 1.0)
        self.spread = self.stays * self.leaves


def day_exact(
    stock: Floats,
    arriving: Arrivals,
    share: Floats | None,
    gone: Arrivals,
    day: Leaving,
    generator: np.random.Generator,
) -> Floats:
    """One day in whole people. `arriving` draws those of the day's arrivals who are still there at its end, `gone`
    those taken out; `share` is 1 in the runs in which people may arrive today and 0 in the others (None: in all)."""
    here = stock
    if day.ever:
        here = here - leavers(stock, day.leaves, generator)
    if arriving.means.any():
        added = arriving.draw(generator, len(stock))
        here = here + (added if share is None else added * share)
    if gone.means.any():
        here = np.maximum(here - gone.draw(generator, len(stock)), 0.0)
    return here


def day_smooth(
    stock: Floats, added: Floats, gone: Floats, day: Leaving, generator: np.random.Generator
) -> Floats:
    """One day by the normal curve of the same mean and variance, in fractions of people: for large numbers.

    `added` is the mean of the day's arrivals who are still there at its end, `gone` that of those taken out. Where
    nobody leaves the number never falls.
    """
    here = generator.standard_normal(len(stock))
    if day.ever:
        spread = stock * day.spread
        spread += added + gone
        np.sqrt(spread, out=spread)
        here *= spread
        here += stock * day.stays
    else:
        here *= np.sqrt(added + gone)
        here += stock
    here += added - gone
    least = stock if day.ever is False and not gone.any() else 0.0
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
