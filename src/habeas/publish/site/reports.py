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
    claims_href: str
    leftovers: int
    origin_href: str


@dataclass(frozen=True, slots=True)
class _ReportsView:
    rows: tuple[ReportRow, ...]
    failures: tuple[Failure, ...]


def report_rows(reports: Sequence[Report], catalogue: Catalogue) -> tuple[ReportRow, ...]:
    """The rows of `reports`."""
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
            claims=len(catalogue.claims_of.get(report.doc, ())),
            claims_href=catalogue.claim_href(catalogue.claims_of[report.doc][0])
            if report.doc in catalogue.claims_of
            else "",
            leftovers=leftovers[report.doc],
            origin_href=catalogue.origin_href(origin)
            if (origin := catalogue.origin_of.get(report.doc))
            else "",
        )
        for report in reports
    )


def reports_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the list of reports."""
    for paging, part in sliced("reports", catalogue.dossier.reports):
        failures = catalogue.dossier.failures if paging.page == 0 else ()
        view = _ReportsView(report_rows(part, catalogue.at(paging.root)), failures[:200])
        yield Sheet(paging.path, "reports", "Reports", "reports.html", view, paging)
