"""Days without a year in reports without a date: other reports of the story give the year, where they agree on one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from habeas.model.claim import AsOfBasis, Claim
from habeas.model.marks import Marks
from habeas.reconcile.case import Case

__all__ = ["anchored"]

_DAY = re.compile(r"^XXXX-(\d\d)-(\d\d)$")


def anchored(case: Case) -> tuple[Claim, ...]:
    """The claims of the case; those of undated reports that stand on one day without a year get the story's year.

    The year is that of every dated report of the story. Where they disagree, nobody knows, and nothing is filled in.
    """
    years = _years(case)
    return tuple(
        _placed(claim, case.marked[claim.doc], years.get(case.story.get(claim.doc, -1)))
        if claim.as_of is None and case.report[claim.doc].published is None
        else claim
        for claim in case.claims
    )


def _years(case: Case) -> Mapping[int, int]:
    """The one year of each story's dated reports."""
    found: dict[int, set[int]] = defaultdict(set)
    for report in case.reports:
        if report.published_date is not None:
            found[case.story[report.doc]].add(report.published_date.year)
    return {story: next(iter(years)) for story, years in found.items() if len(years) == 1}


def _placed(claim: Claim, marks: Marks, year: int | None) -> Claim:
    if year is None:
        return claim
    days = {m.timex for m in marks.moments if claim.span.contains(m.span) and _DAY.match(m.timex)}
    day = _day(days, year)
    if day is None:
        return claim
    return replace(
        claim, as_of=day.isoformat(), as_of_basis=AsOfBasis.FROM_OTHER_DOCS, earliest=day, latest=day
    )


def _day(timexes: Iterable[str], year: int) -> date | None:
    """The only day named, None where there are several or it is no day of that year."""
    found = [m for t in timexes if (m := _DAY.match(t))]
    if len(found) != 1:
        return None
    try:
        return date(year, int(found[0][1]), int(found[0][2]))
    except ValueError:
        return None
