"""A time axis for pictures: days to x, with ticks at round dates, and a gutter for what lies long before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from habeas.publish.wording import when

__all__ = ["Tick", "TimeScale", "time_scale"]

_GAP_SHARE = 0.6
"""A gap that would fill this much of the axis is cut: what lies before it goes to the gutter."""

_GAP_DAYS = 1500
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between ticks."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days from `first` to `last` onto x from `left` to `right`; earlier days are all at `gutter`."""

    first: date
    last: date
    left: float
    right: float
    gutter: float | None
    ticks: tuple[Tick, ...]

    def x(self, moment: date) -> float:
        """The place of a day."""
        if moment < self.first:
            return self.gutter if self.gutter is not None else self.left
        days = max(1, (self.last - self.first).days)
        share = min(1.0, (moment - self.first).days / days)
        return round(self.left + share * (self.right - self.left), 1)

    def is_early(self, moment: date) -> bool:
        """Whether a day lies before the axis begins."""
        return moment < self.first


def time_scale(moments: Iterable[date], left: float, right: float, most_ticks: int = 7) -> TimeScale | None:
    """The axis for `moments`, None if there are none. Cuts at the last gap that would leave the axis mostly empty."""
    days = sorted(set(moments))
    if not days:
        return None
    early = False
    while len(days) > 2:
        span = (days[-1] - days[0]).days
        gap, at = max(((b - a).days, n) for n, (a, b) in enumerate(pairwise(days)))
        if gap < _GAP_DAYS or gap < _GAP_SHARE * span or at > len(days) // 2:
            break
        days, early = days[at + 1 :], True
    start = left + 70 if early else left
    first, last = _padded(days[0], days[-1])
    scale = TimeScale(first, last, start, right, left + 20 if early else None, ())
    ticks = tuple(Tick(scale.x(moment), label) for moment, label in _ticks(first, last, most_ticks))
    return TimeScale(first, last, start, right, scale.gutter, ticks)


def _padded(first: date, last: date) -> tuple[date, date]:
    """From the first of a month to the first of another, at least two months wide."""
    after = _plus_months(last.replace(day=1), 1)
    return first.replace(day=1), after if (after - first).days > 45 else _plus_months(after, 1)


def _plus_months(moment: date, months: int) -> date:
    total = moment.year * 12 + moment.month - 1 + months
    year = min(9999, max(1, total // 12))
    return date(year, total % 12 + 1, 1)


def _ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in _STEPS if months / s <= most), _STEPS[-1])
    moment = first
    if step >= 12:
        moment = date(min(9999, first.year + (first.month > 1)), 1, 1)
    found: list[tuple[date, str]] = []
    while moment <= last and len(found) <= most + 2:
        found.append((moment, str(moment.year) if step >= 12 else when(moment.isoformat()[:7])))
        later = _plus_months(moment, step)
        if later <= moment:
            break
        moment = later
    return found
