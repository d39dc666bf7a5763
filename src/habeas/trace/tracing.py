"""The stage in one function: reports and marks to lineage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from habeas.model.lineage import Lineage, Pair, Relation
from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.trace.candidates import ALL_PAIRS, Sketches
from habeas.trace.inherited import inherited
from habeas.trace.judging import Judged, Judging
from habeas.trace.origins import origins
from habeas.trace.shelf import Shelf
from habeas.trace.sketch import Sketch, sketch
from habeas.trace.traced import Traced, plain, traced
from habeas.trace.vocabulary import Vocabulary

__all__ = ["MEMORY", "relations", "trace"]

MEMORY = 1 << 29
"""Bytes that tracing holds before it puts reports and rows into files: some 100,000 reports fit."""


def trace(reports: Sequence[Report], marks: Sequence[Marks], memory: int = MEMORY) -> Lineage:
    """The relation of every pair of reports and the origins that follow; `memory` in bytes bounds what is held on the
    way (the result does not depend on it).

    Up to 40 reports every pair is listed. In a larger corpus a pair that shares nothing is left out:
    it is `different_event`; and of many copies of one text each is compared with some others, not with all.
    """
    outlets: set[str] = set()
    named: list[tuple[str, str]] = []

    def seen() -> Iterator[Sketch]:
        for report, found in zip(reports, marks, strict=True):
            one = traced(report, found)
            outlets.add(plain(one.outlet))
            named.extend((one.doc, credit.outlet) for credit in reversed(one.credits))
            yield sketch(one)

    pairs = [
        Pair(reports[j.a].doc, reports[j.b].doc, j.relation, j.evidence)
        for j in relations(seen(), memory)
        if j.relation is not Relation.DIFFERENT or len(reports) <= ALL_PAIRS
    ]
    pairs = inherited(pairs, {r.doc: len(r.text) for r in reports})
    credited = {doc: outlet for doc, outlet in named if plain(outlet) not in outlets}
    return Lineage(tuple(pairs), origins([r.doc for r in reports], pairs, credited))


def relations(reports: Iterable[Sketch], memory: int = MEMORY, processes: int = 1) -> Iterator[Judged]:
    """Every pair of reports that is worth judging, judged, in order. The reports are taken once, one by one; no more
    than `memory` bytes of them and of their keys are held.
    """
    shelf: Shelf[Traced] = Shelf(memory // 2)
    sketches = Sketches(memory // 2)
    vocabulary = Vocabulary()
    for report in reports:
        vocabulary.add(report.roots)
        shelf.append_packed(report.stored)
        sketches.add(report)
    yield from Judging(shelf, sketches.candidates(), vocabulary).judged(processes)
