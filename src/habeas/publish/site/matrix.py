"""The matrix: questions down, reports across, each answer where it is given.

Few reports make one grid. Many are shown subject by subject: the reports that answer something about it, in windows of
as many columns as can be read, and questions that are answered all over the corpus as a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.claim import Claim
from habeas.model.finding import Answer, Finding
from habeas.model.saying import said
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.sheet import Piece, Sheet, chunked, sliced
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import shortened

__all__ = ["matrix_sheets"]

_WIDEST = 16
"""Past this many reports a grid cannot be read."""

_WINDOWS = 4
"""The most windows that one question is followed through; past it, its answers are listed with some of their reports."""

_ROWS, _WINDOWS_A_PAGE = 150, 60
_ANSWERS, _CHIPS = 12, 8

_OWN = 3
"""Words of one sort that a cell lists."""


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer that a report gives, and where."""

    value: str
    href: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class _Row:
    question: str
    href: str
    standing: Standing
    legend: Legend
    cells: tuple[tuple[_Said, ...], ...] = ()
    answers: tuple[tuple[str, tuple[_Said, ...], int], ...] = ()
    more: int = 0
    whole: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    label: str
    title: str
    href: str
    origin: str


@dataclass(frozen=True, slots=True)
class _Grid:
    """Questions of one subject (all of them where reports are few) by reports, and those too wide for it."""

    anchor: str
    title: str
    columns: tuple[_Column, ...]
    rows: tuple[_Row, ...]
    listed: tuple[_Row, ...] = ()


@dataclass(frozen=True, slots=True)
class _MatrixView:
    grids: tuple[_Grid, ...]
    subjects: bool
    left_out: int


@dataclass(frozen=True, slots=True)
class _Window:
    """What one grid is made of."""

    subject: str
    number: int
    docs: tuple[str, ...]
    findings: tuple[Finding, ...]
    listed: tuple[Finding, ...]


