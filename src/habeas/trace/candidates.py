"""Candidate pairs as a join on inverted lists: the cost grows with the reports, not with their pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from habeas.trace.facts import Fact
from habeas.trace.words import Words

__all__ = ["candidates"]

SAMPLE = 4
"""One shingle in four is kept, chosen by its hash (a FracMinHash sketch): enough to see a passage of 20 words."""

CROWD = 40
"""A shingle or fact in more reports than this is a stock phrase or a large cluster: its reports are chained, not
paired all with all. Chaining keeps a cluster of copies connected at linear cost."""

ALL_PAIRS = 40
"""Up to this many reports every pair is looked at; a person reads the reason for each."""


def candidates(seen: Sequence[Words], known: Sequence[tuple[Fact, ...]]) -> list[tuple[int, int]]:
    """Index pairs (a < b) worth judging, sorted: they share a sampled shingle or two specific facts."""
    if len(seen) <= ALL_PAIRS:
        return list(combinations(range(len(seen)), 2))
    found = _sharing(_by_shingle(seen), least=2)
    found |= _sharing(_by_fact(known), least=2)
    return sorted(found)


def _by_shingle(seen: Sequence[Words]) -> NDArray[np.uint64]:
    rows = []
    for index, report in enumerate(seen):
        kept = np.unique(report.shingles[report.shingles % np.uint64(SAMPLE) == 0])
        rows.append(np.stack([kept, np.full(len(kept), index, dtype=np.uint64)], axis=1))
    return np.concatenate(rows) if rows else np.zeros((0, 2), dtype=np.uint64)


def _by_fact(known: Sequence[tuple[Fact, ...]]) -> NDArray[np.uint64]:
    numbers: dict[str, int] = {}
    rows = {
        (numbers.setdefault(f"{fact.key} {fact.noun}", len(numbers)), index)
        for index, facts in enumerate(known)
        for fact in facts
        if fact.specific >= 1.0
    }
    return np.array(sorted(rows), dtype=np.uint64).reshape(-1, 2)


def _sharing(rows: NDArray[np.uint64], least: int) -> set[tuple[int, int]]:
    """Pairs of reports that share at least `least` keys of the (key, report) rows."""
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    edges = np.flatnonzero(np.diff(rows[:, 0])) + 1
    shared: dict[tuple[int, int], int] = {}
    for group in np.split(rows[:, 1], edges):
        if len(group) < 2:
            continue
        members = group.tolist()
        pairs = combinations(members, 2) if len(members) <= CROWD else pairwise(members)
        for pair in pairs:
            shared[pair] = shared.get(pair, 0) + 1
    return {pair for pair, count in shared.items() if count >= least}
