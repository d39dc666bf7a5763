"""Linkage: reports that are alike in pairs, joined to groups that hang together. One likeness too many would join two stories,
and a chain of such likenesses all of them, so two groups join only where the pairs across them are alike on average (average
linkage; Sokal and Michener, 1958), the most alike groups first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from habeas.model.joining import joined
from habeas.reconcile.likeness import room

__all__ = ["linked"]

Pair = tuple[int, int]

ENOUGH = 270
"""Likeness on average from which two groups are one story."""


def linked(count: int, sure: Sequence[Pair], likeness: Mapping[Pair, int]) -> tuple[tuple[int, ...], ...]:
    """Groups of so many reports, each in order, the groups in that of their first: pairs of `sure` are always joined, others as
    far as their groups are alike. A pair that `likeness` does not name is not alike."""
    begun = joined(range(count), sure)
    home = {report: number for number, group in enumerate(begun) for report in group}
    groups = _Groups([len(group) for group in begun], room(count))
    for (one, other), alike in likeness.items():
        groups.add(home[one], home[other], alike)
    groups.join()
    found: dict[int, list[int]] = {}
    for report in range(count):
        found.setdefault(groups.of(home[report]), []).append(report)
    return tuple(tuple(group) for group in found.values())


class _Groups:
    """Groups by number, how many reports are in each and how alike each is to others in sum."""

    def __init__(self, sizes: Sequence[int], near: int) -> None:
        self._near = near
        self._in = list(range(len(sizes)))
        self._sizes = list(sizes)
        self._sums: list[dict[int, int]] = [{} for _ in sizes]

    def of(self, number: int) -> int:
        """The group that a group has become part of."""
        while self._in[number] != number:
            self._in[number] = self._in[self._in[number]]
            number = self._in[number]
        return number

    def add(self, one: int, other: int, alike: int) -> None:
        """Note how alike a report of one group is to one of another."""
        if one != other:
            self._sums[one][other] = self._sums[other][one] = self._sums[one].get(other, 0) + alike

    def join(self) -> None:
        """Join the two groups that are most alike until none are alike enough. What waits is never too low: where a group has
        grown since, the average of a pair is less by now and waits again."""
        waiting = [
            (-mean, one, other)
            for one, sums in enumerate(self._sums)
            for other in sums
            if one < other and (mean := self._mean(one, other)) >= ENOUGH
        ]
        heapify(waiting)
        while waiting:
            mean, one, other = heappop(waiting)
            if self._in[one] != one or self._in[other] != other:
                continue
            now = self._mean(one, other)
            if now == -mean:
                self._merge(one, other, waiting)
            elif now >= ENOUGH:
                heappush(waiting, (-now, one, other))

    def _mean(self, one: int, other: int) -> float:
        """How alike two groups are on average: of their pairs, or of as many as their reports have room for."""
        mine, theirs = self._sizes[one], self._sizes[other]
        return self._sums[one][other] / min(mine * theirs, self._near * (mine + theirs) / 2)

    def _merge(self, one: int, other: int, waiting: list[tuple[float, int, int]]) -> None:
        kept, gone = (one, other) if len(self._sums[one]) >= len(self._sums[other]) else (other, one)
        self._in[gone] = kept
        self._sizes[kept] += self._sizes[gone]
        mine = self._sums[kept]
        del mine[gone], self._sums[gone][kept]
        for third, alike in self._sums[gone].items():
            theirs = self._sums[third]
            del theirs[gone]
            mine[third] = theirs[kept] = mine.get(third, 0) + alike
            if (mean := self._mean(kept, third)) >= ENOUGH:
                heappush(waiting, (-mean, min(kept, third), max(kept, third)))
        self._sums[gone] = {}
