"""The matrix: questions down, reports across, each answer where it is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.finding import Finding
from habeas.publish.catalogue import Catalogue
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import shortened

__all__ = ["matrix_sheets"]

_WIDEST = 16
"""Past this many reports a grid cannot be read; answers are then listed with the reports behind each."""

_ROWS = 150
_CHIPS = 24


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
    cells: tuple[tuple[_Said, ...], ...]
    answers: tuple[tuple[str, tuple[_Said, ...], int], ...]


@dataclass(frozen=True, slots=True)
class _Column:
    label: str
    title: str
    href: str
    origin: str


@dataclass(frozen=True, slots=True)
class _MatrixView:
    columns: tuple[_Column, ...]
    rows: tuple[_Row, ...]
    grid: bool
    left_out: int


def matrix_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the matrix. Where reports are many, questions that only one report answers are left out."""
    docs = [
        doc for origin in catalogue.dossier.lineage.origins for doc in origin.docs if doc in catalogue.reports
    ]
    grid = len(docs) <= _WIDEST
    shown = [f for f in catalogue.findings if grid or len(f.reports) > 1]
    columns = tuple(_column(doc, catalogue) for doc in docs) if grid else ()
    left_out = len(catalogue.findings) - len(shown)
    for paging, part in sliced("matrix", shown, _ROWS):
        rows = tuple(_row(finding, docs if grid else [], catalogue) for finding in part)
        view = _MatrixView(columns, rows, grid, left_out)
        yield Sheet(paging.href(paging.page), "matrix", "Matrix", "matrix.html", view, paging)


def _column(doc: str, catalogue: Catalogue) -> _Column:
    title = shortened(catalogue.title(doc), 80)
    return _Column(catalogue.labels[doc], title, catalogue.report_href(doc), catalogue.origin_of[doc])


def _row(finding: Finding, docs: list[str], catalogue: Catalogue) -> _Row:
    stands = standing(finding)
    given = _given(finding, catalogue)
    answers = []
    if not docs:
        for answer in finding.answers:
            said = [s for _, s in given if s.value == shortened(answer.value, 60)]
            answers.append((shortened(answer.value, 80), tuple(said[:_CHIPS]), max(0, len(said) - _CHIPS)))
    return _Row(
        question=finding.question,
        href=catalogue.finding_href(finding.id) or "",
        standing=stands,
        legend=LEGEND[stands],
        cells=tuple(tuple(said for at, said in given if at == doc) for doc in docs),
        answers=tuple(answers),
    )


def _given(finding: Finding, catalogue: Catalogue) -> list[tuple[str, _Said]]:
    """Who gives which answer: one entry for each report and answer."""
    found: dict[tuple[str, str], _Said] = {}
    for answer in finding.answers:
        value = shortened(answer.value, 60)
        for claim in (catalogue.claims[c] for c in answer.claims if c in catalogue.claims):
            label = catalogue.labels[claim.doc]
            said = _Said(value, catalogue.words_href(claim), label, shortened(claim.quote))
            found.setdefault((claim.doc, value), said)
    return [(doc, said) for (doc, _), said in found.items()]
