"""Candidate pairs as a join on inverted lists: the cost grows with the reports, not with their pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.model.joining import joined
from habeas.trace.joining import FEW, Pairs, add_pairs, meetings, pairs_over
from habeas.trace.minhash import ALIKE
from habeas.trace.rows import Rows
from habeas.trace.sketch import Sketch
from habeas.trace.stock import Stock, stock_of

__all__ = ["ALL_PAIRS", "Candidates", "Sketches"]

ALL_PAIRS = 40
"""Up to this many reports every pair is looked at; a person reads the reason for each."""

SHARED = 2
"""Sampled shingles that two reports share before they are compared."""

HELD = 0.1
"""Share of the poorer report's keys from which two reports are compared: a third of what makes a copy and half of what
makes a rewrite, as an estimate from few keys is rough."""

TOGETHER = 2
"""Fact signatures that two reports share before they are compared."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The pairs worth judging, sorted, and the stock words of the collection; `publisher` numbers each report's publisher."""

    pairs: Pairs
    stock: Stock
    publisher: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return self.numbers(self.pairs)

    def chunks(self, size: int) -> list[Pairs]:
        """The pairs in runs of some `size`."""
        return np.array_split(self.pairs, len(self.pairs) // size + 1)

    @staticmethod
    def numbers(pairs: Pairs) -> Iterator[tuple[int, int]]:
        """Pairs as the numbers of their reports."""
        firsts, seconds = pairs >> np.uint64(32), pairs & np.uint64(0xFFFFFFFF)
        return zip(firsts.tolist(), seconds.tolist(), strict=True)


class Sketches:
    """The keys of all reports, taken in one by one. `memory` bounds them in bytes."""

    def __init__(self, memory: int) -> None:
        self._share = memory // 4
        self._shingles = Rows(self._share)
        self._facts = Rows(self._share)
        self._bands = Rows(self._share)
        self._numbers: dict[str, int] = {"": 0}
        self._publishers: list[int] = []

    def add(self, report: Sketch) -> None:
        """Take in the next report."""
        number = len(self._publishers)
        self._publishers.append(self._numbers.setdefault(report.publisher, len(self._numbers)))
        for rows, keys in (
            (self._shingles, report.shingles),
            (self._facts, report.facts),
            (self._bands, report.bands),
        ):
            rows.add(keys, np.full(len(keys), number, dtype=np.uint32))

    def candidates(self) -> Candidates:
        """The pairs that share something rare enough to tell."""
        publisher = np.array(self._publishers, dtype=np.int32)
        same, leads = self._near_the_same()
        stock = stock_of(self._shingles, publisher, leads)
        if len(publisher) <= ALL_PAIRS:
            return Candidates(_every(len(publisher)), stock, publisher)
        found = np.concatenate(
            [self._by_passages(leads, stock, publisher), self._by_facts(leads, publisher), same]
        )
        return Candidates(np.unique(found), stock, publisher)

    def _by_passages(self, leads: NDArray[np.bool_], stock: Stock, publisher: NDArray[np.int32]) -> Pairs:
        """Pairs of which the sketch says that one may hold a good part of the other."""
        return self._meeting(self._shingles, leads, stock, publisher, SHARED)

    def _by_facts(self, leads: NDArray[np.bool_], publisher: NDArray[np.int32]) -> Pairs:
        """Pairs that share fact signatures; those of what a publisher prints under all its reports are left out."""
        return self._meeting(self._facts, leads, stock_of(self._facts, publisher, leads), publisher, TOGETHER)

    def _meeting(
        self, rows: Rows, leads: NDArray[np.bool_], stock: Stock, publisher: NDArray[np.int32], least: int
    ) -> Pairs:
        """Pairs with at least so many keys in common, and at least the share HELD of the poorer one's."""
        counted = Rows(self._share)
        size = np.zeros(len(leads), np.int64)
        for keys, reports in rows.parts():
            kept = leads[reports] & ~stock.holds(keys, publisher[reports])
            size += np.bincount(reports[kept], minlength=len(leads))
            add_pairs(counted, *meetings((keys[kept], reports[kept])))
        pairs, shared = pairs_over(least, counted)
        poorer = np.minimum(size[(pairs >> np.uint64(32)).astype(np.intp)], size[pairs.astype(np.uint32)])
        return pairs[shared >= HELD * poorer]

    def _near_the_same(self) -> tuple[Pairs, NDArray[np.bool_]]:
        """Pairs of reports in large clusters of near the same words, and the reports that lead: all but those, of
        which one stands for its cluster."""
        leads = np.ones(len(self._publishers), dtype=np.bool_)
        counted = Rows(self._share)
        for part in self._bands.parts():
            add_pairs(counted, *meetings(part))
        pairs, _ = pairs_over(ALIKE, counted)
        firsts, seconds = (pairs >> np.uint64(32)).tolist(), (pairs & np.uint64(0xFFFFFFFF)).tolist()
        members = sorted({*firsts, *seconds})
        same = []
        for group in joined(members, zip(firsts, seconds, strict=True)):
            if len(group) > FEW:
                leads[list(group[1:])] = False
                same += [group[0] << 32 | other for other in group[1:]]
        return np.array(sorted(same), dtype=np.uint64), leads


def _every(reports: int) -> Pairs:
    firsts, seconds = np.triu_indices(reports, 1)
    return firsts.astype(np.uint64) << np.uint64(32) | seconds.astype(np.uint64)
