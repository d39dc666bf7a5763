"""Parts of a month: "the second Monday in May", "the last week of June", "the first weekend of March"."""

from __future__ import annotations

from habeas.mark.moments.expression import Found, Holiday, Repeat
from habeas.mark.moments.line import Line
from habeas.mark.moments.surroundings import year_after

__all__ = ["nth_weekday", "week_edge"]

_MOST = 5
"""Weekdays of one name, and weeks, that a month can have."""
_LAST = frozenset({"last", "final", "closing"})
_FIRST = frozenset({"first", "opening"})
_PARTS = {"week": "week", "weekend": "weekend", "days": "days"}


def nth_weekday(line: Line, i: int, floor: int) -> Found | None:
    """The day of the weekday at `i` where it is counted within a month, or a set where it is counted without one ("every
    second Tuesday")."""
    low, j = line.low, i + 2
    nth = _nth(line, i - 1)
    if nth == 0 or i - 1 < floor:
        return None
    weekday = line.words.weekdays[line.bare(i)]
    if low[i - 2] in ("each", "every"):
        return Found(i - 2, i + 1, Repeat(f"XXXX-WXX-{weekday}"))
    if low[i + 1] not in ("in", "of") or low[j] not in line.words.months or not line.capital(j):
        return None
    said = year_after(line, j + 1)
    start = i - 2 if low[i - 2] == "the" and i - 2 >= floor else i - 1
    rule = f"{line.words.months[low[j]]}/{nth}/{weekday}"
    if said is None:
        return Found(start, j + 1, Holiday(rule))
    return Found(start, said.end, Holiday(rule, said.year, said.shift))


def week_edge(line: Line, j: int, floor: int) -> tuple[str, int] | None:
    """(edge, index of its first word) where the words that end at `j` name a week, a weekend or days of the month behind
    them: "week2", "weekend-1", "days1"."""
    low = line.low
    if low[j] not in ("in", "of") or low[j - 1] not in _PARTS or j - 2 < floor:
        return None
    nth = _nth(line, j - 2)
    if nth == 0 or (low[j - 1] == "days" and nth not in (1, -1)):
        return None
    start = j - 3 if low[j - 3] == "the" and j - 3 >= floor else j - 2
    return f"{_PARTS[low[j - 1]]}{nth}", start


def _nth(line: Line, j: int) -> int:
    """Which of several the word at `j` says: 1 to 5, -1 for the last; 0 where it says none."""
    word = line.low[j]
    if word in _LAST:
        return -1
    nth = 1 if word in _FIRST else line.words.ordinals.get(word, 0)
    return nth if nth <= _MOST else 0
