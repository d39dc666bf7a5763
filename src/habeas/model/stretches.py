"""Stretches: many places in one text, asked whether any of them shares a sign with another place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

__all__ = ["Stretches"]


class Stretches:
    """Stretches `[start, end)` of one text. A question takes the logarithm of their number and not the number itself: a
    report of a megabyte may hold ten thousand.

    >>> held = Stretches([(10, 20), (0, 3), (12, 14)])
    >>> held.touch(2, 5), held.touch(3, 10), held.touch(15, 16), held.touch(20, 30)
    (True, False, True, False)
    >>> list(held.touching(13, 16)), held.beginning(0, 12)
    ([0, 2], [1, 0])
    """

    __slots__ = ("_ends", "_numbers", "_reach", "_starts")

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        given = list(stretches)
        self._numbers = sorted(range(len(given)), key=lambda n: given[n][0])
        self._starts = [given[n][0] for n in self._numbers]
        self._ends = [given[n][1] for n in self._numbers]
        self._reach = list(accumulate(self._ends, max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them begins before `end` and ends after `start`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def touching(self, start: int, end: int) -> Iterator[int]:
        """The numbers, as given, of those that begin before `end` and end after `start`, in text order."""
        first = bisect_right(self._reach, start)
        for at in range(first, bisect_left(self._starts, end)):
            if self._ends[at] > start:
                yield self._numbers[at]

    def beginning(self, start: int, end: int) -> list[int]:
        """The numbers, as given, of those that begin from `start` on and before `end`, in text order."""
        return self._numbers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
