"""Findings: contested ones first, with their answers side by side; an editor settles, splits and merges them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from habeas.ledger import Counted, FindingView, Role
from habeas.model.claim import Claim
from habeas.model.finding import Finding
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import chain, shortened
from habeas.review import Verdict, on_finding
from habeas.web.access import Needs, Posted, Posting, Visitor, edition_for
from habeas.web.asking import Page
from habeas.web.editions import Edition
from habeas.web.pages.deciding import verdict_named
from habeas.web.rendering import back_to, page
from habeas.web.rows import claim_href, status_words
from habeas.web.sessions import Notice

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_SIZE = 20
_WORDS = 6
"""Claims that are shown behind an answer."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A claim behind an answer."""

    id: str
    doc: str
    quote: str
    voice: str
    href: str


@dataclass(frozen=True, slots=True)
class _AnswerView:
    value: str
    words: tuple[_Word, ...]
    more: int


@dataclass(frozen=True, slots=True)
class _FindingCard:
    finding: Finding
    standing: Standing
    legend: Legend
    answers: tuple[_AnswerView, ...]
    decisions: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _FindingsView:
    cards: tuple[_FindingCard, ...]
    statuses: tuple[tuple[str, str, int, bool], ...]
    status: str
    words: str
    total: int
    number: int
    pages: int
    before: str
    after: str


@router.get("/findings")
def findings(
    request: Request,
    visitor: Annotated[Visitor, Depends(Needs(Role.READER))],
    status: Annotated[str, Query(max_length=40)] = "conflict",
    words: Annotated[str, Query(max_length=200)] = "",
    number: Annotated[Page, Query(alias="page")] = 1,
) -> Response:
    """One page of findings of a status."""
    edition = edition_for(request, visitor)
    with edition.ledger.one_view():
        found = edition.ledger.findings(None if status == "all" else status, words or None, number, _SIZE)
        cards = _cards(found.findings, edition)
    view = _FindingsView(
        cards,
        _statuses(found.statuses, status),
        status,
        words,
        found.total,
        number,
        found.pages,
        _address(status, words, number - 1) if number > 1 else "",
        _address(status, words, number + 1) if number < found.pages else "",
    )
    return page(request, "findings.html", "findings", "Findings", visitor, view)


@router.get("/findings/{name}")
def finding(
    request: Request, visitor: Annotated[Visitor, Depends(Needs(Role.READER))], name: str
) -> Response:
    """One finding by itself."""
    edition = edition_for(request, visitor)
    with edition.ledger.one_view():
        one = edition.ledger.finding(name)
        card = _cards((one,), edition)[0]
    return page(request, "finding.html", "findings", one.finding.question, visitor, card)


@router.post("/findings/{name}")
def rule(name: str, sent: Annotated[Posted, Depends(Posting(Role.EDITOR))]) -> Response:
    """Settle a finding on an answer, split claims off it, or merge another into it."""
    found = sent.edition.ledger
    one = found.finding(name).finding
    other = found.finding(sent.text("other")).finding if sent.text("other") else None
    value = sent.text("own") or sent.text("value") or None
    apart = tuple(c for c in sent.texts("claim") if c in one.claims)
    ruling = on_finding(one, verdict_named(sent.text("verdict")), sent.text("note"), value, other, apart)
    made = sent.desk.ledger.decide(ruling, sent.visitor.name)
    did = {Verdict.SETTLE: "settled", Verdict.SPLIT: "split", Verdict.MERGE: "merged"}[ruling.verdict]
    sent.session.notice = Notice(f"Finding {did}.", tuple(d.id for d in made))
    return back_to(sent.text("back", 4000), "/findings")


def _cards(views: Sequence[FindingView], edition: Edition) -> tuple[_FindingCard, ...]:
    """The cards of findings, with the claims behind their answers."""
    shown = (c for view in views for answer in view.finding.answers for c in answer.claims[:_WORDS])
    claims = edition.ledger.claims_named(shown)
    return tuple(_card(view, claims) for view in views)


def _card(view: FindingView, claims: Mapping[str, Claim]) -> _FindingCard:
    stands = standing(view.finding)
    answers = tuple(
        _AnswerView(
            answer.value,
            tuple(_word(claims[c]) for c in answer.claims[:_WORDS] if c in claims),
            max(0, len(answer.claims) - _WORDS),
        )
        for answer in view.finding.answers
    )
    decisions = tuple(
        (d.id, f"{d.ruling.verdict.value} {d.ruling.value or ''} by {d.by}. {d.ruling.note}")
        for d in view.decisions
    )
    return _FindingCard(view.finding, stands, LEGEND[stands], answers, decisions)


def _word(claim: Claim) -> _Word:
    voice = chain(claim.asserted_by) or "the report itself"
    return _Word(claim.id, claim.doc, shortened(claim.quote, 200), voice, claim_href(claim))


def _statuses(counted: tuple[Counted, ...], chosen: str) -> tuple[tuple[str, str, int, bool], ...]:
    """Each status with its words, address, number, and whether it is the one that is shown; the contested first."""
    first = sorted(counted, key=lambda one: (one.value != "conflict", one.value))
    rows = [(status_words(c.value), _address(c.value, "", 1), c.claims, c.value == chosen) for c in first]
    everything = sum(c.claims for c in counted)
    return (*rows, ("all", _address("all", "", 1), everything, chosen == "all"))


def _address(status: str, words: str, number: int) -> str:
    asked: dict[str, str | int] = {"status": status}
    if words:
        asked["words"] = words
    if number > 1:
        asked["page"] = number
    return f"/findings?{urlencode(asked)}"
