"""Linkage: reports that are linked in pairs, joined to groups that hang together. One link too many would join two stories,
and a chain of such links all of them, so two groups join only where enough pairs across them are linked (a bounded form of
average linkage; Sokal and Michener, 1958)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from habeas.model.joining import joined

__all__ = ["linked"]

Pair = tuple[str, str]

SHARE = 0.15
"""Of the pairs across two groups so many are linked at least where the groups are one story."""
EACH = 2
"""Links for each report of the smaller group that are enough however large the other is."""
MANY = 40
"""Links that are enough however large both are: a long story is told in parts that few reports lie between."""


def linked(
    docs: Sequence[str], sure: Sequence[Pair], links: Mapping[Pair, int]
) -> tuple[tuple[str, ...], ...]:
    """Groups of `docs`, each in their order, the groups in that of their first: pairs of `sure` are always joined, those of
    `links` from the strongest on as far as their groups hang together."""
    begun = joined(docs, sure)
    home = {doc: number for number, group in enumerate(begun) for doc in group}
    groups = _Groups([len(group) for group in begun])
    waiting = [(home[a], home[b]) for a, b in sorted(links, key=lambda pair: (-links[pair], pair))]
    for one, other in waiting:
        groups.link(one, other)
    while True:
        left = [(one, other) for one, other in waiting if not groups.join(one, other)]
        if len(left) == len(waiting):
            break
        waiting = left
    return joined(docs, [*sure, *((a, b) for a, b in links if groups.of(home[a]) == groups.of(home[b]))])


class _Groups:
    """Groups of reports by number, how many are in each and how many links lead from one to another."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._in = list(range(len(sizes)))
        self._sizes = list(sizes)
        self._links: list[Counter[int]] = [Counter() for _ in sizes]

    def of(self, number: int) -> int:
        """The group that a group has become part of."""
        while self._in[number] != number:
            self._in[number] = self._in[self._in[number]]
            number = self._in[number]
        return number

    def link(self, one: int, other: int) -> None:
        """Count a link between two groups."""
        if one != other:
            self._links[one][other] += 1
            self._links[other][one] += 1

    def join(self, one: int, other: int) -> bool:
        """Whether the two are one group now: they were, or enough links lead from one to the other."""
        one, other = self.of(one), self.of(other)
        if one == other:
            return True
        sizes = self._sizes[one], self._sizes[other]
        if self._links[one][other] < min(SHARE * sizes[0] * sizes[1], EACH * min(sizes), MANY):
            return False
        self._merge(*((one, other) if len(self._links[one]) >= len(self._links[other]) else (other, one)))
        return True

    def _merge(self, kept: int, gone: int) -> None:
        self._in[gone] = kept
        self._sizes[kept] += self._sizes[gone]
        mine = self._links[kept]
        for third, count in self._links[gone].items():
            if third != kept:
                mine[third] += count
                theirs = self._links[third]
                theirs[kept] += count
                del theirs[gone]
        del mine[gone]
        self._links[gone] = Counter()
