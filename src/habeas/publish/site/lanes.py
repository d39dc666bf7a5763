"""Lanes: what held when, row by row under one time axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from habeas.model.record import Lane, LaneItem, PartRecord
from habeas.publish.catalogue import PAGE_ROWS, Catalogue, Cites
from habeas.publish.site.sheet import Paging, Piece, Sheet, chunked
from habeas.publish.site.timescale import Tick, TimeScale, time_scale
from habeas.publish.wording import period, shortened

__all__ = ["LanesView", "lanes_sheets", "lanes_view", "part_lanes"]

_WIDTH, _LEFT, _RIGHT = 960, 8, 944
_ROW, _HEAD, _AXIS = 24, 26, 34
_LETTER = 6.3
"""The mean width of a letter of a label in the picture's units."""

_MOST = 60
"""The most items that one picture draws; all are in the table."""


@dataclass(frozen=True, slots=True)
class _Bar:
    x1: float
    x2: float
    y: float
    moment: bool
    open_end: bool
    early: bool
    label: str
    label_x: float
    label_end: bool
    kind: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _Strip:
    title: str
    y: float
    height: float
    bars: tuple[_Bar, ...]


@dataclass(frozen=True, slots=True)
class _ItemRow:
    lane: str
    kind: str
    label: str
    period: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class LanesView:
    """Lanes as a picture (None without dates) and as a table."""

    title: str
    width: int
    height: float
    ticks: tuple[Tick, ...]
    strips: tuple[_Strip, ...]
    rows: tuple[_ItemRow, ...]
    left_out: int


def lanes_view(title: str, lanes: Sequence[Lane], catalogue: Catalogue) -> LanesView:
    """The view of `lanes` under one axis."""
    rows = tuple(
        _ItemRow(lane.title, item.kind, item.label, _spoken(item), catalogue.cites(item.claims))
        for lane in lanes
        for item in lane.items
    )
    drawn = [(lane.title, [item for item in lane.items if item.earliest or item.latest]) for lane in lanes]
    ends = [m for _, items in drawn for item in items for m in (item.earliest, item.latest) if m]
    axis = time_scale(ends, _LEFT, _RIGHT - 150)
    if axis is None:
        return LanesView(title, _WIDTH, 0, (), (), rows, 0)
    strips, y, budget = [], float(_AXIS), _MOST
    for name, items in drawn:
        if not items or budget <= 0:
            continue
        strip = _strip(name, items[:budget], y, axis, catalogue)
        budget -= len(items)
        strips.append(strip)
        y += strip.height
    return LanesView(title, _WIDTH, y + 6, axis.ticks, tuple(strips), rows, max(0, -budget))


def _spoken(item: LaneItem) -> str:
    said = period(item.earliest, item.latest)
    return f"from {said}, no end reported" if item.open_end and (item.earliest or item.latest) else said


def _strip(title: str, items: Iterable[LaneItem], y: float, axis: TimeScale, catalogue: Catalogue) -> _Strip:
    """One lane; items whose labels would touch go to lines of their own."""
    ends: list[float] = []
    bars = []
    for item in in_time_order(items):
        bar, reach = _bar(item, axis, catalogue)
        start = min(bar.x1, bar.label_x - (reach - bar.x1 if bar.label_end else 0))
        line = next((n for n, end in enumerate(ends) if end + 10 < start), len(ends))
        ends[line : line + 1] = [max(reach, bar.x2)]
        bars.append(_placed(bar, y + _HEAD + line * _ROW + _ROW / 2))
    return _Strip(title, y, _HEAD + len(ends) * _ROW + 10, tuple(bars))


def in_time_order(items: Iterable[LaneItem]) -> Sequence[LaneItem]:
    """Items as a calendar has them, undated ones last."""
    return sorted(items, key=lambda i: (i.earliest or i.latest or date.max, i.label))


def _placed(bar: _Bar, y: float) -> _Bar:
    return _Bar(
        bar.x1, bar.x2, y, bar.moment, bar.open_end, bar.early, bar.label, bar.label_x, bar.label_end, bar.kind,
        bar.title, bar.href,
    )  # fmt: skip


