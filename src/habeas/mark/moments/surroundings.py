"""What stands beside a period and belongs to it: "early", "the end of", "last", "of last year", ", 2025"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.mark.moments.expression import Date, Found
from habeas.mark.moments.figures import clock, year_at
from habeas.mark.moments.line import Line

__all__ = ["YearSaid", "aim_before", "edge_before", "spoken_year", "with_clock", "with_edge", "year_after"]

_OF_EDGES = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_YEAR_SHIFTS = {"last": -1, "previous": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class YearSaid:
    """The year that follows a month, season or quarter: absolute, or counted from now; `end` is the word after it."""

    end: int
    year: int | None = None
    shift: int | None = None


def aim_before(line: Line, j: int) -> tuple[int, int] | None:
    """(aim, index) when the word at `j` is "last" (-1), "this" (0), "next" (1) or "coming" (2)."""
    word, words = line.low[j], line.words.words
    if word == "following" and line.low[j - 1] not in ("the", "that"):
        return None  # a preposition: "following Tuesday's vote"
    if word in words["before"]:
        aim = -1
    elif word in words["after"]:
        aim = 1
        if word == "coming":
            aim = 2
            j = j - 1 if line.low[j - 1] == "this" else j
    elif word in ("this", "current"):
        aim = 0
        j = j - 1 if word == "current" and line.low[j - 1] == "the" else j
    else:
        return None
    if line.low[j - 1] in ("the", "this") and word not in ("this", "current"):
        j -= 1
    return aim, j


def edge_before(line: Line, j: int, floor: int) -> tuple[str, int] | None:
    """(edge, index of its first word) when the words that end at `j` narrow what follows."""
    low, words = line.low, line.words.words
    if j < floor:
        return None
    word = low[j]
    if word == "-" and low[j - 1] in ("mid", "late", "early"):
        return low[j - 1], j - 1
    if word in words["sooner"] or word == "later":
        return word, j
    if word == "in" and low[j - 1] in words["sooner"]:
        return low[j - 1], j - 1
    if word in ("early", "late", "mid"):
        return word, j - 1 if low[j - 1] == "the" else j
    k = j
    if word in ("the", "this", "last", "next") and low[j - 1] == "of":
        k = j - 1
    if low[k] == "of" and low[k - 1] in _OF_EDGES:
        start = k - 2 if low[k - 2] in ("the", "very") else k - 1
        return _OF_EDGES[low[k - 1]], start
    return None


def with_edge(line: Line, found: Found, floor: int) -> Found:
    """`found` with the narrowing words before it."""
    edge = edge_before(line, found.start - 1, floor)
    if edge is None or edge[1] < floor:
        return found
    return replace(found, edge=edge[0], start=edge[1])


def year_after(line: Line, i: int) -> YearSaid | None:
    """The year said from word `i` on: "1998", ", 1998", "of 1998", "last year", "of fiscal 1989", "a year ago"."""
    low = line.low
    j = i + 1 if low[i] in (",", "of", "in") else i
    if low[j] == "the" and low[j + 1] == "year":
        j += 2
    if low[j] == "fiscal":
        j += 1
    if low[j] in _YEAR_SHIFTS and low[j + 1] in ("year", "year's") and low[i] != ",":
        return YearSaid(j + 2, shift=_YEAR_SHIFTS[low[j]])
    if low[j] in ("a", "one") and low[j + 1] == "year" and low[j + 2] in ("ago", "earlier") and j == i:
        return YearSaid(j + 3, shift=-1)
    year = year_at(line, j)
    if (
        year is not None
        and low[j + 1] not in line.words.words["counted"]
        and (low[i] != "in" or 1900 <= year <= 2059)
    ):
        return YearSaid(j + 1, year=year)
    spoken = spoken_year(line, j)
    return YearSaid(spoken[1], year=spoken[0]) if spoken else None


def spoken_year(line: Line, i: int) -> tuple[int, int] | None:
    """(year, end) of a year in words: "nineteen ninety-seven", "two thousand eleven"."""
    low, numbers = line.low, line.words.numbers
    if low[i] == "nineteen" and numbers.get(low[i + 1], 0) >= 10:
        year, j = 1900 + numbers[low[i + 1]], i + 2
    elif low[i] == "two" and low[i + 1] == "thousand":
        year, j = 2000, i + 2
    else:
        return None
    j = j + 1 if low[j] == "-" else j
    if 1 <= numbers.get(low[j], 0) <= 9 and low[j] not in ("a", "an"):
        return year + numbers[low[j]], j + 1
    return year, j - 1 if low[j - 1] == "-" else j


def with_clock(line: Line, found: Found) -> Found:
    """`found` (a day) with a clock time that follows: "Tuesday at 3 p.m."."""
    j = found.end
    if line.low[j] == "," and line.low[j + 1] == "at":
        j += 1
    if line.low[j] in ("at", "around", "about") and line.low[j + 1] in ("around", "about"):
        j += 1
    if line.low[j] not in ("at", "around", "about") or not line.low[j + 1][:1].isdigit():
        return found
    time = clock(line, j + 1)
    if time is None or not isinstance(time.what, Date):
        return found
    return replace(found, end=time.end, part=time.part)
