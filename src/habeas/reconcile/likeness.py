"""Likeness: how much of what is peculiar to two reports, among all that lie together, they have in common (cosine of TF-IDF
vectors; Salton and Buckley, 1988), by the words that each opens with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from habeas.model.report import Report
from habeas.packs.stems import content_roots

__all__ = ["Likeness"]

LONGEST = 3_000
"""Characters of a report that are looked at."""
TELLING = 40
"""Words of a report that are compared: its rarest of those that another report holds too."""

OTHERS = 200
"""Reports of other things that are thought beside those of a collection, so that the words of one that tells a single story
are peculiar to it still."""
FINE = 1000
"""Parts of the weight of a word."""


class Likeness:
    """What is peculiar to each of some reports. A word counts once a report."""

    def __init__(self, reports: Sequence[Report]) -> None:
        held = {r.doc: _words(r) for r in reports}
        known = Counter(word for words in held.values() for word in words)
        # Whole numbers, so that a sum does not depend on the order of a set.
        self._weight = {
            word: round(FINE * log((len(reports) + OTHERS) / count) ** 2)
            for word, count in known.items()
            if count > 1
        }
        self._words = {doc: self._telling(words) for doc, words in held.items()}
        self._norm = {doc: sqrt(sum(self._weight[w] for w in words)) for doc, words in self._words.items()}

    def _telling(self, words: frozenset[str]) -> frozenset[str]:
        shared = [word for word in words if word in self._weight]
        return frozenset(sorted(shared, key=lambda word: (-self._weight[word], word))[:TELLING])

    def of(self, one: str, other: str) -> float:
        """How alike two reports are, from 0 to 1."""
        norm = self._norm[one] * self._norm[other]
        shared = self._words[one] & self._words[other]
        return sum(map(self._weight.__getitem__, shared)) / norm if norm else 0.0


def _words(report: Report) -> frozenset[str]:
    return frozenset(
        word for word in content_roots(report.text[:LONGEST], report.language) if not word[0].isdigit()
    )
