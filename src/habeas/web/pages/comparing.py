"""Comparing two reports side by side: how they are related, and the passages that join them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from markupsafe import Markup

from habeas.ledger import ReportView, Role
from habeas.model.lineage import Evidence, Pair
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.publish.site.lineage import RELATION_WORDS
from habeas.publish.site.weaving import Highlight, woven
from habeas.publish.wording import shortened
from habeas.web.access import Needs, Visitor, desk_of
from habeas.web.editions import Edition
from habeas.web.rendering import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_MOST_PAIRS = 100


@dataclass(frozen=True, slots=True)
class _Passage:
    """Words of one report beside those of the other; `number` joins them in the texts below."""

    number: int
    note: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class _Side:
    sha256: str
    doc: str
    headline: str
    origin: str
    language: str
    text: Markup


@dataclass(frozen=True, slots=True)
class _Compared:
    relation: str
    same_origin: bool
    grounds: tuple[str, ...]
    passages: tuple[_Passage, ...]
    a: _Side
    b: _Side


@dataclass(frozen=True, slots=True)
class _PairRow:
    relation: str
    a: str
    b: str
    passages: int
    href: str


@dataclass(frozen=True, slots=True)
class _CompareView:
    reports: tuple[ReportView, ...]
    pairs: tuple[_PairRow, ...]
    a: str
    b: str
    compared: _Compared | None


@router.get("/compare")
def compare(
    request: Request,
    visitor: Annotated[Visitor, Depends(Needs(Role.READER))],
    a: Annotated[str, Query(max_length=64)] = "",
    b: Annotated[str, Query(max_length=64)] = "",
) -> Response:
    """Two reports beside each other; the choice of two where none are named."""
    edition = desk_of(request).edition(visitor.may("reviewer"))
    compared = None
    if a and b:
        one, other = (edition.ledger.report(sha)[0].report for sha in (a, b))
        compared = _compared(edition.reports[one.doc], edition.reports[other.doc], edition)
    view = _CompareView(edition.ledger.reports(), _pairs(edition), a, b, compared)
    return page(request, "compare.html", "compare", "Compare two reports", visitor, view)


def _pairs(edition: Edition) -> tuple[_PairRow, ...]:
    """Pairs of reports with passages that join them, those with most first."""
    rows = [
        _PairRow(
            RELATION_WORDS[pair.relation],
            pair.a,
            pair.b,
            sum(1 for e in pair.evidence if e.a and e.b),
            f"/compare?a={edition.reports[pair.a].sha256}&b={edition.reports[pair.b].sha256}",
        )
        for pair in (edition.dossier.lineage.pairs if edition.dossier else ())
    ]
    joined = sorted((row for row in rows if row.passages), key=lambda row: (-row.passages, row.a, row.b))
    return tuple(joined[:_MOST_PAIRS])


def _compared(a: Report, b: Report, edition: Edition) -> _Compared:
    assert edition.dossier is not None
    lineage = edition.dossier.lineage
    pair = _pair(a, b, lineage.pairs)
    evidence = pair.evidence if pair else ()
    joined = [(e, e.a, e.b) for e in evidence if e.a and e.b]
    passages = tuple(
        _Passage(n, one.note, shortened(x.of(a.text), 600), shortened(y.of(b.text), 600))
        for n, (one, x, y) in enumerate(joined, 1)
    )
    origins = lineage.origin_of(a.doc), lineage.origin_of(b.doc)
    return _Compared(
        RELATION_WORDS[pair.relation] if pair else "The same report" if a is b else "Not joined",
        origins[0] == origins[1],
        tuple(dict.fromkeys(e.note for e in evidence if not (e.a and e.b))),
        passages,
        _side(a, origins[0], "a", [x for _, x, _ in joined]),
        _side(b, origins[1], "b", [y for _, _, y in joined]),
    )


def _pair(a: Report, b: Report, pairs: tuple[Pair, ...]) -> Pair | None:
    """The pair of two reports, its evidence told from the side of `a`."""
    for pair in pairs:
        if (pair.a, pair.b) == (a.doc, b.doc):
            return pair
        if (pair.a, pair.b) == (b.doc, a.doc):
            turned = tuple(_turned(one) for one in pair.evidence)
            return replace(pair, a=a.doc, b=b.doc, evidence=turned)
    return None


def _turned(evidence: Evidence) -> Evidence:
    return replace(evidence, a=evidence.b, b=evidence.a)


def _side(report: Report, origin: str, name: str, spans: list[Span]) -> _Side:
    marks = [
        Highlight(span, f"{name}-{n}", "joined", f"passage {n}")
        for n, span in enumerate(spans, 1)
        if span.end > span.start
    ]
    return _Side(
        report.sha256,
        report.doc,
        shortened(report.headline.value if report.headline else report.doc, 160),
        origin,
        report.language,
        woven(report.text, Span(0, len(report.text)), marks, set()),
    )
