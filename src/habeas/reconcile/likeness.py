"""Likeness: how much of what is peculiar to two reports, among all that lie together, they have in common (cosine of TF-IDF
vectors with logged counts; Salton and Buckley, 1988). Which of two like events a report tells of stands in its names and
figures, so they count twice; reports in two languages are compared by these alone."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from habeas.model.entity import Entity
from habeas.model.report import BlockKind, Report
from habeas.packs.stems import content_roots, root_counts

__all__ = ["likenesses", "room"]

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

LONGEST = 3_000
"""Characters of a report that are looked at."""

TELLING = 2
"""How many times a name or a figure counts."""

OTHERS = 500
"""Reports of other things that are thought beside those of a collection, so that the words of one that tells a single story
are peculiar to it still."""

ALONE = 0.1
"""Share at which words that no other report holds count in the length of a vector: a report is not less like another for
what only it tells."""

COMMON = 1_000
"""A word of more reports than this says little of a story and costs much."""

FINE = 1_000
"""Parts of a likeness and of a word's share in a report: whole numbers, so that a sum does not depend on its order."""

LEAST = 100
"""Likenesses below this count as none."""

NEAREST, PAIRS = 40, 500_000
"""The nearest of a report that count at least, and pairs in all for which the nearest of a smaller collection make room."""


def room(count: int) -> int:
    """How many near ones each of so many reports has room for: those beyond count as not alike."""
    return max(NEAREST, PAIRS // max(1, count))


def likenesses(reports: Sequence[Report], entities: Sequence[Entity]) -> dict[tuple[int, int], int]:
    """How alike reports are, by their numbers, the smaller first, where they are alike at all; FINE is the same."""
    vectors = _Vectors(reports, _named(entities))
    found: dict[tuple[int, int], int] = {}
    for number in range(len(reports)):
        for other, likeness in vectors.nearest(number):
            found[min(number, other), max(number, other)] = likeness
    return found


def _named(entities: Sequence[Entity]) -> Mapping[str, set[str]]:
    """The roots of the names in each report."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for form in entity.forms:
            if form.named:
                found[form.doc] |= content_roots(form.text)
    return found


class _Vectors:
    """Each report as the weights of its words, a vector of length FINE; and for each word the reports that hold it."""

    def __init__(self, reports: Sequence[Report], named: Mapping[str, set[str]]) -> None:
        words, counts, telling, starts = _counted(reports, named)
        rows = np.repeat(np.arange(len(reports)), np.diff(starts))
        holders = np.bincount(words, minlength=1)
        weights = counts * np.log((len(reports) + OTHERS) / np.maximum(1, holders))[words]
        many = holders[words]
        squares = np.where(many > COMMON, 0, weights**2 * np.where(many == 1, ALONE, 1))
        length = np.sqrt(np.maximum(1, np.bincount(rows, squares, len(reports))))
        part = np.sqrt(np.maximum(1, np.bincount(rows, squares * telling, len(reports))))
        values = np.where((many > 1) & (many <= COMMON), np.rint(FINE * weights / length[rows]), 0)
        order = np.flatnonzero(values)
        order = order[np.argsort(words[order], kind="stable")]
        self._words, self._values, self._starts = words, values, starts
        self._holding, self._held = rows[order], values[order]
        self._at = np.searchsorted(words[order], np.arange(len(holders) + 1))
        self._longer = length / part
        known = {language: number for number, language in enumerate({r.language: None for r in reports})}
        self._language = np.array([known[r.language] for r in reports])

    def nearest(self, number: int) -> Iterator[tuple[int, int]]:
        """The reports that are most like one, and how much."""
        mine = slice(self._starts[number], self._starts[number + 1])
        words, values = self._words[mine], self._values[mine]
        begin, many = self._at[words], self._at[words + 1] - self._at[words]
        at = np.repeat(begin - (np.cumsum(many) - many), many) + np.arange(many.sum())
        count = len(self._language)
        sums = np.bincount(self._holding[at], np.repeat(values, many) * self._held[at], count) / FINE
        if self._language.any():
            abroad = self._language != self._language[number]
            sums[abroad] *= self._longer[number] * self._longer[abroad]
        sums[number] = 0
        found = np.flatnonzero(sums >= LEAST)
        found = found[np.argsort(-sums[found], kind="stable")[: room(count)]]
        return zip(found.tolist(), sums[found].astype(np.int64).tolist(), strict=True)


def _counted(
    reports: Sequence[Report], named: Mapping[str, set[str]]
) -> tuple[Whole, Real, NDArray[np.bool_], Whole]:
    """The words of all reports, one report after the other, each word as a number; the logged count of each, whether it is a
    name or a figure, and where each report begins."""
    numbers: dict[str, int] = {}
    words, counts, telling, starts = array("q"), array("d"), array("b"), array("q", [0])
    logged = [0.0, *(1 + log(count) for count in range(1, LONGEST + 1))]
    for report in reports:
        names = named.get(report.doc, ())
        for word, count in root_counts(_told(report), report.language).items():
            tells = word in names or word[0].isdigit()
            words.append(numbers.setdefault(word, len(numbers)))
            counts.append(logged[count] * (TELLING if tells else 1))
            telling.append(tells)
        starts.append(len(words))
    return (
        np.frombuffer(words, np.int64) if words else np.zeros(0, np.int64),
        np.frombuffer(counts, np.float64) if words else np.zeros(0),
        np.frombuffer(telling, np.int8).astype(np.bool_),
        np.frombuffer(starts, np.int64),
    )


def _told(report: Report) -> str:
    """The words that a report begins with, those left out that stand around it."""
    told = (b.span.of(report.text) for b in report.blocks if b.kind is not BlockKind.NOISE)
    return " ".join(told)[:LONGEST]
