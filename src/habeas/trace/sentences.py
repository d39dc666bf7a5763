"""Sentences that say the same: an alignment of two reports by the content of their own prose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from habeas.model.marks import Marks
from habeas.model.span import Span
from habeas.packs.stems import empty_words, root
from habeas.trace.words import hashed

__all__ = [
    "LIGHTEST",
    "STORY",
    "Content",
    "Roots",
    "Weights",
    "alignment",
    "common_content",
    "content",
    "rareness",
    "rarity",
]

ALIGNED = 0.34
"""Share of the poorer sentence's weighted content that must meet for two sentences to say the same."""

LIGHTEST = 0.05
"""The weight of a root that all reports use."""

STORY = 3
"""Further reports from which the words of a story are known."""

LEAST = 4
"""Content roots below which a sentence is not compared."""

Roots: TypeAlias = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """The content of a report's sentences, of their own prose: `starts` and `ends` of each sentence, and its roots,
    hashed; `sentence[n]` is the sentence that `roots[n]` stands in."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    roots: Roots
    sentence: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def all_roots(self) -> Roots:
        """The distinct roots of the report, sorted."""
        return np.unique(self.roots)

    def of(self, kept: NDArray[np.bool_]) -> Content:
        """The sentences that are `kept`."""
        inside = kept[self.sentence]
        number = (np.cumsum(kept) - 1).astype(np.int32)
        return Content(self.starts[kept], self.ends[kept], self.roots[inside], number[self.sentence[inside]])


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """How much each of some roots (sorted) tells about a pair of reports, 0 to 1."""

    roots: Roots
    weight: NDArray[np.float64]

    def of(self, roots: Roots) -> NDArray[np.float64]:
        """The weight of each of some roots."""
        return self.weight[np.searchsorted(self.roots, roots)]

    def held(self, roots: Roots) -> NDArray[np.bool_]:
        """Which of the roots are among some of them."""
        found = np.zeros(len(self.roots), dtype=np.bool_)
        found[np.searchsorted(self.roots, roots)] = True
        return found


@lru_cache(maxsize=1 << 18)
def _hashed_root(word: str) -> int:
    return hashed(root(word))


def content(marks: Marks) -> Content:
    """The sentences of one report with at least four content roots outside quotations."""
    empty = empty_words(marks.language)
    quoted = [q.outer for q in marks.quotations if not q.scare]
    starts = [t.start for t in marks.tokens]
    spans: list[Span] = []
    roots: list[int] = []
    sentence: list[int] = []
    for one in marks.sentences:
        first, last = bisect_left(starts, one.span.start), bisect_left(starts, one.span.end)
        over = [q for q in quoted if q.overlaps(one.span)]
        found = {
            _hashed_root(t.lower.removesuffix("'s"))
            for t in marks.tokens[first:last]
            if t.lower[0].isalnum()
            and t.lower not in empty
            and not any(q.start <= t.start < q.end for q in over)
        }
        if len(found) >= LEAST:
            roots += sorted(found)
            sentence += [len(spans)] * len(found)
            spans.append(one.span)
    return Content(
        np.array([s.start for s in spans], dtype=np.int32),
        np.array([s.end for s in spans], dtype=np.int32),
        np.array(roots, dtype=np.uint32),
        np.array(sentence, dtype=np.int32),
    )


def rarity(pair: Roots, reports: Sequence[Roots]) -> Weights:
    """How much each root of a pair tells about it among the `reports` of one story, the pair's own with them: a root in
    two of them tells all, one in all of them almost nothing. With fewer than four reports nobody knows which words are
    the story's own, so all weigh half.
    """
    spread = len(reports) - 1
    if spread < STORY:
        return Weights(pair, np.full(len(pair), 0.5))
    told, holders = np.unique(np.concatenate(reports), return_counts=True)
    counted = holders[np.searchsorted(told, pair)]
    return Weights(pair, np.maximum(LIGHTEST, 1 - np.maximum(0, counted - 2) / spread))


def rareness(holders: int, reports: int) -> float:
    """The same for what so many of the reports of a story hold; all of it where the story is too small to tell.

    >>> rareness(2, 5), rareness(5, 5)
    (1.0, 0.25)
    """
    spread = reports - 1
    return 1.0 if spread < STORY else max(LIGHTEST, 1 - max(0, holders - 2) / spread)


def common_content(a: Content, b: Content, weights: Weights) -> float:
    """How much of the poorer report's content, weighted by rarity, the other one holds; 0 to 1.

    Two accounts of one story share its common words, which weigh little; two versions of one account share the rest.
    """
    mine, theirs = (weights.held(told.roots) for told in (a, b))
    least = min(weights.weight[mine].sum(), weights.weight[theirs].sum())
    return float(weights.weight[mine & theirs].sum() / least) if least else 0.0


def alignment(a: Content, b: Content, weights: Weights) -> tuple[tuple[float, Span, Span], ...]:
    """One-to-one pairs of sentences that say the same, best first: (share, span in a, span in b)."""
    roots, mine, theirs = _meeting(a, b)
    cell = mine * len(b) + theirs
    common = np.bincount(cell, minlength=len(a) * len(b)).reshape(len(a), len(b))
    met = np.bincount(cell, weights.of(roots), minlength=len(a) * len(b)).reshape(len(a), len(b))
    least = np.minimum.outer(
        *(np.bincount(t.sentence, weights.of(t.roots), minlength=len(t)) for t in (a, b))
    )
    alike = (common >= 3) & (met >= 1.5) & (met >= ALIGNED * least)
    found = np.argwhere(alike)
    shares = met[alike] / least[alike]
    scored = sorted(zip((-shares).tolist(), *found.T.tolist(), strict=True)) if len(found) else []
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairs = []
    for share, i, j in scored:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append((-share, _span(a, i), _span(b, j)))
    return tuple(pairs)


def _meeting(a: Content, b: Content) -> tuple[Roots, NDArray[np.intp], NDArray[np.intp]]:
    """Each root that stands in a sentence of `a` and in one of `b`, with the two sentences."""
    order = np.argsort(b.roots, kind="stable")
    sorted_roots = b.roots[order]
    first = np.searchsorted(sorted_roots, a.roots)
    times = np.searchsorted(sorted_roots, a.roots, side="right") - first
    mine = np.repeat(np.arange(len(a.roots)), times)
    within = np.arange(len(mine)) - np.repeat(np.cumsum(times) - times, times)
    theirs = order[np.repeat(first, times) + within]
    return a.roots[mine], a.sentence[mine].astype(np.intp), b.sentence[theirs].astype(np.intp)


def _span(told: Content, sentence: int) -> Span:
    return Span(int(told.starts[sentence]), int(told.ends[sentence]))
