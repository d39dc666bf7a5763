"""Neighbours: the reports of one story, among which a pair is judged."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from habeas.trace.candidates import ALL_PAIRS
from habeas.trace.joining import Pairs
from habeas.trace.sentences import STORY, Roots, Weights, rarity
from habeas.trace.vocabulary import Vocabulary

__all__ = ["Neighbours"]

NEIGHBOURS = 24
"""Reports looked at to learn which words a story's reports all use; more change little and cost time."""

LOOKED_AT = 4 * NEIGHBOURS
"""Candidates among which the nearest are sought; of more, some evenly spread in input order."""

KIN = 0.12
"""Plain share of content roots from which two reports tell of one story; strangers share function words alone."""

_REMEMBERED = 2_000
"""Reports whose neighbours are kept for the next pair: candidates come in the order of their first report."""


class Neighbours:
    """For each report the others that tell of the same story, and from them how much each word tells about a pair.

    `roots` gives the content roots of a report by its number. Where a pair has too few neighbours, the `vocabulary` of
    a larger collection says how much its words tell.
    """

    def __init__(
        self, count: int, roots: Callable[[int], Roots], pairs: Pairs, vocabulary: Vocabulary
    ) -> None:
        self._count = count
        self._roots = roots
        self._vocabulary = vocabulary
        firsts = (pairs >> np.uint64(32)).astype(np.uint32)
        seconds = pairs.astype(np.uint32)
        mine = np.concatenate([firsts, seconds])
        order = np.lexsort((np.concatenate([seconds, firsts]), mine))
        self._other = np.concatenate([seconds, firsts])[order]
        self._starts = np.searchsorted(mine[order], np.arange(count + 1))
        self._kin: OrderedDict[int, tuple[int, ...]] = OrderedDict()

    def weight(self, a: int, b: int) -> Weights:
        """The weight of each root of the reports `a` and `b`."""
        story = self.story(a, b)
        pair = np.union1d(self._roots(a), self._roots(b))
        if len(story) <= STORY and self._count > ALL_PAIRS:
            return Weights(pair, self._vocabulary.weight(pair))
        return rarity(pair, [self._roots(i) for i in story])

    def story(self, a: int, b: int) -> Sequence[int]:
        """The reports that tell of the story of `a` and `b`, these two with them; of a few reports, all."""
        if self._count <= ALL_PAIRS // 4:
            return range(self._count)
        return sorted({a, b, *self._near(a), *self._near(b)})

    def _near(self, report: int) -> tuple[int, ...]:
        """The nearest reports that tell of the same story as one."""
        if report in self._kin:
            self._kin.move_to_end(report)
            return self._kin[report]
        others = self._other[self._starts[report] : self._starts[report + 1]]
        others = others[:: -(-len(others) // LOOKED_AT) or 1]
        mine = self._roots(report)
        shares = [(-self._share(mine, self._roots(other)), other) for other in others.tolist()]
        near = tuple(other for share, other in sorted(shares)[:NEIGHBOURS] if -share >= round(1000 * KIN))
        self._kin[report] = near
        if len(self._kin) > _REMEMBERED:
            self._kin.popitem(last=False)
        return near

    @staticmethod
    def _share(mine: Roots, theirs: Roots) -> int:
        """The share of the poorer one's roots that the other has, in thousandths."""
        common = len(np.intersect1d(mine, theirs, assume_unique=True))
        return round(1000 * common / max(1, min(len(mine), len(theirs))))
