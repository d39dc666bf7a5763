"""The record: each part of the described system on a page of its own, whatever the pack calls it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.finding import Status
from habeas.model.record import Entry, Matrix, PartRecord, Row, Unknown
from habeas.publish.catalogue import Catalogue, Cites, anchor
from habeas.publish.site.lanes import LanesView, lanes_view
from habeas.publish.site.plots import SeriesView, series_view
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import count, period, when

__all__ = ["EntryView", "RowView", "entry_view", "part_href", "parts_sheets", "row_view", "statistics_sheets"]

_ENTRIES_A_PAGE = 60
_FROM_STATUS = {
    Status.CONFLICT: Standing.CONTESTED,
    Status.SUPERSEDED: Standing.OVERTAKEN,
    Status.DIFFERENT_SCOPE: Standing.DIFFERENT_SCOPE,
    Status.SINGLE_SOURCE: Standing.ONE_ORIGIN,
}


@dataclass(frozen=True, slots=True)
class RowView:
    """One labelled value with its standing."""

    label: str
    value: str
    cites: Cites
    href: str
    standing: Standing | None
    legend: Legend | None
    backing: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One thing of a part."""

    anchor: str
    title: str
    kind: str
    when: str
    note: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class _CellView:
    value: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class _MatrixView:
    anchor: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[_CellView, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class _UnknownView:
    question: str
    note: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class PartView:
    """A part as its page shows it."""

    id: str
    title: str
    gist: str
    entries: tuple[EntryView, ...]
    series: tuple[SeriesView, ...]
    lanes: LanesView | None
    matrices: tuple[_MatrixView, ...]
    unknowns: tuple[_UnknownView, ...]
    siblings: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PartCard:
    """A part as the pages that list all parts show it."""

    title: str
    gist: str
    href: str
    holds: str
    unknowns: int


def part_href(part: PartRecord) -> str:
    """The first page of a part."""
    return f"{anchor('part', part.id)}.html"


def part_cards(catalogue: Catalogue) -> tuple[PartCard, ...]:
    """All parts, in the order of the pack."""
    return tuple(_card(part) for part in catalogue.dossier.record.parts)


def _card(part: PartRecord) -> PartCard:
    held = [
        count(len(part.entries), "entry", "entries") if part.entries else "",
        count(len(part.series), "series", "series") if part.series else "",
        count(sum(len(lane.items) for lane in part.lanes), "dated item") if part.lanes else "",
        count(len(part.matrices), "matrix", "matrices") if part.matrices else "",
    ]
    holds = ", ".join(filter(None, held)) or "Nothing reported"
    return PartCard(part.title, part.gist, part_href(part), holds, len(part.unknowns))


def row_view(row: Row, catalogue: Catalogue) -> RowView:
    """The view of one row; its standing is that of its finding, else that of its own status."""
    finding = catalogue.finding.get(row.finding or "")
    if finding is not None:
        stands: Standing | None = standing(finding)
        backing = f"{count(len(finding.reports), 'report')}, {count(len(finding.origins), 'origin')}"
        href = catalogue.finding_href(finding.id) or ""
    else:
        stands = _FROM_STATUS.get(Status(row.status)) if row.status in set(Status) else None
        backing, href = "", ""
    legend = LEGEND[stands] if stands else None
    return RowView(row.label, row.value, catalogue.cites(row.claims), href, stands, legend, backing)


def entry_view(entry: Entry, catalogue: Catalogue) -> EntryView:
    """The view of one entry."""
    dated = period(entry.earliest, entry.latest) if entry.earliest or entry.latest else when(entry.as_of)
    rows = tuple(row_view(row, catalogue) for row in entry.rows)
    return EntryView(anchor("entry", entry.id), entry.title, entry.kind, dated, entry.note, rows)


def _matrix(matrix: Matrix, catalogue: Catalogue) -> _MatrixView:
    cells: dict[tuple[int, int], list[_CellView]] = {}
    for cell in matrix.cells:
        view = _CellView(cell.value, catalogue.cites(cell.claims))
        cells.setdefault((cell.row, cell.column), []).append(view)
    rows = tuple(
        (title, tuple(tuple(cells.get((r, c), ())) for c in range(len(matrix.columns))))
        for r, title in enumerate(matrix.rows)
    )
    return _MatrixView(anchor("matrix", matrix.id), matrix.title, matrix.columns, rows)


def _unknown(unknown: Unknown, catalogue: Catalogue) -> _UnknownView:
    return _UnknownView(unknown.question, unknown.note, catalogue.cites(unknown.withheld))


def parts_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The list of parts, then the pages of each."""
    parts = catalogue.dossier.record.parts
    yield Sheet("record.html", "record", "The record", "record.html", part_cards(catalogue))
    siblings = tuple((part.id, part.title, part_href(part)) for part in parts)
    for part in parts:
        for paging, entries in sliced(anchor("part", part.id), part.entries, _ENTRIES_A_PAGE):
            first = paging.page == 0
            view = PartView(
                id=part.id,
                title=part.title,
                gist=part.gist,
                entries=tuple(entry_view(entry, catalogue) for entry in entries),
                series=tuple(series_view(s, catalogue) for s in part.series) if first else (),
                lanes=lanes_view(part.title, part.lanes, catalogue) if first and part.lanes else None,
                matrices=tuple(_matrix(m, catalogue) for m in part.matrices) if first else (),
                unknowns=tuple(_unknown(u, catalogue) for u in part.unknowns) if first else (),
                siblings=siblings,
            )
            yield Sheet(paging.href(paging.page), "record", part.title, "part.html", view, paging)


def statistics_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """All series of all parts as plots, each with its table; the longest first."""
    series = [one for part in catalogue.dossier.record.parts for one in part.series]
    series.sort(key=lambda one: -len(one.points))
    for paging, part in sliced("statistics", series, 40):
        view = tuple(series_view(one, catalogue) for one in part)
        yield Sheet(paging.href(paging.page), "statistics", "Statistics", "statistics.html", view, paging)
