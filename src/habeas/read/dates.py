"""Calendar days as a page writes them beside its report: "March 27, 2025", "27 de marzo de 2025", "2025-03-27"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from habeas.model.span import Span

__all__ = ["DATE", "WrittenDate", "written_date"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"(?:{_YEAR}-\d\d-\d\d(?!\d)|{_YEAR}/\d\d?/\d\d?(?!\d)|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b,?\s+{_YEAR}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th|º|o)?[\s-]+(?:de\s+)?{_MONTH},?(?:[\s-]+|\s+del?\s+){_YEAR}\b"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}\b)"
)
"""One written day, as a pattern without groups."""
_DATE = re.compile(rf"(?<!\w){DATE}", re.IGNORECASE)
_PARTS = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day and where it is written."""

    day: date
    span: Span


def written_date(
    text: str, start: int = 0, end: int | None = None, *, day_first: bool = False
) -> WrittenDate | None:
    """The first full day written in text[start:end].

    `day_first` reads 4/3/2025 as the 4th of March, as Spanish pages write; one number over 12 settles it anyway.

    >>> written_date("| Published March 27, 2025").day.isoformat()
    '2025-03-27'
    >>> written_date("Publicado el 3 de abril de 2024").day.isoformat()
    '2024-04-03'
    """
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        day = _day(match.group(), day_first)
        if day is not None:
            return WrittenDate(day, Span(match.start(), match.end()))
    return None


def _day(words: str, day_first: bool) -> date | None:
    month = 0
    numbers = []
    for part in _PARTS.findall(words):
        if part.isdigit():
            numbers.append(int(part))
        else:
            month = month or _MONTHS.get(part.lower(), 0)
    if month and len(numbers) == 2:
        numbers.sort(reverse=True)
        return _calendar(numbers[0], month, numbers[1])
    if len(numbers) != 3:
        return None
    if numbers[0] > 31:
        return _calendar(*numbers)
    first, second, year = numbers
    if first > 12 or (day_first and second <= 12) or "." in words:
        first, second = second, first
    return _calendar(year, first, second)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
