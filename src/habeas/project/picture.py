"""Pictures of a projection: bands through time as SVG, drawn here, with nothing to load."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from html import escape

from habeas.project.outcome import Band, Projection
from habeas.project.words import amount

__all__ = ["cost_picture", "full_picture", "occupancy_picture"]

WIDTH, HEIGHT = 720, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 704, 28, 258
_BAND, _LINE, _LIMIT, _INK, _RULE = "#9dc3cf", "#0f4c5c", "#a02c17", "#4a4740", "#d8d4ca"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def occupancy_picture(projection: Projection) -> str:
    """People held through time, with the capacity as a line (a strip where it is a range)."""
    capacity = projection.scenario.parameter("capacity")
    limit = (capacity.low, capacity.high) if capacity else None
    return _picture("People held", projection.occupancy, limit, "capacity now", "")


def cost_picture(projection: Projection) -> str:
    """What has been paid through time."""
    return _picture("Cost so far", projection.cost, None, "", projection.scenario.currency)


def full_picture(projection: Projection) -> str:
    """The share of runs in which the place is full, through time, in percent."""
    shares = tuple(Band(day, share * 100, share * 100, share * 100) for day, share in projection.full.by)
    return _picture("Share of runs in which the place is full (%)", shares, (100.0, 100.0), "all runs", "")


def _picture(
    title: str, bands: Sequence[Band], limit: tuple[float, float] | None, limit_name: str, unit: str
) -> str:
    first, last = bands[0].day, bands[-1].day
    top = max(*(band.p95 for band in bands), *(limit or (0.0,)), 1.0)
    steps = _steps(top)

    def x(day: date) -> float:
        return round(_LEFT + (day - first).days / max(1, (last - first).days) * (_RIGHT - _LEFT), 1)

    def y(value: float) -> float:
        return round(_BOTTOM - value / steps[-1] * (_BOTTOM - _TOP), 1)

    upper = [f"{x(b.day)},{y(b.p95)}" for b in bands]
    lower = [f"{x(b.day)},{y(b.p5)}" for b in reversed(bands)]
    middle = " ".join(f"{x(b.day)},{y(b.p50)}" for b in bands)
    end = bands[-1]
    said = f"{title}, {first.isoformat()} to {last.isoformat()}: at the end {amount(end.p50, unit)}, nine tenths of the runs between {amount(end.p5, unit)} and {amount(end.p95, unit)}."
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12">',
            f"<title>{escape(said)}</title>",
            f'<text x="{_LEFT}" y="16" fill="{_INK}" font-weight="600">{escape(title)}</text>',
            *(_y_tick(step, y(step), unit) for step in steps),
            *(_x_tick(label, x(day)) for day, label in _days(first, last)),
            f'<polygon points="{" ".join(upper + lower)}" fill="{_BAND}" fill-opacity="0.6"/>',
            f'<polyline points="{middle}" fill="none" stroke="{_LINE}" stroke-width="2"/>',
            *(_limit(limit_name, y(limit[0]), y(limit[1])) if limit else ()),
            "</svg>\n",
        )
    )


def _limit(name: str, low: float, high: float) -> tuple[str, ...]:
    return (
        f'<rect x="{_LEFT}" y="{high}" width="{_RIGHT - _LEFT}" height="{round(low - high, 1)}" fill="{_LIMIT}" fill-opacity="0.12"/>',
        f'<path d="M{_LEFT} {low}H{_RIGHT}M{_LEFT} {high}H{_RIGHT}" stroke="{_LIMIT}" stroke-dasharray="5 4" fill="none"/>',
        f'<text x="{_RIGHT}" y="{round(high - 5, 1)}" fill="{_LIMIT}" text-anchor="end">{escape(name)}</text>',
    )


def _y_tick(value: float, at: float, unit: str) -> str:
    return (
        f'<path d="M{_LEFT} {at}H{_RIGHT}" stroke="{_RULE}"/>'
        f'<text x="{_LEFT - 8}" y="{round(at + 4, 1)}" fill="{_INK}" text-anchor="end">{escape(_short(value, unit))}</text>'
    )


def _x_tick(label: str, at: float) -> str:
    return (
        f'<path d="M{at} {_BOTTOM}v5" stroke="{_INK}"/>'
        f'<text x="{at}" y="{_BOTTOM + 20}" fill="{_INK}" text-anchor="middle">{label}</text>'
    )


def _steps(top: float) -> list[float]:
    """Four or five round values from zero to at or above `top`."""
    rough = top / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999999)
    return [n * step for n in range(math.ceil(top / step * 0.999999) + 1)]


def _short(value: float, unit: str) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m")):
        if value >= size:
            return amount(1, unit).replace("1", f"{value / size:g}{letter}")
    return amount(value, unit)


def _days(first: date, last: date) -> list[tuple[date, str]]:
    """The first of a year, or of months where the horizon is short, at most seven; always at least the first day."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120) if months / s <= 7), 240)
    found = []
    for n in range(months + 1):
        year, month = divmod(first.year * 12 + first.month - 1 + n, 12)
        day = date(year, month + 1, 1)
        if first <= day <= last and (
            month % step == 0 if step <= 12 else month == 0 and year % (step // 12) == 0
        ):
            found.append((day, str(year) if step >= 12 else f"{_MONTHS[month]} {year}"))
    return found or [(first, first.isoformat())]
