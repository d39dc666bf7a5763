"""Candidate pairs as a join on inverted lists: the cost grows with the reports, not with their pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.model.joining import joined
from habeas.trace.joining import FEW, Pairs, add_pairs, group_starts, meetings, pairs_over
from habeas.trace.minhash import ALIKE, bands
from habeas.trace.rows import Part, Rows, spread
from habeas.trace.stock import Stock, sampled, stock_of
from habeas.trace.traced import Traced

__all__ = ["ALL_PAIRS", "Candidates", "Sketches"]

ALL_PAIRS = 40
"""Up to this many reports every pair is looked at; a person reads the reason for each."""

SHARED = 2
"""Sampled shingles that two reports share before they are compared."""

RARE = 2
"""What a fact signature in few reports counts, against one for a shingle: it is a number with a name, or two numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The pairs worth judging, sorted, and the stock words of the collection; `house` numbers each report's house."""

    pairs: Pairs
    stock: Stock
    house: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.pairs)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for some in np.array_split(self.pairs, len(self.pairs) // 10_000 + 1):
            firsts, seconds = some >> np.uint64(32), some & np.uint64(0xFFFFFFFF)
            yield from zip(firsts.tolist(), seconds.tolist(), strict=True)


class Sketches:
    """The keys of all reports, taken in one by one. `memory` bounds them in bytes."""

    def __init__(self, memory: int) -> None:
        self._share = memory // 4
        self._shingles = Rows(self._share)
        self._facts = Rows(self._share)
        self._bands = Rows(self._share)
        self._numbers: dict[str, int] = {"": 0}
        self._houses: list[int] = []

    def add(self, report: Traced) -> None:
        """Take in the next report."""
        number = len(self._houses)
        self._houses.append(self._numbers.setdefault(report.house, len(self._numbers)))
        for rows, keys in (
            (self._shingles, sampled(report.words.shingles)),
            (self._facts, spread(report.signatures.keys)),
            (self._bands, spread(bands(report.words.prose_shingles))),
        ):
            rows.add(keys, np.full(len(keys), number, dtype=np.uint32))

    def candidates(self) -> Candidates:
        """The pairs that share something rare enough to tell."""
        house = np.array(self._houses, dtype=np.int32)
        same, leads = self._near_the_same()
        stock = stock_of(self._shingles, house, leads)
        if len(house) <= ALL_PAIRS:
            return Candidates(_every(len(house)), stock, house)
        counted = Rows(self._share)
        for part in self._shingles.parts():
            add_pairs(counted, *meetings(_telling(part, leads, stock, house)))
        for part in self._facts.parts():
            for rows, worth in _by_frequency(_of(part, leads)):
                pairs, counts = meetings(rows)
                add_pairs(counted, pairs, counts * np.uint32(worth))
        found = pairs_over(SHARED, counted)
        return Candidates(np.unique(np.concatenate([found, same])), stock, house)

    def _near_the_same(self) -> tuple[Pairs, NDArray[np.bool_]]:
        """Pairs of reports in large clusters of near the same words, and the reports that lead: all but those, of
        which one stands for its cluster."""
        leads = np.ones(len(self._houses), dtype=np.bool_)
        counted = Rows(self._share)
        for part in self._bands.parts():
            add_pairs(counted, *meetings(part))
        pairs = pairs_over(ALIKE, counted)
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


def _of(part: Part, kept: NDArray[np.bool_]) -> Part:
    keys, reports = part
    return keys[kept[reports]], reports[kept[reports]]


def _telling(part: Part, leads: NDArray[np.bool_], stock: Stock, house: NDArray[np.int32]) -> Part:
    """The rows without those of stock words and of reports that another stands for."""
    keys, reports = part
    kept = leads[reports] & ~stock.holds(keys, house[reports])
    return keys[kept], reports[kept]


def _by_frequency(part: Part) -> Iterator[tuple[Part, int]]:
    """The rows of rare signatures, which tell by themselves, and those of frequent ones, of which two are needed."""
    keys, reports = part
    if not len(keys):
        return
    starts = group_starts(keys)
    sizes = np.diff(starts, append=len(keys))
    rare = np.repeat(sizes <= FEW, sizes)
    yield (keys[rare], reports[rare]), RARE
    yield (keys[~rare], reports[~rare]), 1
