"""A finding that is too long to stand among others: a page of its own, with every answer and every place it is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from habeas.model.claim import Claim
from habeas.model.finding import Answer
from habeas.publish.catalogue import Catalogue, whole_stem
from habeas.publish.site.findings import FindingView, finding_view
from habeas.publish.site.sheet import Piece, Sheet, chunked
from habeas.publish.wording import shortened, voice, when

__all__ = ["whole_sheets"]

_ANSWERS = 200


@dataclass(frozen=True, slots=True)
class _Said:
    """One place where an answer is given."""

    href: str
    report: str
    title: str
    words: str
    voice: str
    when: str


@dataclass(frozen=True, slots=True)
class _AnswerPiece:
    """As many of the places of one answer as stand on a page."""

    value: str
    continued: bool
    total: int
    said: tuple[_Said, ...]


@dataclass(frozen=True, slots=True)
class _WholeView:
    finding: FindingView
    answers: tuple[_AnswerPiece, ...]
    number: int


def whole_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of each finding that has very many answers or very many words."""
    for finding in catalogue.findings:
        if not catalogue.whole_href(finding):
            continue
        given = [(one, [c for c in one.claims if c in catalogue.claims]) for one in finding.answers]
        short: FindingView | None = None
        for paging, pieces in chunked(whole_stem(finding), given, _ANSWERS):
            seen = catalogue.at(paging.root)
            short = replace(short or finding_view(finding, seen), href=seen.finding_href(finding.id) or "")
            view = _WholeView(short, tuple(_piece(piece, seen) for piece in pieces), len(finding.answers))
            title = shortened(finding.question, 120)
            yield Sheet(paging.path, "findings", title, "whole.html", view, paging)


def _piece(piece: Piece[Answer, str], catalogue: Catalogue) -> _AnswerPiece:
    said = tuple(_said(catalogue.claims[claim], catalogue) for claim in piece.rows)
    return _AnswerPiece(piece.thing.value, piece.continued, piece.total, said)


def _said(claim: Claim, catalogue: Catalogue) -> _Said:
    return _Said(
        href=catalogue.words_href(claim),
        report=catalogue.labels[claim.doc],
        title=shortened(catalogue.title(claim.doc), 80),
        words=shortened(claim.quote, 200),
        voice=voice(claim) or "the report itself",
        when=when(claim.as_of),
    )
