"""Comparing two reports side by side: how they are related, and the passages that join them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from markupsafe import Markup

from habeas.errors import UsageError
from habeas.ledger import Ledger, ReadingView, ReportView, Role
from habeas.model.lineage import Evidence, Pair
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.publish.site.lineage import RELATION_WORDS
from habeas.publish.site.weaving import Highlight, woven
from habeas.publish.wording import shortened
from habeas.web.access import Needs, Visitor, edition_for
from habeas.web.editions import Edition
from habeas.web.rendering import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_MOST_PAIRS = 100
_MOST_CHOICES = 200
"""Above this many reports two are named by file or words, as a list of all would be too long to choose from."""

_DIGEST = re.compile(r"[0-9a-f]{8,64}\Z")


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
    a: Annotated[str, Query(max_length=200)] = "",
    b: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Two reports beside each other; the choice of two where none are named."""
    edition = edition_for(request, visitor)
    ledger = edition.ledger
    compared = None
    with ledger.one_view():
        choice = ledger.reports() if ledger.report_count() <= _MOST_CHOICES else ()
        pairs = () if a and b else _pairs(edition)
        if a and b:
            one, other = _report(ledger, a), _report(ledger, b)
    if a and b:
        a, b = (r.sha256 if choice else r.doc for r in (one, other))
        compared = _compared(one, other, edition)
    view = _CompareView(choice, pairs, a, b, compared)
    return page(request, "compare.html", "compare", "Compare two reports", visitor, view)


def _report(ledger: Ledger, given: str) -> Report:
    """The report that a visitor means by its digest, its file name or words in it. Raises UsageError."""
    named = ledger.reports_named([given])
    if given in named:
        return _current(ledger.report(named[given].sha256))
    if _DIGEST.match(given):
        return _current(ledger.report(given))
    hits = ledger.search(given, 1, 1).reports
    if not hits:
        raise UsageError(f"there is no report {given!r}, and none that holds these words")
    return _current(ledger.report(hits[0].report))


def _current(readings: tuple[ReadingView, ...]) -> Report:
    return next((r for r in readings if r.current), readings[0]).report


def _pairs(edition: Edition) -> tuple[_PairRow, ...]:
    """Pairs of reports with passages that join them, those with most first."""
    counted = [(sum(1 for e in pair.evidence if e.a and e.b), pair) for pair in edition.lineage.pairs]
    joined = sorted((one for one in counted if one[0]), key=lambda one: (-one[0], one[1].a, one[1].b))[
        :_MOST_PAIRS
    ]
    known = edition.ledger.reports_named({doc for _, pair in joined for doc in (pair.a, pair.b)})
    return tuple(
        _PairRow(
            RELATION_WORDS[pair.relation],
            pair.a,
            pair.b,
            passages,
            f"/compare?a={known[pair.a].sha256}&b={known[pair.b].sha256}",
        )
        for passages, pair in joined
    )


def _compared(a: Report, b: Report, edition: Edition) -> _Compared:
    lineage = edition.lineage
    pair = _pair(a, b, edition.pairs.get(a.doc, ()))
    evidence = pair.evidence if pair else ()
    joined = [(e, e.a, e.b) for e in evidence if e.a and e.b]
    passages = tuple(
        _Passage(n, one.note, shortened(x.of(a.text), 600), shortened(y.of(b.text), 600))
        for n, (one, x, y) in enumerate(joined, 1)
    )
    origins = lineage.origin_of(a.doc), lineage.origin_of(b.doc)
    return _Compared(
        RELATION_WORDS[pair.relation] if pair else "The same report" if a.doc == b.doc else "Not joined",
        origins[0] == origins[1],
        tuple(dict.fromkeys(e.note for e in evidence if not (e.a and e.b))),
        passages,
        _side(a, origins[0], "a", [x for _, x, _ in joined]),
        _side(b, origins[1], "b", [y for _, _, y in joined]),
    )


def _pair(a: Report, b: Report, pairs: Sequence[Pair]) -> Pair | None:
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
