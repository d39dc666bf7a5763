"""Stock words: what an outlet puts under everything it prints, and phrases that everybody uses. They join nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from habeas.trace.joining import group_starts
from habeas.trace.rows import Keys, Part, Rows, spread
from habeas.trace.sentences import Content
from habeas.trace.signatures import Signatures
from habeas.trace.traced import Traced
from habeas.trace.words import SHINGLE

__all__ = ["SAMPLE", "Stock", "masked", "sampled", "stock_of"]

SAMPLE = 4
"""One shingle in four is kept, chosen by its hash (a FracMinHash sketch; Irber et al. 2022): enough to see a passage
of 20 words."""

OF_ONE_PUBLISHER = 8
"""Reports of one publisher from which a shingle that they share may be stock."""

EVERYWHERE = 40
"""Reports of any publisher from which a shingle that they share may be stock."""

OWN = 0.5
"""Share of its shingles from which a report is made of frequent ones because it is one of many copies; below it, what
is frequent is not the report."""


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """The sampled shingles that are stock: `keys` are those of one publisher, and those of all (publisher 0), in order."""

    keys: Keys

    def holds(self, keys: Keys, publishers: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Which sampled shingles (spread) are stock in the publisher beside them."""
        if not len(self.keys):
            return np.zeros(len(keys), dtype=np.bool_)
        return self._has(_of_publisher(keys, np.zeros_like(publishers))) | self._has(
            _of_publisher(keys, publishers)
        )

    def _has(self, keys: Keys) -> NDArray[np.bool_]:
        held: NDArray[np.bool_] = (
            self.keys[np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)] == keys
        )
        return held

    def without(self, report: Traced, publisher: int) -> Traced:
        """The report as tracing sees it without its stock words: no shingle, number or sentence stands in them."""
        covered = self._covered(report.words.shingles, publisher)
        return masked(report, covered)

    def _covered(self, shingles: Keys, publisher: int) -> NDArray[np.bool_]:
        """Which shingles are stock: the sampled ones that are known for it, and all between two such with no sampled
        one of the report's own between them."""
        covered = np.zeros(len(shingles), dtype=np.bool_)
        places = np.flatnonzero(shingles % np.uint64(SAMPLE) == 0)
        stock = self.holds(spread(shingles[places]), np.full(len(places), publisher, dtype=np.int32))
        covered[places[stock]] = True
        next_to = stock[:-1] & stock[1:]
        for left, right in zip(places[:-1][next_to].tolist(), places[1:][next_to].tolist(), strict=True):
            covered[left:right] = True
        return covered


def sampled(shingles: Keys) -> Keys:
    """The distinct sampled shingles of a report, spread."""
    return spread(np.unique(shingles[shingles % np.uint64(SAMPLE) == 0]))


def masked(report: Traced, covered: NDArray[np.bool_]) -> Traced:
    """The report without some of its shingles, and without the numbers and sentences that stand in them."""
    if not covered.any():
        return report
    seen = report.words
    words = np.zeros(len(seen.starts), dtype=np.bool_)
    for offset in range(SHINGLE):
        words[offset : offset + len(covered)] |= covered
    starts = np.append(seen.starts, np.iinfo(np.int32).max)
    at = np.append(words, False)
    facts_at = np.array([f.span.start for f in report.facts], dtype=np.int32)
    hidden = at[np.searchsorted(starts, facts_at)].tolist()
    signed = report.signatures
    own = ~at[np.searchsorted(starts, signed.starts)]
    shingles = np.where(covered, np.uint64(0), seen.shingles)
    return replace(
        report,
        words=replace(seen, shingles=shingles, prose=seen.prose & ~covered),
        facts=tuple(f for f, stock in zip(report.facts, hidden, strict=True) if not stock),
        signatures=Signatures(signed.keys[own], signed.starts[own]),
        content=report.content.of(_own(words, seen.starts, report.content)),
    )


