"""Claims that a law's name makes by itself: the year it was enacted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from habeas.claim.context import AsOf, Context
from habeas.claim.drafting import Draft
from habeas.model.claim import AsOfBasis, Kind
from habeas.model.marks import EntityType, MentionForm
from habeas.model.span import Span

__all__ = ["enactments"]

_YEAR: Final = r"(1[5-9]\d\d|20\d\d)"
_BEFORE: Final = re.compile(_YEAR + r"\s+$")
_AFTER: Final = re.compile(r"\s*(?:,\s*|\s(?:of|de|del)\s+|\()" + _YEAR)
_INSIDE: Final = re.compile(_YEAR)
_REACH: Final = 12


def enactments(ctx: Context) -> Iterator[Draft]:
    """One draft for each law named with a year ("the 1936 Public Order Act"), at its first such mention."""
    seen = set()
    for mention in ctx.marks.mentions:
        entity = ctx.marks.entities[mention.entity]
        if (
            entity.type is not EntityType.LAW
            or mention.form is not MentionForm.NAME
            or mention.entity in seen
        ):
            continue
        found = _year(ctx.report.text, mention.span)
        if found is None:
            continue
        seen.add(mention.entity)
        year, span = found
        yield Draft(
            kind=Kind.LEGAL,
            subject=entity.name,
            property="year of enactment",
            value=year,
            span=span,
            anchor=span,
            frame="year-of-law",
            confidence=0.8,
            part="law",
            subject_type="law",
            when=AsOf(year, AsOfBasis.STATED, date(int(year), 1, 1), date(int(year), 12, 31)),
        )


def _year(text: str, span: Span) -> tuple[str, Span] | None:
    """The year that stands right before, in or right after a law's name, and the span of both."""
    if before := _BEFORE.search(text, max(0, span.start - _REACH), span.start):
        return before[1], Span(before.start(), span.end)
    if inside := _INSIDE.search(text, span.start, span.end):
        return inside[1], span
    if after := _AFTER.match(text, span.end, span.end + _REACH):
        return after[1], Span(span.start, after.end())
    return None