def _bar(item: LaneItem, axis: TimeScale, catalogue: Catalogue) -> tuple[_Bar, float]:
    """A bar and how far right it reaches with its label. The label goes left of a bar that has no room right."""
    first, last = item.earliest or item.latest, item.latest or item.earliest
    assert first is not None and last is not None
    x1 = axis.x(first)
    x2 = _RIGHT if item.open_end else axis.x(last)
    moment = x2 - x1 < 10
    early = axis.is_early(first)
    label = shortened(item.label, 64) + (f" ({first.year})" if early else "")
    width = len(label) * _LETTER
    room_right = (x2 if not item.open_end else x1) + 12
    label_end = room_right + width > _WIDTH - 4
    label_x = x1 - 10 if label_end and x1 - 10 - width > 0 else min(room_right, _WIDTH - 4 - width)
    flipped = label_end and label_x == x1 - 10
    links = catalogue.cites(item.claims, most=1).links
    title = f"{item.label}: {_spoken(item)}"
    bar = _Bar(
        x1, x2, 0.0, moment, item.open_end, early, label, round(label_x, 1), flipped, item.kind, title,
        links[0].href if links else "",
    )  # fmt: skip
    start = label_x - width if flipped else min(x1, label_x)
    return bar, max(x2, x1 + 10) if flipped else max(x2, label_x + width, start)


@dataclass(frozen=True, slots=True)
class _LanesPage:
    together: LanesView | None
    apart: tuple[LanesView, ...]


def lanes_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """One page with the lanes of every part; where they hold very much, some items at a time."""
    parts = [part for part in catalogue.dossier.record.parts if part.lanes]
    every = [lane for part in parts for lane in part.lanes]
    if sum(len(lane.items) for lane in every) > PAGE_ROWS:
        yield from _windows(catalogue)
        return
    apart = tuple(lanes_view(part.title, part.lanes, catalogue) for part in parts)
    view = _LanesPage(lanes_view("Together", every, catalogue), apart)
    yield Sheet("lanes.html", "lanes", "Lanes", "lanes.html", view)


_Pages = list[tuple[Paging, tuple[Piece[tuple[str, Lane], LaneItem], ...]]]


def _pages(catalogue: Catalogue) -> _Pages:
    """Lanes of all parts, as many items on a page as its picture can draw."""
    lanes = [
        ((part.id, lane), in_time_order(lane.items))
        for part in catalogue.dossier.record.parts
        for lane in part.lanes
    ]
    return chunked("lanes", lanes, _MOST, _MOST * 4)


def _windows(catalogue: Catalogue) -> Iterator[Sheet]:
    titles = {part.id: part.title for part in catalogue.dossier.record.parts}
    for paging, pieces in _pages(catalogue):
        seen = catalogue.at(paging.root)
        apart = tuple(
            lanes_view(titles[part], [_cut(piece) for piece in group], seen)
            for part, group in groupby(pieces, key=lambda piece: piece.thing[0])
        )
        yield Sheet(paging.path, "lanes", "Lanes", "lanes.html", _LanesPage(None, apart), paging)


def _cut(piece: Piece[tuple[str, Lane], LaneItem]) -> Lane:
    lane = piece.thing[1]
    return Lane(lane.id, lane.title + (", continued" if piece.continued else ""), tuple(piece.rows))


def part_lanes(part: PartRecord, catalogue: Catalogue) -> tuple[LanesView, int, str]:
    """The lanes of a part for its own page; how many items are left out there, and where those are."""
    total = sum(len(lane.items) for lane in part.lanes)
    if total <= PAGE_ROWS:
        return lanes_view(part.title, part.lanes, catalogue), 0, ""
    paging, pieces = next(
        (paging, [piece for piece in pieces if piece.thing[0] == part.id])
        for paging, pieces in _pages(catalogue)
        if any(piece.thing[0] == part.id for piece in pieces)
    )
    view = lanes_view(part.title, [_cut(piece) for piece in pieces], catalogue)
    return view, total - len(view.rows), paging.path
