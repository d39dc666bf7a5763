"""What an expression of time says, before it is placed in the calendar: the recognisers make these, `place` reads them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "Date",
    "Found",
    "Holiday",
    "Length",
    "Loose",
    "PartOfYear",
    "Repeat",
    "Shifted",
    "Span10",
    "Weekday",
    "What",
]


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date as far as it is said: any of year, month and day may be missing.

    `year_shift` is the year counted from the published one ("June last year" is -1); `until` the last day of a
    run of days ("March 3-5") or the last year of a run of years ("2019-21"); `other` the second reading of a date
    in figures ("03/04/2025"), as (month, day); `aim` is -1 for "last March", 1 for "next March".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_shift: int | None = None
    until: int | None = None
    other: tuple[int, int] | None = None
    aim: int = 0


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day named by its weekday, 1 (Monday) to 7; `aim` is -1 for "last", 1 for "next", 2 for "this coming", 3 for
    "this", -2 and 4 for "last week" and "next week" after it, 5 for "after next". `reference`: counted from the last moment
    spoken of.
    """

    number: int
    aim: int = 0
    reference: bool = False


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter ("Q3"), a half ("H1") or a season ("SU")."""

    code: str
    year: int | None = None
    year_shift: int | None = None
    aim: int = 0


@dataclass(frozen=True, slots=True)
class Shifted:
    """A period found by counting `by` units from the day of writing, or (`reference`) from the last moment spoken of.

    `unit` is a TIMEX3 letter: D W M Q Y E (decade) C (century) WE (weekend) F (fortnight) TH (hour) TM TS.
    `loose` marks a vague count ("several years ago"); `like` keeps the kind of period spoken of ("a year earlier",
    after a quarter, is that quarter one year before).
    """

    unit: str
    by: float
    reference: bool = False
    loose: bool = False
    like: bool = False


@dataclass(frozen=True, slots=True)
class Span10:
    """A decade (`years` 10) or a century (`years` 100) by its first year; `first` below 100 means "the nineties"."""

    first: int
    years: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day by its rule ("12-25", "11/4/4", "easter-2"), in a year said, or the nearest in the direction `aim`."""

    rule: str
    year: int | None = None
    year_shift: int | None = None
    aim: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """A duration of `count` units (None: not said how many)."""

    count: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that recurs; `timex` is its SET value ("P1W", "XXXX-WXX-2")."""

    timex: str


@dataclass(frozen=True, slots=True)
class Loose:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    timex: str


What = Date | Weekday | PartOfYear | Shifted | Span10 | Holiday | Length | Repeat | Loose


@dataclass(frozen=True, slots=True)
class Found:
    """An expression over the words `[start, end)` of a Line.

    `edge` narrows it ("early", "mid", "late", "earlier", "later"), `part` is a part of the day ("MO") or a clock
    time ("T15:00").
    """

    start: int
    end: int
    what: What
    edge: str = ""
    part: str = ""
