"""Stretches: many places in one text, asked whether any of them shares a sign with another place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

__all__ = ["Stretches"]


class Stretches:
    """Stretches `[start, end)` of one text. A question takes the logarithm of their number and not the number itself: a
    report of a megabyte may hold ten thousand.

    >>> held = Stretches([(10, 20), (0, 3), (12, 14)])
    >>> held.touch(2, 5), held.touch(3, 10), held.touch(15, 16), held.touch(20, 30)
    (True, False, True, False)
    """

    __slots__ = ("_reach", "_starts")

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them begins before `end` and ends after `start`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
