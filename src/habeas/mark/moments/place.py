"""Place: what an expression of time says, put in the calendar against the day of writing and the moment before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from habeas.mark.moments import calendar
from habeas.mark.moments.edges import narrowed
from habeas.mark.moments.expression import (
    Date,
    Found,
    Holiday,
    Length,
    Loose,
    PartOfYear,
    Repeat,
    Shifted,
    Span10,
    Weekday,
)
from habeas.mark.moments.placed import Anchor, Placed, length, season_value
from habeas.mark.moments.shifts import shifted

__all__ = ["place"]

_STATED = "stated"
_RESOLVED = "resolved_from_doc"


def place(found: Found, tense: int, now: Anchor | None, before: Placed | None) -> Placed:
    """The moment that `found` names.

    `tense` is -1, 0 or 1 as `tense.tense` reads it, `now` the day of writing if known, `before` the last dated
    moment of the text.
    """
    try:
        return _with_part(narrowed(_place(found, tense, now, before), found, tense, now), found)
    except (ValueError, OverflowError):  # a day that no calendar has: "February 30", the year 10000
        return Placed("XXXX-XX-XX", "D")


def _place(found: Found, tense: int, now: Anchor | None, before: Placed | None) -> Placed:
    match found.what:
        case Date() as said:
            return _date(said, tense, now)
        case Weekday() as said:
            return _weekday(said, tense, _base(said, now, before))
        case PartOfYear() as said:
            return _part_of_year(said, tense, now)
        case Shifted() as said:
            return shifted(said, now, before)
        case Span10() as said:
            return _long_span(said)
        case Holiday() as said:
            return _holiday(said, tense, now)
        case Length() as said:
            return Placed(length(said.count, said.unit), said.unit, kind="DURATION")
        case Repeat() as said:
            return Placed(said.timex, "", kind="SET")
        case Loose() as said:
            return Placed(said.timex, "")


_AGAINST = {-1: 6, 0: 1.5, 1: 2.5}
"""How much farther a day counts that lies on the other side than the tense names: what "sank on 29 August" told in May is a
year ago, what sank next week is a slip."""


def _date(said: Date, tense: int, now: Anchor | None) -> Placed:
    y, basis = said.year, _STATED
    if y is None:
        y, basis = _year_of(said, tense, now), _RESOLVED
    if y is None:
        m = f"-{said.month:02}" if said.month else "-XX"
        return Placed(f"XXXX{m}" + (f"-{said.day:02}" if said.day else ""), "D" if said.day else "M")
    if said.month is None:
        if said.day is not None and now is not None:
            return _day_alone(said.day, tense, now)
        first, last = calendar.year(y, said.until)
        return Placed(f"{y:04}/{said.until:04}" if said.until else f"{y:04}", "Y", first, last, basis)
    if said.day is None:
        first, last = calendar.month(y, said.month)
        return Placed(f"{y:04}-{said.month:02}", "M", first, last, basis)
    first = date(y, said.month, said.day)
    last = date(y, said.month, said.until) if said.until and said.until > said.day else first
    if said.other:
        second = date(y, *said.other)
        pair = ((first, first), (second, second))
        return Placed(first.isoformat(), "D", min(first, second), max(first, second), basis, candidates=pair)
    return Placed(first.isoformat(), "D", first, last, basis)


def _year_of(said: Date, tense: int, now: Anchor | None) -> int | None:
    """The year of a month or a day that is said without one."""
    if now is None:
        return None
    today = now.day
    if said.year_shift is not None:
        return today.year + said.year_shift
    if said.month is None:
        return today.year
    if said.day is None:
        if said.aim > 0 or (tense > 0 and said.aim == 0):
            return today.year + (said.month < today.month or (said.aim > 0 and said.month == today.month))
        return today.year - (said.month > today.month or (said.aim < 0 and said.month == today.month))
    return _nearest_year(said.month, said.day, tense, today)


def _nearest_year(m: int, d: int, tense: int, today: date) -> int:
    """The year in which a month and day lie nearest to today, leaning to the side that the tense names."""

    def distance(y: int) -> float:
        day = date(y, m, min(d, calendar.last_of_month(y, m)))
        gap = (day - today).days
        against = gap * (tense if tense else -0.5) < 0
        return abs(gap) * (_AGAINST[tense] if against else 1)

    return min((today.year, today.year - 1, today.year + 1), key=distance)


def _day_alone(day: int, tense: int, now: Anchor) -> Placed:
    """ "the 27th": in this month, or the one before or after it as the tense says."""
    today = now.day
    step = -1 if day > today.day and tense <= 0 else 1 if day < today.day and tense > 0 else 0
    base = calendar.add_months(date(today.year, today.month, 1), step)
    found = date(base.year, base.month, day)
    return Placed(found.isoformat(), "D", found, found, _RESOLVED)


def _weekday(said: Weekday, tense: int, now: Anchor | None) -> Placed:
    if now is None:
        return Placed(f"XXXX-WXX-{said.number}", "D")
    today = now.day
    back = calendar.days(today, -((today.isoweekday() - said.number) % 7))
    if said.aim in (-2, 3, 4):
        monday = calendar.week(today)[0]
        day = calendar.days(monday, said.number - 1 + {-2: -7, 3: 0, 4: 7}[said.aim])
    elif said.aim < 0:
        day = back if back < today else calendar.days(back, -7)
    elif said.aim > 0 or (tense > 0 and back != today):
        day = calendar.days(back, 14 if said.aim == 5 else 7)
    elif not now.sure and back != today:
        return _either(back, calendar.days(back, 7))
    else:
        day = back
    return Placed(day.isoformat(), "D", day, day, _RESOLVED)


def _base(said: Weekday, now: Anchor | None, before: Placed | None) -> Anchor | None:
    """What a weekday is counted from: "the following Monday" from the day spoken of before, others from now."""
    if said.reference and before is not None and before.unit == "D" and before.earliest is not None:
        return Anchor(before.earliest)
    return now


def _either(first: date, second: date) -> Placed:
    """One of two days."""
    pair = ((first, first), (second, second))
    return Placed(f"XXXX-WXX-{first.isoweekday()}", "D", first, second, _RESOLVED, candidates=pair)


def _part_of_year(said: PartOfYear, tense: int, now: Anchor | None) -> Placed:
    y, basis = said.year, _STATED
    if y is None and now is not None:
        basis = _RESOLVED
        y = (
            now.day.year + said.year_shift
            if said.year_shift is not None
            else _year_of_part(said, tense, now.day)
        )
    if y is None:
        return Placed(season_value(said.code, None), said.code[0])
    first, last = calendar.part_of_year(said.code, y)
    return Placed(season_value(said.code, y), said.code[0], first, last, basis)


def _year_of_part(said: PartOfYear, tense: int, today: date) -> int:
    """The year of a quarter or season said without one: begun by today, or the next when it is to come."""
    first, last = calendar.part_of_year(said.code, today.year)
    season = said.code[0] not in "QH"
    if said.aim < 0:
        return today.year - (last >= today)
    if said.aim > 0:
        return today.year + (first <= today)
    if season and said.code == "WI" and today.month <= 2:
        return today.year - 1
    if tense > 0 and (today - last).days > 120:
        return today.year + 1
    return today.year - (first > today and tense <= 0 and not (season and (first - today).days < 100))


def _long_span(said: Span10) -> Placed:
    if said.first < 100 and said.years == 10:
        y = 1900 + said.first
    else:
        y = said.first
    last = y + said.years - 1
    value = f"{y // 10:03}" if said.years == 10 else f"{y // 100:02}"
    return Placed(value, "E" if said.years == 10 else "C", date(max(y, 1), 1, 1), date(last, 12, 31), _STATED)


def _holiday(said: Holiday, tense: int, now: Anchor | None) -> Placed:
    y, basis = said.year, _STATED
    if y is None and now is None:
        return Placed(f"XXXX-{said.rule}" if said.rule[2] == "-" else "XXXX-XX-XX", "D")
    if y is None and now is not None:
        basis, today = _RESOLVED, now.day
        this = calendar.holiday(said.rule, today.year)
        if said.year_shift is not None:
            y = today.year + said.year_shift
        elif said.aim < 0:
            y = today.year - (this >= today)
        elif said.aim > 0:
            y = today.year + (this <= today)
        else:
            y = _nearest_year(this.month, this.day, tense, today)
    day = calendar.holiday(said.rule, y or 1)
    return Placed(day.isoformat(), "D", day, day, basis)


def _with_part(placed: Placed, found: Found) -> Placed:
    """The part of the day or the clock time added to a day's value."""
    if not found.part or placed.unit != "D":
        return placed
    part = found.part if found.part.startswith("T") else f"T{found.part}"
    return replace(placed, timex=placed.timex + part, kind="TIME")
