"""The stage in one function: reports and marks to lineage."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from habeas.model.lineage import Evidence, Lineage, Pair, Relation
from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.trace.candidates import ALL_PAIRS, Candidates, Sketches
from habeas.trace.neighbours import NEIGHBOURS, Neighbours
from habeas.trace.origins import origins
from habeas.trace.relations import Compared, judge
from habeas.trace.sentences import Roots
from habeas.trace.shelf import Shelf
from habeas.trace.traced import Traced, plain, traced
from habeas.trace.vocabulary import Vocabulary

__all__ = ["MEMORY", "Judged", "relations", "trace"]

MEMORY = 1 << 29
"""Bytes that tracing holds before it puts reports and rows into files: some 100,000 reports fit."""

HELD = 512
"""Reports ready to be compared that are at hand: candidates come in the order of their first report."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Two reports by their numbers, their relation, and its grounds."""

    a: int
    b: int
    relation: Relation
    evidence: tuple[Evidence, ...]


def trace(reports: Sequence[Report], marks: Sequence[Marks], memory: int = MEMORY) -> Lineage:
    """The relation of every pair of reports and the origins that follow; `memory` in bytes bounds what is held on the
    way (the result does not depend on it).

    Up to 40 reports every pair is listed. In a larger corpus a pair that shares nothing is left out:
    it is `different_event`; and of many copies of one text each is compared with some others, not with all.
    """
    outlets: set[str] = set()
    named: list[tuple[str, str]] = []

    def seen() -> Iterator[Traced]:
        for report, found in zip(reports, marks, strict=True):
            one = traced(report, found)
            outlets.add(plain(one.outlet))
            named.extend((one.doc, credit.outlet) for credit in reversed(one.credits))
            yield one

    pairs = [
        Pair(reports[j.a].doc, reports[j.b].doc, j.relation, j.evidence)
        for j in relations(seen(), memory)
        if j.relation is not Relation.DIFFERENT or len(reports) <= ALL_PAIRS
    ]
    credited = {doc: outlet for doc, outlet in named if plain(outlet) not in outlets}
    return Lineage(tuple(pairs), origins([r.doc for r in reports], pairs, credited))


def relations(reports: Iterable[Traced], memory: int = MEMORY) -> Iterator[Judged]:
    """Every pair of reports that is worth judging, judged, in order. The reports are taken once, one by one; no more
    than `memory` bytes of them and of their keys are held.
    """
    shelf: Shelf[Traced] = Shelf(memory // 2)
    sketches = Sketches(memory // 2)
    vocabulary = Vocabulary()
    for report in reports:
        vocabulary.add(report.content.all_roots)
        shelf.append(report)
        sketches.add(report)
    worth_judging = sketches.candidates()
    read = _Reading(shelf, worth_judging)
    neighbours = Neighbours(len(shelf), read.roots, worth_judging.pairs, vocabulary)
    for a, b in worth_judging:
        relation, evidence = judge(read.report(a), read.report(b), partial(neighbours.weight, a, b))
        yield Judged(a, b, relation, evidence)


class _Reading:
    """The reports of a shelf without their stock words, the last used at hand."""

    def __init__(self, shelf: Shelf[Traced], candidates: Candidates) -> None:
        self._shelf = shelf
        self._stock = candidates.stock
        self._house = candidates.house
        self._last: OrderedDict[int, Compared] = OrderedDict()
        self._roots: OrderedDict[int, Roots] = OrderedDict()

    def report(self, number: int) -> Compared:
        if number in self._last:
            self._last.move_to_end(number)
            return self._last[number]
        found = Compared.of(self._stock.without(self._shelf[number], int(self._house[number])))
        self._last[number] = found
        self._roots[number] = found.roots
        if len(self._last) > HELD:
            self._last.popitem(last=False)
        if len(self._roots) > HELD * NEIGHBOURS:
            self._roots.popitem(last=False)
        return found

    def roots(self, number: int) -> Roots:
        """The content roots of a report."""
        return self._roots[number] if number in self._roots else self.report(number).roots
