"""Sentences that say the same: an alignment of two reports by the content of their own prose."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from habeas.model.marks import Marks
from habeas.model.span import Span
from habeas.packs.stems import empty_words, root

__all__ = ["Content", "alignment", "common_content", "content", "rarity"]

ALIGNED = 0.34
"""Share of the poorer sentence's weighted content that must meet for two sentences to say the same."""


@dataclass(frozen=True, slots=True)
class Content:
    """The content roots of one sentence's own prose."""

    span: Span
    roots: frozenset[str]


def content(marks: Marks) -> tuple[Content, ...]:
    """The sentences of one report with at least four content roots outside quotations."""
    empty = empty_words(marks.language)
    quoted = [q.outer for q in marks.quotations if not q.scare]
    starts = [t.start for t in marks.tokens]
    found = []
    for sentence in marks.sentences:
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        roots = frozenset(
            root(t.lower.removesuffix("'s"))
            for t in marks.tokens[first:last]
            if t.lower[0].isalnum()
            and t.lower not in empty
            and not any(q.start <= t.start < q.end for q in quoted if q.overlaps(sentence.span))
        )
        if len(roots) >= 4:
            found.append(Content(sentence.span, roots))
    return tuple(found)


def rarity(reports: Sequence[tuple[Content, ...]]) -> Mapping[str, float]:
    """How much each root tells about a pair, 0 to 1, among the reports of one story: a root in two of them tells all,
    one in all of them almost nothing. With fewer than four reports nobody knows which words are the story's own, so
    all weigh half.
    """
    holders = Counter(s for sentences in reports for s in frozenset().union(*(c.roots for c in sentences)))
    spread = len(reports) - 1
    if spread < 3:
        return dict.fromkeys(holders, 0.5)
    return {s: max(0.05, 1 - max(0, n - 2) / spread) for s, n in holders.items()}


def common_content(a: tuple[Content, ...], b: tuple[Content, ...], weight: Mapping[str, float]) -> float:
    """How much of the poorer report's content, weighted by rarity, the other one holds; 0 to 1.

    Two accounts of one story share its common words, which weigh little; two versions of one account share the rest.
    """
    mine: frozenset[str] = frozenset().union(*(c.roots for c in a))
    theirs: frozenset[str] = frozenset().union(*(c.roots for c in b))
    least = min(sum(weight[s] for s in mine), sum(weight[s] for s in theirs))
    return sum(weight[s] for s in mine & theirs) / least if least else 0.0


def alignment(
    a: tuple[Content, ...], b: tuple[Content, ...], weight: Mapping[str, float]
) -> tuple[tuple[float, Span, Span], ...]:
    """One-to-one pairs of sentences that say the same, best first: (share, span in a, span in b)."""
    scored = []
    for i, mine in enumerate(a):
        for j, theirs in enumerate(b):
            common = mine.roots & theirs.roots
            if len(common) < 3:
                continue
            met = sum(weight[s] for s in common)
            least = min(sum(weight[s] for s in mine.roots), sum(weight[s] for s in theirs.roots))
            if met >= 1.5 and met / least >= ALIGNED:
                scored.append((met / least, i, j))
    scored.sort(key=lambda s: (-s[0], s[1], s[2]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairs = []
    for share, i, j in scored:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append((share, a[i].span, b[j].span))
    return tuple(pairs)
