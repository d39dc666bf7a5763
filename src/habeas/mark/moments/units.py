"""Moments around a unit of time: "last year", "two weeks ago", "the next three months", "every day", "the third quarter"."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.moments.counts import Count, count_before
from habeas.mark.moments.expression import Found, Length, Loose, PartOfYear, Repeat, Shifted, Span10, What
from habeas.mark.moments.figures import year_at
from habeas.mark.moments.line import Line
from habeas.mark.moments.months import month
from habeas.mark.moments.parts import week_edge
from habeas.mark.moments.surroundings import YearSaid, spoken_year, with_edge, year_after

__all__ = ["part_of_year", "unit"]

_FILLERS = frozenset(
    [
        "additional",
        "business",
        "calendar",
        "consecutive",
        "entire",
        "extra",
        "fiscal",
        "full",
        "further",
        "long",
        "more",
        "other",
        "separate",
        "short",
        "solid",
        "straight",
        "trading",
        "whole",
        "working",
    ]
)
_RATES = frozenset(
    [
        "%|",
        "percent",
        "million",
        "billion",
        "thousand",
        "once",
        "twice",
        "times",
        "apiece",
        "each",
        "people",
        "tons",
        "barrels",
    ]
)
_RECENT = frozenset(["recent", "coming", "past", "last", "next", "future", "previous", "ahead"])
_TWICE = {
    ("before", "last"): (-2, False),
    ("after", "next"): (2, False),
    ("before", "yesterday"): (-2, True),
    ("after", "tomorrow"): (2, True),
}
"""What follows a unit that is counted by two, and whether the unit is the day: "the week after next"."""
_CLOCK_UNITS = ("TH", "TM", "TS")


def unit(line: Line, i: int, floor: int) -> Found | None:
    """The moment whose head is the unit at `i`, with the words that narrow it ("late last year")."""
    found = _unit(line, i, floor)
    if found is None or found.edge or not isinstance(found.what, Shifted | PartOfYear | Span10):
        return found
    return with_edge(line, found, floor)


def _unit(line: Line, i: int, floor: int) -> Found | None:
    low, words = line.low, line.words
    word = line.bare(i)
    code = words.units.get(word)
    if code is None:
        return None
    if (low[i + 1] == "-" and low[i + 2] in ("old", "olds", "round")) or low[i + 1] in ("old", "olds"):
        return None
    if code in ("Q", "C") and (part := part_of_year(line, i, floor)):
        return part
    if word == "second" and (low[i - 1] not in ("-", "one", "per", "each") or low[i + 1] in words.units):
        return None
    if code == "Y" and (low[i + 1] == "end" or (low[i] == "year's" and low[i + 1] in ("end", "close"))):
        edge = "last" if low[i] == "year" else "late"
        return Found(i, i + 2, Shifted("Y", 0), edge=edge)
    if (
        low[i] == "year's"
        and (low[i + 1] in words.ordinals or low[i + 1] == "fiscal")
        and _quarter_near(line, i)
    ):
        return None
    if (counted := week_edge(line, i + 1, floor)) and low[i + 2] in words.months:
        part = month(line, i + 2, counted[1])
        return part if part is None or part.edge else replace(part, edge=counted[0], start=counted[1])
    if low[i + 1] == "-":
        return _hyphen_after(line, i, code, floor)
    plural = word in words.plural
    j = i - 1
    if low[j] == "-":
        return _hyphen_before(line, i, code, floor)
    while low[j] in _FILLERS and j > floor:
        j -= 1
    count = count_before(line, j, floor)
    if count and count.start >= floor:
        return _counted(line, i, code, count, floor)
    return _plural(line, i, code, j, floor) if plural else _single(line, i, code, j, floor)


def _quarter_near(line: Line, i: int) -> bool:
    """Whether "last year's" at `i` belongs to a quarter or half that follows."""
    return any(line.low[k] in ("quarter", "half") for k in (i + 2, i + 3, i + 4))


def part_of_year(line: Line, i: int, floor: int) -> Found | None:
    """ "the third quarter of 1990", "this year's first half", "the 18th century" when the head at `i` is one."""
    low, words = line.low, line.words
    head = line.bare(i)
    j = i - 1
    fiscal = False
    while low[j] in ("-", "fiscal") and j > floor:
        fiscal = fiscal or low[j] == "fiscal"
        j -= 1
    number = words.ordinals.get(low[j])
    if number is None and head == "half" and low[j] in ("last", "latter"):
        number = 2
    if number is None or j < floor:
        return None
    if words.units.get(head) == "C":
        start = j - 1 if low[j - 1] == "the" else j
        return Found(start, i + 1, Span10((number - 1) * 100, 100))
    if number > (2 if head == "half" else 4):
        return None
    start = j - 1 if low[j - 1] == "fiscal" or low[j - 1] == "-" else j
    start = start - 1 if low[start] == "-" else start
    code = f"{'H' if head == 'half' else 'Q'}{number}"
    start, year = _year_before(line, start)
    after = year_after(line, i + 1) if year is None else None
    if head == "half" and year is None and after is None:
        return None
    said = year or after
    end = after.end if after else i + 1
    if said is None:
        return Found(start, end, PartOfYear(code))
    return Found(start, end, PartOfYear(code, said.year, said.shift))


def _year_before(line: Line, start: int) -> tuple[int, YearSaid | None]:
    """The year in front of a quarter: "the 1988 third quarter", "last year's third quarter", "year-ago third quarter"."""
    low = line.low
    said: YearSaid | None = None
    if low[start - 1] == "year's" and low[start - 2] in ("this", "last", "next"):
        said = YearSaid(start, shift={"this": 0, "last": -1, "next": 1}[low[start - 2]])
        start -= 2
    elif low[start - 1] in ("ago", "earlier") and low[start - 2] == "-" and low[start - 3] == "year":
        said, start = YearSaid(start, shift=-1), start - 3
    elif low[start - 1].isdigit() and len(low[start - 1]) == 4 and low[start - 1][:2] in ("19", "20"):
        said, start = YearSaid(start, year=int(low[start - 1])), start - 1
    if low[start - 1] in ("the", "its", "a"):
        start -= 1 if low[start - 1] == "the" else 0
    return start, said


def _hyphen_after(line: Line, i: int, code: str, floor: int) -> Found | None:
    """ "year-earlier", "year-ago period", "year-end", "week-long"."""
    low = line.low
    follow, j = low[i + 2], i - 1
    start = i
    while low[j] == "-" and low[j - 1] in line.words.numbers:
        start, j = j - 1, j - 2
    if follow in ("earlier", "ago") and code in ("Y", "M", "W", "Q"):
        end = i + 4 if low[i + 3] in ("period", "quarter", "level", "month", "week") else i + 3
        begin = start - 1 if low[start - 1] == "the" and start - 1 >= floor else start
        quarter = low[i + 3] == "quarter" and end == i + 4
        return Found(begin, end, Shifted("YQ" if quarter else code, -1, like=True))
    if follow == "end" and code == "Y":
        return Found(i, i + 3, Shifted("Y", 0), edge="last")
    if follow in ("long", "over") or low[i + 3] == "long":
        count = count_before(line, i - 2, floor) if low[i - 1] == "-" else None
        if count:
            return Found(count.start, i + 3, Length(count.value, code))
        vague = line.low[i] in line.words.plural
        return Found(i, i + 3, Length(None if vague else 1, code)) if follow == "long" else None
    return None


def _hyphen_before(line: Line, i: int, code: str, floor: int) -> Found | None:
    """ "three-day", "30-year", "mid-week"."""
    low = line.low
    count = count_before(line, i - 2, floor)
    if count is None or count.start < floor or count.article:
        return None
    if code == "Q" and line.low[i] in line.words.plural:
        return None
    ago = low[i + 1]
    if ago in line.words.words["ago"] and count.value:
        return Found(count.start, i + 2, Shifted(code, -count.value))
    return Found(count.start, i + 1, Length(count.value, code))


def _counted(line: Line, i: int, code: str, count: Count, floor: int) -> Found | None:
    low, words = line.low, line.words.words
    start, value = count.start, count.value
    before, after = low[start - 1], low[i + 1]
    if value is not None and value >= 1000 and code in ("Q", "TS"):
        return None
    if before in words["each"] and start - 1 >= floor:
        size = int(value) if value and value == int(value) else "X"
        return Found(start - 1, i + 1, Repeat(_length(size, code)))
    if after == "or" and low[i + 2] in ("two", "so", "more"):
        i += 2
        after = low[i + 1]
    if (after, low[i + 2], low[i + 3]) == ("and", "a", "half") and value:
        i, value, after = i + 3, value + 0.5, low[i + 4]
    lower = count_before(line, start - 2, floor) if low[start - 1] in ("to", "or", "-", "–") else None
    if lower and lower.value and lower.start >= floor and not lower.article:
        start, value = lower.start, lower.value
    shifted = _shift(line, i, code, value, after)
    if shifted:
        what, end = shifted
        return Found(_about(line, start, floor), end, what)
    if count.article and code != "TS" and _is_rate(line, start):
        return Found(start, i + 1, Repeat(_length(1, code)))
    if code == "TS" and count.article:
        return None
    if after == "of" and low[i + 2] == "age":
        return None
    mod = start - 1
    if low[mod] in _RECENT or (low[mod] in line.words.ordinals and low[mod] == "first"):
        mod = mod - 1 if low[mod - 1] in ("the", "these") else mod
        return Found(max(mod, floor), i + 1, Length(value, code))
    if low[mod] == "the" and mod >= floor:
        return Found(mod, i + 1, Length(value, code))
    return Found(_about(line, start, floor), i + 1, Length(value, code))


def _shift(line: Line, i: int, code: str, value: float | None, after: str) -> tuple[What, int] | None:
    """The shift said after a counted unit: "ago", "earlier", "later", "from now"."""
    words, low = line.words.words, line.low
    loose = value is None
    by = 3.0 if value is None else value
    single = by == 1 and not loose
    if after in words["ago"] and after != "back":
        return Shifted(code, -by, loose=loose, like=single), i + 2
    if after in ("earlier", "beforehand") or (after == "before" and low[i + 2] in (".", ",", ";")):
        return Shifted(code, -by, reference=True, loose=loose, like=single), i + 2
    if after in ("later", "afterward", "afterwards", "hence"):
        return Shifted(code, by, reference=True, loose=loose, like=single), i + 2
    if after == "from" and low[i + 2] == "now":
        return Shifted(code, by, loose=loose), i + 3
    return None


def _about(line: Line, start: int, floor: int) -> int:
    """Where "nearly", "more than", "at least" before a count begin."""
    low = line.low
    if start - 1 >= floor and low[start - 1] in line.words.words["about"]:
        return start - 1
    if start - 2 >= floor and (low[start - 2], low[start - 1]) in (
        ("more", "than"),
        ("less", "than"),
        ("fewer", "than"),
        ("at", "least"),
        ("at", "most"),
        ("up", "to"),
    ):
        return start - 2
    return start


def _is_rate(line: Line, start: int) -> bool:
    """Whether "a day" at `start` is a rate: "$1,000 a day", "three times a week"."""
    before = line.low[start - 1]
    if before in _RATES or before[:1].isdigit():
        return True
    return before.endswith("s") and (
        line.low[start - 2][:1].isdigit() or line.low[start - 2] in line.words.numbers
    )


def _length(size: int | str, code: str) -> str:
    """The TIMEX3 value of a length."""
    if code == "Q":
        return f"P{size * 3}M" if isinstance(size, int) else "PXQ"
    if code == "WE":
        return f"P{size * 2}D" if isinstance(size, int) else "PXD"
    if code in _CLOCK_UNITS:
        return f"PT{size}{code[1]}"
    return f"P{size}{code}"


def _single(line: Line, i: int, code: str, j: int, floor: int) -> Found | None:
    """A unit in the singular with a pointing word: "last week", "the following day", "each month", "that year"."""
    low, words = line.low, line.words.words
    if j < floor:
        return None
    word = low[j]
    pointed = low[j - 1] in ("the", "this", "its") or (low[j - 1] == "that" and word in words["same"])
    article = 1 if pointed and j - 1 >= floor else 0  # "said that [last year]"
    if code in _CLOCK_UNITS and word not in words["each"]:
        return None
    if word in words["each"]:
        return Found(j, i + 1, Repeat(_length(1, code)))
    reference = word in words["from_reference"]
    if word in words["before"]:
        if article and word in ("past", "last") and code != "WE":
            return Found(j - 1, i + 1, Length(1, code))
        return Found(j - article, i + 1, Shifted(code, -1, reference=reference))
    if word in words["at"]:
        return Found(j - article, i + 1, Shifted(code, 0))
    if word in words["after"]:
        return Found(j - article, i + 1, Shifted(code, 1, reference=reference))
    if word in words["same"]:
        return Found(j - article, i + 1, Shifted(code, 0, reference=True))
    if word == "latest" and article:
        return Found(j - 1, i + 1, Shifted(code, -1 if code == "Q" else 0))
    if word == "the":
        return _the(line, i, code, j)
    return None


def _the(line: Line, i: int, code: str, j: int) -> Found | None:
    """ "the weekend", "the quarter", "the year", "the end of the month": plain article and unit."""
    low = line.low
    if code == "Y" and (year_at(line, i + 1) or spoken_year(line, i + 1)):
        return None
    twice = _TWICE.get((low[i + 1], low[i + 2]))
    if twice is not None and twice[1] == (code == "D"):
        return Found(j, i + 3, Shifted(code, twice[0]))
    if low[i + 1] == "of" or (code == "D" and low[i + 1] != "'s"):
        edge = low[j - 1] == "of" and low[j - 2] in ("end", "beginning", "start", "middle")
        if not edge:
            return None
    if code in ("Y", "M", "W", "Q", "WE", "D"):
        ends = low[i + 1] in ("ended", "ending") or (low[i + 1] == "to" and low[i + 2] in line.words.months)
        if ends and code in ("Y", "M", "W"):
            return Found(j, i + 1, Length(1, code))
        if low[i + 1] in ("before", "after") and code != "WE":
            return Found(j, i + 2, Shifted(code, -1 if low[i + 1] == "before" else 1, reference=True))
        return Found(j, i + 1, Shifted(code, -1 if code in ("WE", "Q") else 0))
    return None


def _plural(line: Line, i: int, code: str, j: int, floor: int) -> Found | None:
    """A unit in the plural without a number: "recent weeks", "for years", "years ago"."""
    low = line.low
    after = low[i + 1]
    if after == "ago":
        return Found(i, i + 2, Loose("PAST_REF"))
    if after in ("earlier", "later") and code not in _CLOCK_UNITS:
        return Found(i, i + 2, Loose("PAST_REF" if after == "earlier" else "FUTURE_REF"))
    if j < floor:
        return None
    if low[j] in _RECENT:
        start = j - 1 if low[j - 1] in ("the", "these") and j - 1 >= floor else j
        return Found(start, i + 1, Length(None, code))
    if low[j] in ("for", "in", "within", "over", "after", "of", "during") and code != "Q":
        return Found(i, i + 1, Length(None, code))
    if after in ("of", "before", "after") and code in ("Y", "M", "W", "D") and low[j] != "the":
        return Found(i, i + 1, Length(None, code))
    return None
