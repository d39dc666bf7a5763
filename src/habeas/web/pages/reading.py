"""Reading: the list of reports, and a report's own text with its claims marked and their review in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from markupsafe import Markup

from habeas.ledger import ClaimQuery, ReadingView, ReportView, Role
from habeas.model.lineage import Relation
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span
from habeas.publish.site.lineage import RELATION_WORDS
from habeas.publish.site.weaving import Highlight, woven
from habeas.publish.wording import shortened
from habeas.web.access import Needs, Visitor, edition_for
from habeas.web.asking import Page
from habeas.web.editions import Edition
from habeas.web.rendering import page
from habeas.web.rows import ClaimRow, claim_row

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Reader = Annotated[Visitor, Depends(Needs(Role.READER))]

_MOST = 100_000
_SIZE = 100
_RELATIVES = 20
_TAGS = {
    BlockKind.HEADLINE: "h2",
    BlockKind.DECK: "deck",
    BlockKind.HEADING: "h3",
    BlockKind.LIST_ITEM: "item",
}


@dataclass(frozen=True, slots=True)
class _ReportsView:
    reports: tuple[ReportView, ...]
    total: int
    number: int
    pages: int


@router.get("/reports")
def reports(request: Request, visitor: Reader, number: Annotated[Page, Query(alias="page")] = 1) -> Response:
    """One page of the reports."""
    ledger = edition_for(request, visitor).ledger
    with ledger.one_view():
        total, found = ledger.report_count(), ledger.reports(number, _SIZE)
    view = _ReportsView(found, total, number, max(1, -(-total // _SIZE)))
    return page(request, "reports.html", "reports", "Reports", visitor, view)


@dataclass(frozen=True, slots=True)
class _BlockView:
    tag: str
    noise: str
    html: Markup
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class _Relative:
    relation: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _ReportView:
    report: Report
    headline: str
    reading: ReadingView
    readings: int
    claims: int
    blocks: tuple[_BlockView, ...]
    relatives: tuple[_Relative, ...]


@router.get("/reports/{sha256}")
def report(request: Request, visitor: Reader, sha256: str) -> Response:
    """One report to read, in its newest reading."""
    edition = edition_for(request, visitor)
    with edition.ledger.one_view():
        readings = edition.ledger.report(sha256)
        current = next((r for r in readings if r.current), readings[0])
        one = current.report
        found = edition.ledger.claims(ClaimQuery(report=one.sha256), 1, _MOST).claims
        relatives = _relatives(one, edition)
    rows = sorted(zip((v.claim.span for v in found), map(claim_row, found), strict=True), key=lambda r: r[0])
    headline = shortened(one.headline.value if one.headline else one.doc, 200)
    view = _ReportView(
        one,
        headline,
        current,
        len(readings),
        len(found),
        tuple(_blocks(one, rows)),
        relatives,
    )
    return page(request, "reading.html", "reports", headline, visitor, view)


def _blocks(report: Report, rows: Sequence[tuple[Span, ClaimRow]]) -> Iterator[_BlockView]:
    """Each block with the marks that touch it and the claims that begin in it."""
    blocks = report.blocks or (Block(Span(0, len(report.text)), BlockKind.PARAGRAPH),)
    waiting = [(span, row) for span, row in rows if span.end > span.start]
    done: set[str] = set()
    carried: list[Highlight] = []
    for n, block in enumerate(blocks):
        end = block.span.end if n + 1 < len(blocks) else len(report.text)
        here = []
        while waiting and waiting[0][0].start < end:
            span, row = waiting.pop(0)
            here.append(row)
            title = shortened(f"{row.kind}: {row.subject}: {row.property}: {row.answer}", 120)
            style = f"claim {row.kind}" + (f" is-{row.verdict}" if row.verdict else "")
            carried.append(Highlight(span, row.anchor, style, title))
        html = woven(report.text, block.span, carried, done)
        carried = [highlight for highlight in carried if highlight.span.end > end]
        noise = block.noise.value.replace("_", " ") if block.noise else ""
        yield _BlockView("noise" if noise else _TAGS.get(block.kind, "p"), noise, html, tuple(here))


def _relatives(report: Report, edition: Edition) -> tuple[_Relative, ...]:
    """The reports that this one is joined to, with the address of the comparison."""
    joined = [p for p in edition.pairs.get(report.doc, ()) if p.relation is not Relation.DIFFERENT][
        :_RELATIVES
    ]
    others = [pair.b if pair.a == report.doc else pair.a for pair in joined]
    known = edition.ledger.reports_named(others)
    return tuple(
        _Relative(
            RELATION_WORDS[pair.relation],
            shortened(known[doc].headline or doc, 80),
            f"/compare?a={report.sha256}&b={known[doc].sha256}",
        )
        for pair, doc in zip(joined, others, strict=True)
        if doc in known
    )
