"""The record: each part of the described system on a page of its own, whatever the pack calls it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.finding import Status
from habeas.model.record import Entry, PartRecord, Row, Threshold, Unknown
from habeas.model.wording import day
from habeas.publish.catalogue import MOST_CITES, PAGE_ROWS, Catalogue, Cites, anchor
from habeas.publish.site.lanes import LanesView, part_lanes
from habeas.publish.site.plots import SeriesView, in_time_order, series_view
from habeas.publish.site.sheet import Paging, Piece, Sheet, chunked
from habeas.publish.site.windows import WindowView, first_window, window_sheets
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import count, period, when

__all__ = [
    "EntryView",
    "PartCard",
    "RowView",
    "ThresholdView",
    "entry_href",
    "entry_view",
    "part_cards",
    "part_href",
    "parts_sheets",
    "row_view",
    "statistics_sheets",
]

_ENTRIES_A_PAGE, _ROWS_A_PAGE = 60, 480
_SERIES = 40
_REPEATED = 3
_SERIES_OF_MANY, _POINTS_OF_MANY = 12, 100
_UNKNOWNS = 100
_Siblings = tuple[tuple[str, str, str], ...]
_FROM_STATUS = {
    Status.CONFLICT: Standing.CONTESTED,
    Status.SUPERSEDED: Standing.OVERTAKEN,
    Status.DIFFERENT_SCOPE: Standing.DIFFERENT_SCOPE,
    Status.REFINES: Standing.FITTING,
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
class RowGroup:
    """Rows of one label; `plain` where none has a standing, so that they can be a list."""

    label: str
    rows: tuple[RowView, ...]
    plain: bool


@dataclass(frozen=True, slots=True)
class EntryView:
    """One thing of a part."""

    anchor: str
    title: str
    kind: str
    when: str
    note: str
    rows: tuple[RowView, ...]
    continued: bool = False

    @property
    def groups(self) -> tuple[RowGroup, ...]:
        """Rows of one label under one heading. What is merely said, again and again, comes after what is reconciled."""
        by_label: dict[str, list[RowView]] = {}
        for row in self.rows:
            by_label.setdefault(row.label, []).append(row)
        groups = [
            RowGroup(label, tuple(rows), len(rows) > 1 and not any(row.legend for row in rows))
            for label, rows in by_label.items()
        ]
        return tuple(sorted(groups, key=lambda group: len(group.rows) >= _REPEATED and group.plain))


@dataclass(frozen=True, slots=True)
class _UnknownView:
    question: str
    note: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class ThresholdView:
    """A threshold of a dated rule, with what a script needs to count a stay against it."""

    said: str
    source: str
    gist: str
    days: str
    comparator: str
    starts: str
    begins: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class PartView:
    """A part as its page shows it."""

    id: str
    title: str
    gist: str
    entries: tuple[EntryView, ...]
    series: tuple[SeriesView, ...] = ()
    series_left: int = 0
    lanes: LanesView | None = None
    lanes_left: int = 0
    lanes_href: str = ""
    matrices: tuple[WindowView, ...] = ()
    unknowns: tuple[_UnknownView, ...] = ()
    unknowns_left: int = 0
    siblings: _Siblings = ()
    thresholds: tuple[ThresholdView, ...] = ()


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


def row_view(row: Row, catalogue: Catalogue, most: int = MOST_CITES) -> RowView:
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
    return RowView(row.label, row.value, catalogue.cites(row.claims, most), href, stands, legend, backing)


def entry_view(
    entry: Entry, catalogue: Catalogue, rows: Sequence[Row] | None = None, continued: bool = False
) -> EntryView:
    """The view of one entry, or of as many of its rows as stand on a page."""
    dated = period(entry.earliest, entry.latest) if entry.earliest or entry.latest else when(entry.as_of)
    shown = entry.rows if rows is None else rows
    most = MOST_CITES if len(entry.rows) <= _ENTRIES_A_PAGE else 4
    views = tuple(row_view(row, catalogue, most) for row in shown)
    name = anchor("entry", entry.id)
    return EntryView(name, entry.title, entry.kind, dated, entry.note, views, continued)


def entry_href(part: PartRecord, entry: Entry) -> str:
    """Where an entry of a part begins."""
    pages = _entry_pages(part)
    page = next(paging.path for paging, pieces in pages if any(p.thing is entry for p in pieces))
    return f"{page}#{anchor('entry', entry.id)}"


def _entry_pages(part: PartRecord) -> list[tuple[Paging, tuple[Piece[Entry, Row], ...]]]:
    stem = anchor("part", part.id)
    return chunked(stem, [(entry, entry.rows) for entry in part.entries], _ENTRIES_A_PAGE, _ROWS_A_PAGE)


def _unknown(unknown: Unknown, catalogue: Catalogue) -> _UnknownView:
    return _UnknownView(unknown.question, unknown.note, catalogue.cites(unknown.withheld))


def parts_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The list of parts, then the pages of each."""
    parts = catalogue.dossier.record.parts
    yield Sheet("record.html", "record", "The record", "record.html", part_cards(catalogue))
    siblings = tuple((part.id, part.title, part_href(part)) for part in parts)
    for part in parts:
        yield from _part_sheets(part, siblings, catalogue)
        for matrix in part.matrices:
            yield from window_sheets(part, matrix, catalogue)


