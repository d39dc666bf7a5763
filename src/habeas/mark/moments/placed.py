"""Placed: an expression after it was put in the calendar, and how TIMEX3 writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Anchor", "Placed", "length", "season_value", "week_value"]

_FINER = {"Y": ("M", 12), "TH": ("M", 60), "D": ("TH", 24)}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of writing. `sure` is False where it is only a day near it (the date of an embedded post)."""

    day: date
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A period: its TIMEX3 value and days, the `unit` it is known to, and what that rests on."""

    timex: str
    unit: str
    earliest: date | None = None
    latest: date | None = None
    basis: str = "unresolved"
    kind: str = "DATE"
    candidates: tuple[tuple[date, date], ...] = ()


def week_value(day: date) -> str:
    """The ISO week of a day."""
    y, w, _ = day.isocalendar()
    return f"{y}-W{w:02}"


def season_value(code: str, y: int | None) -> str:
    """A quarter, half or season of a year."""
    return f"{y:04}-{code}" if y is not None else f"XXXX-{code}"


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration.

    >>> length(2.5, "Y"), length(None, "D"), length(2, "E"), length(5, "TH")
    ('P2Y6M', 'PXD', 'P20Y', 'PT5H')
    """
    if unit in ("E", "C") and count is not None:
        count, unit = count * (10 if unit == "E" else 100), "Y"
    elif unit == "F":
        count, unit = (None if count is None else count * 2), "W"
    elif unit == "WE":
        count, unit = (None if count is None else count * 2), "D"
    clock = "T" if unit[0] == "T" else ""
    if count is None:
        return f"P{clock}X{unit[-1]}"
    if count == int(count):
        return f"P{clock}{int(count)}{unit[-1]}"
    finer = _FINER.get(unit)
    rest = (count - int(count)) * finer[1] if finer else 0.5
    if finer is None or rest != int(rest):
        return f"P{clock}{count:g}{unit[-1]}"
    fine = ("T" if finer[0][0] == "T" and not clock else "") + f"{int(rest)}{finer[0][-1]}"
    whole = f"{int(count)}{unit[-1]}" if int(count) else ""
    return f"P{clock}{whole}{fine}"
