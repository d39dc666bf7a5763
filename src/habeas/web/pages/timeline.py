"""The timeline: what the reports place in time, earliest first, each thing with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from habeas.ledger import Role
from habeas.model.claim import Claim
from habeas.model.record import LaneItem
from habeas.publish.wording import period, shortened
from habeas.web.access import Needs, Visitor, edition_for
from habeas.web.asking import Page
from habeas.web.rendering import page
from habeas.web.rows import claim_href

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_SIZE = 100
_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Moment:
    when: str
    kind: str
    label: str
    words: str
    links: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class _TimelineView:
    years: tuple[tuple[str, tuple[_Moment, ...]], ...]
    total: int
    number: int
    pages: int


@router.get("/timeline")
def timeline(
    request: Request,
    visitor: Annotated[Visitor, Depends(Needs(Role.READER))],
    number: Annotated[Page, Query(alias="page")] = 1,
) -> Response:
    """One page of the timeline."""
    edition = edition_for(request, visitor)
    items = edition.timeline
    part = items[(number - 1) * _SIZE : number * _SIZE]
    claims = edition.ledger.claims_named(c for item in part for c in item.claims[:_WORDS])
    years = tuple(
        (year, tuple(_moment(item, claims) for item in group)) for year, group in groupby(part, key=_year)
    )
    view = _TimelineView(years, len(items), number, max(1, -(-len(items) // _SIZE)))
    return page(request, "timeline.html", "timeline", "Timeline", visitor, view)


def _year(item: LaneItem) -> str:
    first = item.earliest or item.latest
    return str(first.year) if first else "Undated"


def _moment(item: LaneItem, known: Mapping[str, Claim]) -> _Moment:
    claims = [known[c] for c in item.claims[:_WORDS] if c in known]
    links = tuple((claim.doc, claim_href(claim)) for claim in claims)
    words = shortened(claims[0].quote, 200) if claims else ""
    when, more = period(item.earliest, item.latest), max(0, len(item.claims) - _WORDS)
    return _Moment(when, item.kind, item.label, words, links, more)
