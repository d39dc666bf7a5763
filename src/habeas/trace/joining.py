"""Pairs of reports that share keys, without looking at all pairs: the cost grows with the rows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from habeas.trace.rows import Keys, Part, Reports, Rows, spread, unspread

__all__ = ["FEW", "Pairs", "add_pairs", "group_starts", "meetings", "pairs_over"]

FEW = 8
"""A key in up to this many reports pairs each with each; in more its reports are paired with the first ones and each
with the one before it. That keeps a cluster of copies joined, at a cost that grows with its size alone."""

HUBS = 3
"""First reports of a frequent key that all others are paired with: where one lacks some of a passage another has it."""

Pairs = NDArray[np.uint64]
"""Pairs of report numbers, the smaller one in the upper half of the bits."""


def meetings(part: Part) -> tuple[Pairs, NDArray[np.uint32]]:
    """The pairs that the sorted rows of a part bring together, and how many keys bring each."""
    keys, reports = part
    if not len(keys):
        return np.zeros(0, np.uint64), np.zeros(0, np.uint32)
    starts = group_starts(keys)
    sizes = np.diff(starts, append=len(keys))
    first = np.repeat(starts, sizes)
    size = np.repeat(sizes, sizes)
    places = np.arange(len(keys))
    found = [_paired(reports, places[few] - apart, places[few]) for apart, few in _few(places, first, size)]
    many = size > FEW
    for hub in range(HUBS):
        later = places[many & (places - first > hub)]
        found.append(_paired(reports, first[later] + hub, later))
    chained = places[many & (places - first > HUBS)]
    found.append(_paired(reports, chained - 1, chained))
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    return pairs, counts.astype(np.uint32)


def group_starts(keys: Keys) -> NDArray[np.intp]:
    """Where each run of equal keys begins; there must be one at least."""
    return np.concatenate([[0], np.flatnonzero(keys[1:] != keys[:-1]) + 1]).astype(np.intp)


def pairs_over(least: int, counted: Rows) -> tuple[Pairs, NDArray[np.int64]]:
    """The pairs, sorted, whose counts sum to `least` or more, and the sums. `counted` has pairs (spread) for keys, and
    counts."""
    kept = [np.zeros(0, np.uint64)]
    sums = [np.zeros(0, np.int64)]
    for keys, counts in counted.parts():
        if len(keys):
            starts = group_starts(keys)
            total = np.add.reduceat(counts, starts).astype(np.int64)
            enough = total >= least
            kept.append(unspread(keys[starts[enough]]))
            sums.append(total[enough])
    pairs = np.concatenate(kept)
    order = np.argsort(pairs)
    return pairs[order], np.concatenate(sums)[order]


def add_pairs(counted: Rows, pairs: Pairs, counts: NDArray[np.uint32]) -> None:
    """Count pairs once more."""
    counted.add(spread(pairs), counts)


def _few(
    places: NDArray[np.intp], first: NDArray[np.intp], size: NDArray[np.intp]
) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    small = (size > 1) & (size <= FEW)
    for apart in range(1, FEW):
        yield apart, small & (places - first >= apart)


def _paired(reports: Reports, one: NDArray[np.intp], other: NDArray[np.intp]) -> Pairs:
    """Report numbers as pairs; within a key they rise, so the first is the smaller."""
    return reports[one].astype(np.uint64) << np.uint64(32) | reports[other].astype(np.uint64)
