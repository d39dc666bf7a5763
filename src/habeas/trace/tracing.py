"""The stage in one function: reports and marks to lineage."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.lineage import Lineage, Pair, Relation
from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.trace.candidates import ALL_PAIRS, candidates
from habeas.trace.credits import credits
from habeas.trace.facts import facts
from habeas.trace.neighbours import Neighbours
from habeas.trace.origins import origins
from habeas.trace.relations import Traced, judge
from habeas.trace.sentences import content
from habeas.trace.words import words

__all__ = ["trace"]


def trace(reports: Sequence[Report], marks: Sequence[Marks]) -> Lineage:
    """The relation of every pair of reports and the origins that follow.

    Up to 40 reports every pair is listed. In a larger corpus a pair that shares nothing is left out:
    it is `different_event`.
    """
    seen = [_traced(report, found) for report, found in zip(reports, marks, strict=True)]
    worth_judging = candidates([t.words for t in seen], [t.facts for t in seen])
    neighbours = Neighbours([t.content for t in seen], worth_judging)
    pairs = []
    for i, j in worth_judging:
        relation, evidence = judge(seen[i], seen[j], neighbours.weight(i, j))
        if relation is not Relation.DIFFERENT or len(seen) <= ALL_PAIRS:
            pairs.append(Pair(reports[i].doc, reports[j].doc, relation, evidence))
    outlets = {t.outlet.lower().removeprefix("the ") for t in seen if t.outlet}
    credited = {
        t.words.doc: credit.outlet
        for t in seen
        for credit in reversed(t.credits)
        if credit.outlet.lower().removeprefix("the ") not in outlets
    }
    return Lineage(tuple(pairs), origins([r.doc for r in reports], pairs, credited))


def _traced(report: Report, marks: Marks) -> Traced:
    seen = words(marks)
    return Traced(
        words=seen,
        prose=seen.prose_shingles,
        facts=facts(report, marks),
        content=content(marks),
        credits=credits(report, marks),
        outlet=report.outlet.value if report.outlet else "",
    )
