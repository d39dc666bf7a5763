"""Closed forms that the simulation must agree with where they exist."""

from __future__ import annotations

import math

__all__ = ["days_until_full", "erlang_loss", "expected_stock"]


def expected_stock(arrivals: float, mean_stay: float, stock: float, days: float) -> float:
    """The mean number of people after `days` in a place without a limit (M/M/inf), arrivals at `arrivals` a day.

    From an empty place the number is Poisson with this mean.

    >>> expected_stock(10, 30, 0, 1e6)
    300.0
    >>> expected_stock(10.0, math.inf, 100.0, 7.0)
    170.0
    """
    if math.isinf(mean_stay):
        return stock + arrivals * days
    left = math.exp(-days / mean_stay)
    return stock * left + arrivals * mean_stay * (1 - left)


def erlang_loss(load: float, places: int) -> float:
    """The share of arrivals turned away in the long run by a place with `places` places (M/M/c/c).

    `load` is the arrival rate times the mean stay. Erlang's recursion, stable for any number of places.

    >>> round(erlang_loss(8, 10), 6)
    0.121661
    """
    blocked = 1.0
    for n in range(1, places + 1):
        blocked = load * blocked / (n + load * blocked)
    return blocked


def days_until_full(room: float, net_a_day: float) -> float | None:
    """How long `room` free places last at `net_a_day` more people a day, None if they are never filled.

    >>> round(days_until_full(26_000, 500 / 30.4375), 2)
    1582.75
    """
    if room <= 0:
        return 0.0
    return room / net_a_day if net_a_day > 0 else None
