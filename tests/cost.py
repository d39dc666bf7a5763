"""What work costs, compared at two lengths: a bound in seconds would measure the machine and its neighbours."""

from __future__ import annotations

import time
from collections.abc import Callable

from habeas.collector import resting

__all__ = ["growth", "spent"]


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor that work takes, the collector resting as in a build."""
    with resting():
        begun = time.process_time()
        work()
        return time.process_time() - begun


def growth(prepare: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times the cost of `size` that of eight times as much is: 8 in line with it, 64 by its square.

    `prepare` makes the work of a size; only that work is timed. A neighbour on the machine may slow down any one look,
    so of up to four the least counts.
    """
    looks = []
    for _ in range(4):
        looks.append(spent(prepare(8 * size)) / spent(prepare(size)))
        if looks[-1] < 12:
            break
    return min(looks)
