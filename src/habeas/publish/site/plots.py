"""Plots of series: each reported value where it stands in time, with its bounds, on its words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.model.marks import Comparator
from habeas.model.record import Band, Point, Series
from habeas.model.wording import amount, number
from habeas.publish.catalogue import Catalogue, Cites, anchor
from habeas.publish.site.sheet import Piece
from habeas.publish.site.timescale import Tick, TimeScale, time_scale
from habeas.publish.wording import period, shortened

__all__ = ["PlotView", "SeriesView", "in_time_order", "series_view"]

WIDTH, HEIGHT = 680, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 76, 664, 22, 222
_UPWARD, _DOWNWARD = ("at_least", "more_than"), ("at_most", "less_than")


@dataclass(frozen=True, slots=True)
class _Dot:
    """A value in the picture: a bar over its period at `y`, and `y_max` for the upper end of a range."""

    x1: float
    x2: float
    x: float
    y: float
    y_max: float | None
    arrow: str
    label: str
    labelled: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _Behind:
    """What is seen behind the values, from `y` down to `y_low`; one line where the two are the same."""

    y: float
    y_low: float
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class PlotView:
    """The picture of a series."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    dots: tuple[_Dot, ...]
    behind: _Behind | None = None


@dataclass(frozen=True, slots=True)
class _PointRow:
    value: str
    period: str
    label: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series: its picture, where two values or more can be placed in time, and its table."""

    anchor: str
    title: str
    subject: str
    property: str
    unit: str
    plot: PlotView | None
    rows: tuple[_PointRow, ...]
    against: str
    against_cites: Cites | None
    continued: bool
    left: int


def in_time_order(series: Series) -> Sequence[Point]:
    """The values of a series as they follow one another."""
    return sorted(series.points, key=lambda p: (p.earliest or p.latest or date.max, p.value))


def series_view(piece: Piece[Series, Point], catalogue: Catalogue) -> SeriesView:
    """The view of one series, or of as many of its values as stand on a page."""
    series, ordered = piece.thing, piece.rows
    return SeriesView(
        anchor=anchor("series", series.id),
        title=series.title,
        subject=series.subject,
        property=series.property,
        unit=series.unit,
        plot=_plot(ordered, series, catalogue),
        rows=tuple(
            _PointRow(
                _worded(point, series.unit),
                period(point.earliest, point.latest),
                "" if point.label in _worded(point, series.unit) else point.label,
                catalogue.cites(point.claims),
            )
            for point in ordered
        ),
        against=_told(series.against, series.unit) if series.against else "",
        against_cites=catalogue.cites(series.against.claims) if series.against else None,
        continued=piece.continued,
        left=piece.total - piece.first - len(ordered),
    )


def _worded(point: Point, unit: str) -> str:
    return amount(point.value, unit, point.value_max, Comparator(point.comparator))


def _told(band: Band, unit: str) -> str:
    return f"{band.label}: {amount(band.low, unit, None if band.low == band.high else band.high)}"


def _plot(points: Sequence[Point], series: Series, catalogue: Catalogue) -> PlotView | None:
    dated = [point for point in points if point.earliest or point.latest]
    if len(dated) < 2:
        return None
    ends = [moment for point in dated for moment in (point.earliest, point.latest) if moment]
    axis = time_scale(ends, _LEFT, _RIGHT)
    assert axis is not None
    band, unit = series.against, series.unit
    tops = [point.value_max or point.value for point in dated] + ([band.high] if band else [])
    steps = _steps(min(point.value for point in dated), max(tops))
    low, high = steps[0], steps[-1]

    def y(value: float) -> float:
        return round(_BOTTOM - (value - low) / (high - low) * (_BOTTOM - _TOP), 1)

    dots: list[_Dot] = []
    used: list[tuple[float, float]] = []
    for point in dated:
        dot = _dot(
            point,
            axis,
            y(point.value),
            None if point.value_max is None else y(point.value_max),
            unit,
            catalogue,
        )
        free = all(abs(dot.x - x) > 90 or abs(dot.y - at) > 16 for x, at in used)
        if free:
            used.append((dot.x, dot.y))
        dots.append(dot if free else _unlabelled(dot))
    behind = None
    if band is not None:
        href = catalogue.cites(band.claims, most=1).links[0].href
        behind = _Behind(y(band.high), y(band.low), _told(band, ""), href)
    y_ticks = tuple(Tick(y(step), _short(step)) for step in steps)
    return PlotView(WIDTH, HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM, axis.ticks, y_ticks, tuple(dots), behind)


def _unlabelled(dot: _Dot) -> _Dot:
    return _Dot(dot.x1, dot.x2, dot.x, dot.y, dot.y_max, dot.arrow, dot.label, False, dot.title, dot.href)


def _dot(
    point: Point, axis: TimeScale, y: float, y_max: float | None, unit: str, catalogue: Catalogue
) -> _Dot:
    first, last = point.earliest or point.latest, point.latest or point.earliest
    assert first is not None and last is not None
    x1, x2 = axis.x(first), axis.x(last)
    links = catalogue.cites(point.claims, most=1).links
    arrow = "up" if point.comparator in _UPWARD else "down" if point.comparator in _DOWNWARD else ""
    title = f"{_worded(point, unit)}, {period(point.earliest, point.latest)}. {shortened(point.label, 80)}"
    href = links[0].href if links else ""
    return _Dot(x1, x2, round((x1 + x2) / 2, 1), y, y_max, arrow, _worded(point, ""), True, title, href)


def _steps(low: float, high: float) -> list[float]:
    """Round values from at or below `low` (0 unless negative) to at or above `high`."""
    floor = min(0.0, low)
    rough = (high - floor) / 4 or 1.0
    power = 10 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough)
    first, last = math.floor(floor / step), math.ceil(high / step)
    return [n * step for n in range(first, max(last, first + 1) + 1)]


def _short(value: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:g}{letter}"
    return number(round(value, 6))
