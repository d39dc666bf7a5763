"""Shifts: periods found by counting from the day of writing or from the last moment spoken of."""

from __future__ import annotations

from datetime import date

from habeas.mark.moments import calendar
from habeas.mark.moments.expression import Shifted
from habeas.mark.moments.placed import Anchor, Placed, season_value, week_value

__all__ = ["shifted"]

_RESOLVED = "resolved_from_doc"
_UNPLACED = {
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
    "F": "XXXX-WXX",
}
_FINENESS = {"D": 0, "WE": 1, "W": 1, "F": 1, "M": 2, "Q": 3, "S": 3, "H": 3, "Y": 4, "E": 5, "C": 6}


def shifted(said: Shifted, now: Anchor | None, before: Placed | None) -> Placed:
    """The period `said.by` units from its base."""
    if said.loose:
        return Placed("PAST_REF" if said.by < 0 else "FUTURE_REF", "")
    if before is not None and before.earliest is not None and _same_kind(said, before):
        return _like(said, before)
    if said.unit == "D" and said.by == 0 and said.like and (before is None or before.unit != "D"):
        before = None  # a clock time alone: of the day spoken of, else of the day of writing
    if said.reference and before is not None and before.earliest is not None:
        return _from_reference(said, before, before.earliest)
    if now is None:
        return Placed(_UNPLACED.get(said.unit, "XXXX-XX-XX"), said.unit)
    return _from_day(said, now.day)


def _same_kind(said: Shifted, before: Placed) -> bool:
    """Whether "a year earlier" here means the same quarter of the year before."""
    return said.like and said.unit in ("Y", "YQ") and before.unit in ("Q", "H")


def _like(said: Shifted, before: Placed) -> Placed:
    y = (before.earliest or date.min).year + int(said.by)
    code = before.timex[5:]
    first, last = calendar.part_of_year(code, y)
    return Placed(season_value(code, y), before.unit, first, last, _RESOLVED)


def _from_reference(said: Shifted, before: Placed, base: date) -> Placed:
    """Counted from the last moment, no finer than that moment is known."""
    fine = _FINENESS.get(before.unit, 0)
    if said.by == 0:
        return _from_day(said, base) if _FINENESS.get(said.unit, 0) >= fine else _vague(said)
    if said.unit in ("Y", "E", "C") and fine in (0, 2) and said.by:
        years = int(said.by * {"Y": 1, "E": 10, "C": 100}[said.unit])
        moved = calendar.add_months(date(base.year, base.month, 1), years * 12)
        first, last = calendar.month(moved.year, moved.month)
        if _whole_years(said):
            return Placed(f"{moved.year:04}-{moved.month:02}", "M", first, last, _RESOLVED)
    if fine > _FINENESS.get(said.unit, 0):
        return _vague(said)
    return _from_day(said, base)


def _whole_years(said: Shifted) -> bool:
    """Whether the count is of years from a point ("a year later"), not the year beside it ("the following year")."""
    return said.like or abs(said.by) != 1 or said.unit != "Y"


def _vague(said: Shifted) -> Placed:
    return Placed(_UNPLACED.get(said.unit, "XXXX-XX-XX"), said.unit)


def _from_day(said: Shifted, base: date) -> Placed:
    unit, by = said.unit, said.by
    if unit in ("TH", "TM", "TS"):
        return Placed(base.isoformat(), "D", base, base, _RESOLVED, kind="TIME")
    if unit == "D":
        day = calendar.days(base, int(by))
        return Placed(day.isoformat(), "D", day, day, _RESOLVED)
    if unit in ("W", "F"):
        day = calendar.days(base, by * (7 if unit == "W" else 14))
        first, last = calendar.week(day)
        return Placed(week_value(day), "W", first, last, _RESOLVED)
    if unit == "YQ":
        return _from_day(Shifted("Q", -5), base)
    if unit == "WE":
        return _weekend(base, int(by))
    if unit == "M":
        moved = calendar.add_months(base, int(by))
        first, last = calendar.month(moved.year, moved.month)
        return Placed(f"{moved.year:04}-{moved.month:02}", "M", first, last, _RESOLVED)
    if unit == "Q":
        moved = calendar.add_months(date(base.year, base.month, 1), int(by) * 3)
        code = f"Q{(moved.month + 2) // 3}"
        first, last = calendar.part_of_year(code, moved.year)
        return Placed(season_value(code, moved.year), "Q", first, last, _RESOLVED)
    return _long(said, base)


def _weekend(base: date, by: int) -> Placed:
    """The weekend `by` weekends away; the one before a working day is -1, the one it runs towards is 0."""
    day = calendar.days(base, by * 7)
    if by == 0 and base.isoweekday() == 1:
        day = calendar.days(base, -1)
    first, last = calendar.weekend(day)
    return Placed(f"{week_value(first)}-WE", "WE", first, last, _RESOLVED)


def _long(said: Shifted, base: date) -> Placed:
    size = {"Y": 1, "E": 10, "C": 100}[said.unit]
    y = base.year + int(said.by * size)
    if said.unit == "Y" or abs(said.by) > 1 or said.like:
        first, last = calendar.year(y)
        return Placed(f"{y:04}", "Y", first, last, _RESOLVED)
    start = y - y % size
    first, last = calendar.year(max(start, 1), start + size - 1)
    value = f"{start // 10:03}" if size == 10 else f"{start // 100:02}"
    return Placed(value, said.unit, first, last, _RESOLVED)
