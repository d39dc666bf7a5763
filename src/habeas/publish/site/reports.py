"""The list of reports: what went in, and where each comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.dossier import Failure
from habeas.model.report import Report
from habeas.publish.catalogue import Catalogue
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.wording import shortened, when

__all__ = ["ReportRow", "report_rows", "reports_sheets"]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    label: str
    title: str
    doc: str
    href: str
    outlet: str
    published: str
    language: str
    origin: str
    claims: int
    leftovers: int


@dataclass(frozen=True, slots=True)
class _ReportsView:
    rows: tuple[ReportRow, ...]
    failures: tuple[Failure, ...]


def report_rows(reports: Sequence[Report], catalogue: Catalogue) -> tuple[ReportRow, ...]:
    """The rows of `reports`."""
    claims = Counter(claim.doc for claim in catalogue.dossier.claims)
    leftovers = Counter(left.doc for left in catalogue.dossier.unclaimed)
    return tuple(
        ReportRow(
            label=catalogue.labels[report.doc],
            title=shortened(catalogue.title(report.doc), 120),
            doc=report.doc,
            href=catalogue.report_href(report.doc),
            outlet=report.outlet.value if report.outlet else "",
            published=when(report.published.value[:10]) if report.published else "",
            language=report.language,
            origin=catalogue.origin_of.get(report.doc, ""),
            claims=claims[report.doc],
            leftovers=leftovers[report.doc],
        )
        for report in reports
    )


def reports_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the list of reports."""
    for paging, part in sliced("reports", report_rows(catalogue.dossier.reports, catalogue)):
        failures = catalogue.dossier.failures if paging.page == 0 else ()
        view = _ReportsView(tuple(part), failures[:200])
        yield Sheet(paging.href(paging.page), "reports", "Reports", "reports.html", view, paging)
