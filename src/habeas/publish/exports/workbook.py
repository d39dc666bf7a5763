"""XLSX for the newsroom: a sheet each for findings, claims, checks, reports, origins, names, and what was left over.

Every text is written as text: no cell holds a formula, whatever a report says. Numbers are numbers, days are days.
Needs the extra `office`. The same dossier gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from habeas.errors import UsageError
from habeas.publish.catalogue import Catalogue
from habeas.publish.site.checks import check_view, in_reading_order
from habeas.publish.standing import LEGEND, standing
from habeas.publish.wording import answer, voice

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

__all__ = ["workbook"]

_ROWS = 1_048_575
"""The rows below the head that a sheet of Excel holds."""

_CELL = 32_767
"""The characters that a cell of Excel holds."""

_MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""No clock may be read; the parts of an XLSX file, a ZIP, begin with this day as well."""


_FINDINGS = (
    *(("Question", 50), ("Standing", 15), ("Answers", 60), ("Reports", 9), ("Origins", 9)),
    *(("Upstream sources", 30), ("Note", 40), ("Settled", 20), ("Claims", 30), ("Id", 14)),
)
_CLAIMS = (
    *(
        ("Report", 8),
        ("Subject", 28),
        ("Property", 22),
        ("Value", 30),
        ("Number", 12),
        ("Up to", 12),
        ("Unit", 12),
    ),
    *(
        ("As of", 12),
        ("From", 12),
        ("To", 12),
        ("Place", 18),
        ("Said by", 32),
        ("Modality", 12),
        ("Negated", 9),
    ),
    *(("Words", 70), ("Kind", 12), ("Part", 12), ("Confidence", 11), ("Second reader", 16), ("Decision", 12)),
    *(("Correction", 14), ("File", 24), ("Start", 8), ("End", 8), ("Findings", 16), ("Id", 14)),
)
_CHECKS = (
    *(("Verdict", 16), ("Statement", 60), ("Formula", 30), ("Computed", 16), ("Note", 50)),
    *(("Kind", 16), ("Claims", 30), ("Id", 14)),
)
_REPORTS = (
    *(("Report", 8), ("Headline", 60), ("Outlet", 24), ("Byline", 24), ("Published", 12), ("Origin", 10)),
    *(("Language", 9), ("Address", 40), ("File", 24), ("SHA-256", 68)),
)
_PAIRS = (("One", 8), ("Other", 8), ("Relation", 26), ("Grounds", 90))
_NAMES = (
    *(("Name", 34), ("Type", 14), ("Also called", 40), ("Offices", 30), ("Country", 9), ("Public", 8)),
    *(("Mentions", 10), ("Reports", 9), ("Id", 30)),
)
_LEFT = (("Report", 8), ("Words", 70), ("Kind", 12), ("Why", 50), ("Start", 8), ("End", 8))
"""The columns of each sheet and their widths in letters."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet: its name, the columns with their widths in characters, the rows, and the file that holds them all."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[object, ...]]
    file: str


def workbook(catalogue: Catalogue) -> bytes:
    """The dossier as a workbook. Raises UsageError without the extra `office`."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise UsageError("a workbook needs further packages: pip install 'habeas[office]'") from error
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "What the reports say", "author": "habeas", "created": _MADE})
    for sheet in _sheets(catalogue):
        _write(book, sheet)
    book.close()
    return out.getvalue()


def _write(book: Workbook, sheet: _Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for column, (title, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, title, head)
    rows = list(sheet.rows)
    for number, row in enumerate(rows[:_ROWS], 1):
        for column, value in enumerate(row):
            _put(page, number, column, value, day if isinstance(value, date) else cell)
    if len(rows) > _ROWS:
        page.write_string(
            _ROWS, 0, f"a sheet holds no more: all {len(rows):,} rows are in {sheet.file}", cell
        )
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, min(len(rows), _ROWS), len(sheet.columns) - 1)


def _put(page: Any, row: int, column: int, value: object, look: Any) -> None:
    """One cell by its type; a text is never read as anything else."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_boolean(row, column, value, look)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, look)
    elif isinstance(value, date) and value.year >= 1900:
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), look)
    else:
        page.write_string(row, column, _fitting(str(value)), look)


def _fitting(text: str) -> str:
    """`text` cut to what a cell holds, counted as Excel does (in UTF-16 units)."""
    if len(text) <= _CELL // 2:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return text if len(units) <= 2 * _CELL else units[: 2 * _CELL - 8].decode("utf-16-le", "ignore") + " …"


def _sheets(catalogue: Catalogue) -> Iterator[_Sheet]:
    yield _Sheet("Findings", _FINDINGS, _findings(catalogue), "findings.jsonl")
    yield _Sheet("Claims", _CLAIMS, _claims(catalogue), "claims.jsonl")
    yield _Sheet("Checks", _CHECKS, _checks(catalogue), "checks.jsonl")
    yield _Sheet("Reports", _REPORTS, _reports(catalogue), "reports.jsonl")
    yield _Sheet("Pairs", _PAIRS, _pairs(catalogue), "lineage.json")
    yield _Sheet("Names", _NAMES, _names(catalogue), "entities.json")
    yield _Sheet("Not understood", _LEFT, _left(catalogue), "unclaimed.jsonl")


def _findings(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for f in catalogue.findings:
        answers = "\n".join(a.value for a in f.answers)
        label = LEGEND[standing(f)].label
        counts = len(f.reports), len(f.origins)
        yield (
            f.question,
            label,
            answers,
            *counts,
            "; ".join(f.upstream),
            f.note,
            f.settled,
            " ".join(f.claims),
            f.id,
        )


def _claims(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for c in catalogue.dossier.claims:
        number = c.value if isinstance(c.value, int | float) else None
        yield (
            *(catalogue.labels[c.doc], c.subject, c.property, answer(c), number, c.value_max, c.unit),
            *(c.as_of, c.earliest, c.latest, c.place, voice(c), c.modality.value, c.negated, c.quote),
            *(c.kind.value, c.part, c.confidence, c.reader, c.decision, c.correction),
            *(c.doc, c.span.start, c.span.end),
            " ".join(f.id for f in catalogue.findings_of.get(c.id, ())),
            c.id,
        )


def _checks(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for check in in_reading_order(catalogue):
        view = check_view(check, catalogue)
        told = (view.verdict.label, view.statement, view.formula, view.computed, view.note, view.type)
        yield *told, " ".join(check.claims), check.id


def _reports(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for r in catalogue.dossier.reports:
        facts = [fact.value if fact else None for fact in (r.headline, r.outlet, r.byline)]
        origin = catalogue.origin_of.get(r.doc)
        yield catalogue.labels[r.doc], *facts, r.published_date, origin, r.language, r.url, r.doc, r.sha256


def _pairs(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    labels = catalogue.labels
    for pair in catalogue.dossier.lineage.pairs:
        grounds = "; ".join(evidence.note for evidence in pair.evidence)
        yield labels[pair.a], labels[pair.b], pair.relation.value.replace("_", " "), grounds


def _names(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for e in catalogue.dossier.entities:
        told = e.name, e.type.value, "; ".join(e.aliases), "; ".join(e.offices), e.country, e.public
        yield *told, sum(len(form.spans) for form in e.forms), len({form.doc for form in e.forms}), e.id


def _left(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for u in catalogue.dossier.unclaimed:
        yield catalogue.labels[u.doc], u.quote, u.kind, u.reason, u.span.start, u.span.end
