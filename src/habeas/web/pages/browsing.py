"""Browsing: claims by facets and words, one claim by itself, and the search over reports and claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from habeas.ledger import ClaimQuery, Hits, Role
from habeas.model.span import Span
from habeas.review import ClaimAnchor, Decision, in_force
from habeas.web.access import Needs, Visitor, edition_for
from habeas.web.asking import FacetView, Page, address_of, asked, chosen, facet_views
from habeas.web.rendering import page
from habeas.web.rows import ClaimRow, claim_row

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Reader = Annotated[Visitor, Depends(Needs(Role.READER))]

_SIZE = 25
_AROUND = 400


@dataclass(frozen=True, slots=True)
class _Pages:
    """Links to the pages of a list."""

    page: int
    pages: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _ClaimsView:
    rows: tuple[ClaimRow, ...]
    total: int
    query: ClaimQuery
    chosen: tuple[tuple[str, str], ...]
    facets: tuple[FacetView, ...]
    paging: _Pages
    all_checked: bool
    check_all: str


@router.get("/")
def start() -> RedirectResponse:
    """The claims are where a visit begins."""
    return RedirectResponse("/claims", 303)


@router.get("/claims")
def claims(
    request: Request,
    visitor: Reader,
    query: Annotated[ClaimQuery, Depends(asked)],
    number: Annotated[Page, Query(alias="page")] = 1,
    checked: Annotated[str, Query(max_length=3)] = "",
) -> Response:
    """One page of the claims asked for."""
    ledger = edition_for(request, visitor).ledger
    found = ledger.claims(query, number, _SIZE)
    before = address_of(query, number - 1) if number > 1 else ""
    after = address_of(query, number + 1) if number < found.pages else ""
    here = address_of(query, number)
    view = _ClaimsView(
        tuple(map(claim_row, found.claims)),
        found.total,
        query,
        chosen(query),
        facet_views(query, found.facets),
        _Pages(number, found.pages, before, after),
        checked == "all",
        here + ("&" if "?" in here else "?") + "checked=all",
    )
    return page(
        request, "claims.html", "review" if query.verdict == "none" else "claims", "Claims", visitor, view
    )


@dataclass(frozen=True, slots=True)
class _ClaimView:
    row: ClaimRow
    before: str
    words: str
    after: str
    headline: str
    findings: tuple[tuple[str, str, str], ...]
    decisions: tuple[Decision, ...]
    held: frozenset[int]


@router.get("/claims/{name}")
def claim(request: Request, visitor: Reader, name: str) -> Response:
    """One claim in its words, with every decision that was made on it."""
    ledger = edition_for(request, visitor).ledger
    with ledger.one_view():
        found = ledger.claim(name)
        one = found.claim
        report = ledger.report(one.report)[0].report
        made = tuple(d for d in ledger.decisions(one.report) if _is_on(d, one.id))
        questions = ledger.questions(name for name, _ in found.findings)
    around = Span(max(0, one.span.start - _AROUND), min(len(report.text), one.span.end + _AROUND))
    view = _ClaimView(
        claim_row(found),
        report.text[around.start : one.span.start],
        report.quote(one.span),
        report.text[one.span.end : around.end],
        report.headline.value if report.headline else report.doc,
        tuple((name, status, questions.get(name, name)) for name, status in found.findings),
        made,
        frozenset(d.id for d in in_force(made)),
    )
    return page(request, "claim.html", "claims", f"{one.subject}: {one.property}", visitor, view)


def _is_on(decision: Decision, claim: str) -> bool:
    anchor = decision.ruling.anchor
    return isinstance(anchor, ClaimAnchor) and anchor.claim == claim


@dataclass(frozen=True, slots=True)
class _SearchView:
    words: str
    hits: Hits
    pages: int
    more: str


@router.get("/search")
def search(
    request: Request,
    visitor: Reader,
    words: Annotated[str, Query(max_length=200)] = "",
    number: Annotated[Page, Query(alias="page")] = 1,
) -> Response:
    """Reports and claims that hold all words."""
    hits = edition_for(request, visitor).ledger.search(words, number)
    most = max(hits.total_reports, hits.total_claims)
    pages = max(1, -(-most // 20))
    more = address_of(ClaimQuery(words=words), number + 1, "/search") if number < pages else ""
    return page(request, "search.html", "", "Search", visitor, _SearchView(words, hits, pages, more))