def matrix_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the matrix. Where reports are many, questions that only one report answers are left out."""
    docs = tuple(
        doc for origin in catalogue.dossier.lineage.origins for doc in origin.docs if doc in catalogue.reports
    )
    if len(docs) > _WIDEST:
        yield from _by_subject(docs, catalogue)
        return
    for paging, part in sliced("matrix", catalogue.findings, _ROWS):
        seen = catalogue.at(paging.root)
        grids = (_grid(_Window("", 0, docs, tuple(part), ()), seen),) if part else ()
        yield Sheet(paging.path, "matrix", "Matrix", "matrix.html", _MatrixView(grids, False, 0), paging)


def _by_subject(docs: Sequence[str], catalogue: Catalogue) -> Iterator[Sheet]:
    order = {doc: n for n, doc in enumerate(docs)}
    shown = [finding for finding in catalogue.findings if len(finding.reports) > 1]
    left_out = len(catalogue.findings) - len(shown)
    subjects: dict[str, list[Finding]] = {}
    for finding in shown:
        subjects.setdefault(finding.subject, []).append(finding)
    windows = [window for subject, asked in subjects.items() for window in _windows(subject, asked, order)]
    sized = [(window, (*window.findings, *window.listed)) for window in windows]
    for paging, pieces in chunked("matrix", sized, _WINDOWS_A_PAGE, _WINDOWS_A_PAGE * 2):
        seen = catalogue.at(paging.root)
        grids = tuple(_grid(_cut(piece), seen) for piece in pieces)
        view = _MatrixView(grids, True, left_out)
        yield Sheet(paging.path, "matrix", "Matrix", "matrix.html", view, paging)


def _cut(piece: Piece[_Window, Finding]) -> _Window:
    """A window that crosses a page is cut between its questions, and has its columns on both pages."""
    gridded = max(0, len(piece.thing.findings) - piece.first)
    return replace(piece.thing, findings=tuple(piece.rows[:gridded]), listed=tuple(piece.rows[gridded:]))


def _windows(subject: str, asked: Sequence[Finding], order: dict[str, int]) -> Iterator[_Window]:
    """The reports that answer something about `subject`, as many at a time as can be read side by side."""
    narrow = [f for f in asked if len(f.reports) <= _WIDEST * _WINDOWS]
    wide = tuple(f for f in asked if len(f.reports) > _WIDEST * _WINDOWS)
    docs = sorted({doc for f in narrow for doc in f.reports if doc in order}, key=order.__getitem__)
    if not docs:
        yield _Window(subject, 0, (), (), wide)
    for number, first in enumerate(range(0, len(docs), _WIDEST)):
        here = tuple(docs[first : first + _WIDEST])
        inside = set(here)
        answered = tuple(f for f in narrow if not inside.isdisjoint(f.reports))
        yield _Window(subject, number, here, answered, () if number else wide)


def _grid(window: _Window, catalogue: Catalogue) -> _Grid:
    name = anchor("subject", window.subject) + (f"-{window.number + 1}" if window.number else "")
    return _Grid(
        anchor=name,
        title=window.subject,
        columns=tuple(_column(doc, catalogue) for doc in window.docs),
        rows=tuple(_row(finding, window.docs, catalogue) for finding in window.findings),
        listed=tuple(_listed(finding, catalogue) for finding in window.listed),
    )


def _column(doc: str, catalogue: Catalogue) -> _Column:
    title = shortened(catalogue.title(doc), 80)
    return _Column(catalogue.labels[doc], title, catalogue.report_href(doc), catalogue.origin_of[doc])


def _row(finding: Finding, docs: Sequence[str], catalogue: Catalogue) -> _Row:
    """A question with a cell for each of `docs`."""
    stands = standing(finding)
    cells: dict[str, dict[str, _Said]] = {doc: {} for doc in docs}
    for answer in finding.answers:
        given: dict[str, list[Claim]] = {}
        for claim in (catalogue.claims[c] for c in answer.claims if c in catalogue.claims):
            given.setdefault(claim.doc, []).append(claim)
        worded = any(said(claim) == answer.value for claims in given.values() for claim in claims)
        for doc in given.keys() & cells.keys():
            for value, claim in _values(answer, given[doc], worded):
                shown = _Said(
                    shortened(value, 90),
                    catalogue.words_href(claim),
                    catalogue.labels[doc],
                    shortened(claim.quote),
                )
                cells[doc].setdefault(value.lower(), shown)
    href = catalogue.finding_href(finding.id) or ""
    return _Row(
        finding.question, href, stands, LEGEND[stands], tuple(tuple(cells[doc].values()) for doc in docs)
    )


def _values(answer: Answer, claims: Sequence[Claim], worded: bool) -> Iterator[tuple[str, Claim]]:
    """What one report answers, in its own words where the answer is one of words (`worded`, or a list of them behind what
    sort they are): other reports put it otherwise."""
    sort, quoted, _ = answer.value.partition(": “")
    if worded:
        yield from ((said(claim), claim) for claim in claims)
    elif quoted:
        named = [claim for claim in claims if claim.property == "described_as"] or list(claims)
        words = tuple(dict.fromkeys(said(claim).lower() for claim in named))
        more = f" and {len(words) - _OWN} more" if len(words) > _OWN else ""
        yield f"{sort}: {'; '.join(f'“{one}”' for one in words[:_OWN])}{more}", named[0]
    else:
        yield answer.value, claims[0]


def _listed(finding: Finding, catalogue: Catalogue) -> _Row:
    """A question with its first answers, each with some of the reports that give it."""
    stands = standing(finding)
    answers = []
    for answer in finding.answers[:_ANSWERS]:
        first = {
            catalogue.claims[c].doc: catalogue.claims[c]
            for c in reversed(answer.claims)
            if c in catalogue.claims
        }
        chips = tuple(
            _Said("", catalogue.words_href(claim), catalogue.labels[doc], shortened(claim.quote))
            for doc, claim in list(reversed(first.items()))[:_CHIPS]
        )
        answers.append((shortened(answer.value, 80), chips, max(0, len(first) - _CHIPS)))
    return _Row(
        question=finding.question,
        href=catalogue.finding_href(finding.id) or "",
        standing=stands,
        legend=LEGEND[stands],
        answers=tuple(answers),
        more=max(0, len(finding.answers) - _ANSWERS),
        whole=catalogue.whole_href(finding),
    )
