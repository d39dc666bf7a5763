"""Years between: "opened in 2009, four years after it was licensed in 2005"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import Moment, QuantityKind
from habeas.model.wording import figure
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over

__all__ = ["years_between"]

_DATED = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?)?$")
_YEAR = 365.25
SLACK = 0.5
"""Years by which a count of whole years may differ from the time between two days or months."""


def years_between(case: Case) -> Iterator[Check]:
    """A check for each count of years "before" or "after" in a sentence that states two years."""
    for doc in case.of_doc:
        report = case.report[doc]
        apart = lexicon(report.language, "reconcile")["intervals"]["apart"]
        sentences = case.marked[doc].sentences
        for one in figures(case, doc):
            if one.mark.kind is not QuantityKind.DURATION or one.mark.unit != "years":
                continue
            follows = report.text[one.mark.number.end : one.mark.number.end + 30].lower()
            if not re.match(rf"\W*\w+\s+(?:{'|'.join(apart)})\b", follows):
                continue
            over = sentence_over(sentences, one.mark.number.start)
            dated = [
                m
                for m in case.marked[doc].moments
                if over.start <= m.span.start < over.end
                and _DATED.match(m.timex or "")
                and m.earliest
                and m.latest
            ]
            if len(dated) == 2:
                yield _check(one, dated)


def _check(one: Figure, dated: Sequence[Moment]) -> Check:
    first, last = sorted(dated, key=lambda m: (m.earliest, m.latest))
    assert first.earliest and first.latest and last.earliest and last.latest
    if len(first.timex or "") == len(last.timex or "") == 4:
        low = high = float(last.earliest.year - first.earliest.year)
        slack = 0.0
    else:
        low = (last.earliest - first.latest).days / _YEAR
        high = (last.latest - first.earliest).days / _YEAR
        slack = SLACK if max(len(first.timex or ""), len(last.timex or "")) > 4 else 0.0
        slack = min(slack, max(0.0, SLACK - (high - low) / 2))
    return Check(
        id="",
        type=CheckType.CHRONOLOGY,
        statement=f"{figure(one.claim.value)} years lie between {first.timex} and {last.timex}",
        formula=f"{last.timex} - {first.timex}",
        computed=round((low + high) / 2, 1),
        holds=low - slack <= one.value <= high + slack,
        claims=(one.claim.id,),
        note="the years fit"
        if low - slack <= one.value <= high + slack
        else f"about {(low + high) / 2:.0f} years apart",
    )
