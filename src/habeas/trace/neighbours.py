"""Neighbours: the reports of one story, among which a pair is judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from habeas.trace.candidates import ALL_PAIRS
from habeas.trace.sentences import Content, rarity

__all__ = ["Neighbours"]

NEIGHBOURS = 24
"""Reports looked at to learn which words a story's reports all use; more change little and cost time."""

KIN = 0.12
"""Plain share of content roots from which two reports tell of one story; strangers share function words alone."""


class Neighbours:
    """For each report the others that tell of the same story, and from them how much each word tells about a pair."""

    def __init__(self, contents: Sequence[tuple[Content, ...]], pairs: Sequence[tuple[int, int]]) -> None:
        self._contents = contents
        self._roots = [frozenset[str]().union(*(c.roots for c in content)) for content in contents]
        self._kin = self._neighbours(pairs)
        self._weights: dict[frozenset[int], Mapping[str, float]] = {}

    def weight(self, a: int, b: int) -> Mapping[str, float]:
        """The weight of each root for the pair of reports `a` and `b`."""
        if len(self._contents) <= ALL_PAIRS // 4:
            story = frozenset(range(len(self._contents)))
        else:
            story = frozenset((a, b, *self._kin[a], *self._kin[b]))
        if story not in self._weights:
            if len(self._weights) > 64:
                self._weights.clear()
            self._weights[story] = rarity([self._contents[i] for i in sorted(story)])
        return self._weights[story]

    def _neighbours(self, pairs: Sequence[tuple[int, int]]) -> Mapping[int, tuple[int, ...]]:
        near: dict[int, Counter[int]] = defaultdict(Counter)
        for a, b in pairs:
            mine, theirs = self._roots[a], self._roots[b]
            share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
            if share >= KIN:
                near[a][b] = near[b][a] = round(1000 * share)
        return {
            i: tuple(j for j, _ in sorted(found.items(), key=lambda f: (-f[1], f[0]))[:NEIGHBOURS])
            for i, found in near.items()
        } | {i: () for i in range(len(self._contents)) if i not in near}