def stock_of(rows: Rows, publishers: NDArray[np.int32], leads: NDArray[np.bool_]) -> Stock:
    """The stock among the sampled shingles. `publishers` numbers the publisher of each report (0: nobody knows); of reports
    that are near the same only the one that `leads` counts.

    A shingle is stock if many reports of a publisher (or very many of all) hold it, and these reports are, by the mean,
    made of other things. In a cluster of copies, frequent shingles are most of each.
    """
    total = np.zeros(len(publishers), np.uint32)
    frequent = [np.zeros(len(publishers), np.uint32) for _ in range(2)]
    for part in rows.parts():
        keys, reports = _leading(part, leads)
        total += np.bincount(reports, minlength=len(publishers)).astype(np.uint32)
        for level, (_, _, held) in enumerate(_levels((keys, reports), publishers)):
            frequent[level] += np.bincount(held, minlength=len(publishers)).astype(np.uint32)
    share = [count / np.maximum(1, total) for count in frequent]
    found = [np.zeros(0, np.uint64)]
    for part in rows.parts():
        for level, (keys, starts, held) in enumerate(_levels(_leading(part, leads), publishers)):
            if not len(keys):
                continue
            sizes = np.diff(starts, append=len(keys))
            stock = starts[np.add.reduceat(share[level][held], starts) / sizes < OWN]
            found.append(
                _of_publisher(
                    keys[stock], np.zeros(len(stock), np.int32) if level else publishers[held[stock]]
                )
            )
    return Stock(np.unique(np.concatenate(found)))


def _of_publisher(keys: Keys, publishers: NDArray[np.int32]) -> Keys:
    """Keys that differ from publisher to publisher."""
    return keys + spread(publishers.astype(np.uint64)) * np.uint64(3)


def _leading(part: Part, leads: NDArray[np.bool_]) -> Part:
    keys, reports = part
    kept = leads[reports]
    return keys[kept], reports[kept]


def _levels(
    part: Part, publishers: NDArray[np.int32]
) -> tuple[tuple[Keys, NDArray[np.intp], NDArray[np.uint32]], ...]:
    """The rows of frequent shingles, by publisher and then in all: keys, where each group starts, the reports."""
    keys, reports = part
    if not len(keys):
        nothing = (keys, np.zeros(0, np.intp), reports)
        return nothing, nothing
    wide = _over(keys, group_starts(keys), EVERYWHERE)
    some = _over(keys, group_starts(keys), OF_ONE_PUBLISHER - 1) & (publishers[reports] > 0)
    near_keys, near_reports = keys[some], reports[some]
    order = np.lexsort((publishers[near_reports], near_keys))
    near_keys, near_reports = near_keys[order], near_reports[order]
    return (
        _grouped(near_keys, near_reports, publishers[near_reports].astype(np.uint64), OF_ONE_PUBLISHER - 1),
        _grouped(keys[wide], reports[wide], np.zeros(int(wide.sum()), np.uint64), EVERYWHERE),
    )


def _grouped(
    keys: Keys, reports: NDArray[np.uint32], publishers: Keys, over: int
) -> tuple[Keys, NDArray[np.intp], NDArray[np.uint32]]:
    """Rows of the groups of one key and publisher that are larger than `over`."""
    if not len(keys):
        return keys, np.zeros(0, np.intp), reports
    begins = (keys[1:] != keys[:-1]) | (publishers[1:] != publishers[:-1])
    starts = np.concatenate([[0], np.flatnonzero(begins) + 1]).astype(np.intp)
    kept = _over(keys, starts, over)
    renumbered = np.cumsum(kept) - 1
    large = np.diff(starts, append=len(keys)) > over
    return keys[kept], renumbered[starts[large]].astype(np.intp), reports[kept]


def _over(keys: Keys, starts: NDArray[np.intp], over: int) -> NDArray[np.bool_]:
    sizes = np.diff(starts, append=len(keys))
    return np.repeat(sizes > over, sizes)


def _own(stock: NDArray[np.bool_], starts: NDArray[np.int32], told: Content) -> NDArray[np.bool_]:
    """The sentences of which at least half of the words are not stock."""
    before = np.concatenate([[0], np.cumsum(stock)])
    first, last = np.searchsorted(starts, told.starts), np.searchsorted(starts, told.ends)
    own: NDArray[np.bool_] = 2 * (before[last] - before[first]) <= last - first
    return own
