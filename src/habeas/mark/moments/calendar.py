"""Calendar arithmetic: periods as (first day, last day), and the rules of movable days."""

from __future__ import annotations

import calendar as _calendar
from datetime import MAXYEAR, date, timedelta

__all__ = [
    "add_months",
    "days",
    "easter",
    "holiday",
    "last_of_month",
    "month",
    "part_of_month",
    "part_of_year",
    "week",
    "weekend",
    "year",
]

Period = tuple[date, date]

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


def last_of_month(y: int, m: int) -> int:
    """The number of days of a month."""
    return _calendar.monthrange(y, m)[1]


def month(y: int, m: int) -> Period:
    """A calendar month."""
    return date(y, m, 1), date(y, m, last_of_month(y, m))


def year(y: int, until: int | None = None) -> Period:
    """A calendar year, or a run of years."""
    return date(y, 1, 1), date(until or y, 12, 31)


def week(day: date) -> Period:
    """The ISO week (Monday to Sunday) that holds `day`."""
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


def weekend(day: date) -> Period:
    """The Saturday and Sunday of the ISO week of `day`."""
    first, last = week(day)
    return first + timedelta(days=5), last


def part_of_year(code: str, y: int) -> Period:
    """A quarter ("Q3"), a half ("H1") or a season by its months in the north ("WI" runs into the next year)."""
    if code[0] == "Q":
        first = int(code[1]) * 3 - 2
        return date(y, first, 1), month(y, first + 2)[1]
    if code[0] == "H":
        return (date(y, 1, 1), date(y, 6, 30)) if code == "H1" else (date(y, 7, 1), date(y, 12, 31))
    if code == "WI":
        return date(y, 12, 1), month(min(y + 1, MAXYEAR), 2)[1]
    first, last = _SEASON_MONTHS[code]
    return date(y, first, 1), month(y, last)[1]


def part_of_month(first: date, last: date, part: str) -> Period:
    """A part of the month from `first` to `last`: its nth week of seven days or weekend ("week2", "weekend-1" for the last
    one), its first or last days ("days1", "days-1"), which are taken for a week.

    >>> part_of_month(date(2025, 6, 1), date(2025, 6, 30), "week-1")[0]
    datetime.date(2025, 6, 24)
    """
    if part.startswith("weekend"):
        nth = int(part.removeprefix("weekend"))
        saturday = holiday(f"{first.month}/{nth}/6", first.year)
        return saturday, saturday + timedelta(days=1)
    nth = int(part[4:])
    start = last - timedelta(days=6) if nth < 0 else first + timedelta(days=7 * (nth - 1))
    return start, min(last, start + timedelta(days=6))


def add_months(day: date, months: int) -> date:
    """`day` moved by months, its day cut to the month's length."""
    y, m = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(y, m + 1, min(day.day, last_of_month(y, m + 1)))


def days(day: date, by: float) -> date:
    """`day` moved by days."""
    return day + timedelta(days=by)


def easter(y: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    p, q = divmod(h + m - 7 * n + 114, 31)
    return date(y, p, q + 1)


def holiday(rule: str, y: int) -> date:
    """The day of a holiday in year `y` by its rule in the lexicon.

    >>> holiday("11/4/4", 1999)
    datetime.date(1999, 11, 25)
    """
    if rule.startswith("easter"):
        return easter(y) + timedelta(days=int(rule[6:]))
    if "/" not in rule:
        return date(y, int(rule[:2]), int(rule[3:]))
    m, nth, weekday = (int(part) for part in rule.split("/"))
    if nth < 0:
        last = date(y, m, last_of_month(y, m))
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(y, m, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