def _part_sheets(part: PartRecord, siblings: _Siblings, catalogue: Catalogue) -> Iterator[Sheet]:
    for paging, pieces in _entry_pages(part):
        seen = catalogue.at(paging.root)
        here = tuple((id, title, seen.root + href) for id, title, href in siblings)
        entries = tuple(entry_view(p.thing, seen, p.rows, p.continued) for p in pieces)
        if paging.page:
            view = PartView(part.id, part.title, part.gist, entries, siblings=here)
        else:
            view = _first_page(part, entries, here, seen)
        yield Sheet(paging.path, "record", part.title, "part.html", view, paging)


def _first_page(
    part: PartRecord, entries: tuple[EntryView, ...], siblings: _Siblings, catalogue: Catalogue
) -> PartView:
    """What a part holds beside its entries stands on its first page, as far as there is room for it."""
    lanes, lanes_left, lanes_href = part_lanes(part, catalogue) if part.lanes else (None, 0, "")
    few = len(part.series) <= _SERIES and sum(len(s.points) for s in part.series) <= PAGE_ROWS
    series = part.series if few else part.series[:_SERIES_OF_MANY]
    most = PAGE_ROWS if few else _POINTS_OF_MANY
    ordered = [(s, in_time_order(s)) for s in series]
    return PartView(
        id=part.id,
        title=part.title,
        gist=part.gist,
        entries=entries,
        series=tuple(series_view(Piece(s, rows[:most], 0, len(rows)), catalogue) for s, rows in ordered),
        series_left=len(part.series) - len(series),
        lanes=lanes,
        lanes_left=lanes_left,
        lanes_href=lanes_href,
        matrices=tuple(first_window(part, matrix, catalogue) for matrix in part.matrices),
        unknowns=tuple(_unknown(u, catalogue) for u in part.unknowns[:_UNKNOWNS]),
        unknowns_left=max(0, len(part.unknowns) - _UNKNOWNS),
        siblings=siblings,
        thresholds=tuple(_threshold(one, catalogue) for one in part.thresholds),
    )


def _threshold(one: Threshold, catalogue: Catalogue) -> ThresholdView:
    return ThresholdView(
        said=one.said,
        source=one.source,
        gist=one.gist,
        days="" if one.days is None else f"{one.days:g}",
        comparator=one.comparator,
        starts=one.starts.isoformat() if one.starts else "",
        begins=day(one.starts) if one.starts else "",
        cites=catalogue.cites(one.claims),
    )


def statistics_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """All series of all parts as plots, each with its table; the longest first."""
    series = [one for part in catalogue.dossier.record.parts for one in part.series]
    series.sort(key=lambda one: -len(one.points))
    for paging, pieces in chunked("statistics", [(one, in_time_order(one)) for one in series], _SERIES):
        seen = catalogue.at(paging.root)
        view = tuple(series_view(piece, seen) for piece in pieces)
        yield Sheet(paging.path, "statistics", "Statistics", "statistics.html", view, paging)
