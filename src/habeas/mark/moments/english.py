"""English moments: the idea of each trigger word, and how it reads what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from habeas.mark.moments.expression import (
    Date,
    Found,
    Holiday,
    Loose,
    PartOfYear,
    Repeat,
    Shifted,
    Span10,
    Weekday,
)
from habeas.mark.moments.figures import figure
from habeas.mark.moments.line import WALL, Line
from habeas.mark.moments.months import ORDINAL_WORDS, month
from habeas.mark.moments.parts import nth_weekday
from habeas.mark.moments.surroundings import aim_before, spoken_year, with_clock, with_edge, year_after
from habeas.mark.moments.units import part_of_year, unit
from habeas.model.letters import owns

__all__ = ["HANDLERS", "number_head"]

_SEASON_BEFORE = frozenset(
    [
        "in",
        "during",
        "since",
        "until",
        "by",
        "of",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "past",
        "each",
        "every",
        "the",
        "coming",
        "following",
    ]
)


def weekday(line: Line, i: int, floor: int) -> Found | None:
    """A weekday: "Wednesday", "last Friday", "early Tuesday", "Monday, Oct. 26", "Friday night"."""
    low, words = line.low, line.words
    word = line.bare(i)
    if not line.capital(i) or (word in words.words["short_weekdays"] and not _short_weekday(line, i)):
        return None
    number = words.weekdays[word]
    j = i + 1
    k = j + 1 if low[j] == "," else j
    k = k + 1 if low[j] == "." and line.glued(i) else k
    k = k + 1 if low[k] in (",", "the") else k
    if low[k] in words.months and (
        low[k + 1][:1].isdigit() or low[k + 1] in (".", "first") or low[k + 1] in ORDINAL_WORDS
    ):
        dated = month(line, k, k)
        if dated and isinstance(dated.what, Date) and dated.what.day:
            pre = aim_before(line, i - 1)
            return replace(dated, start=pre[1] if pre and pre[1] >= floor else i)
    elif (
        low[k][:1].isdigit()
        and (dated := figure(line, k))
        and isinstance(dated.what, Date)
        and dated.what.day
    ):
        return replace(dated, start=i)
    if low[i - 1] in ("each", "every"):
        return Found(i - 1, j, Repeat(f"XXXX-WXX-{number}"))
    if low[j] == "after" and low[j + 1] == "next":
        return Found(i - 1 if low[i - 1] == "the" and i > floor else i, j + 2, Weekday(number, 5))
    if counted := nth_weekday(line, i, floor):
        return counted
    aim, start = 0, i
    before = aim_before(line, i - 1)
    if before and before[1] >= floor:
        aim, start = before
    if start < i and low[i - 1] == "this":
        aim = 3
    found = Found(start, j, Weekday(number, aim, low[i - 1] in words.words["from_reference"] and start < i))
    if low[j] in words.dayparts and not owns(low[i]):
        return with_edge(line, replace(found, end=j + 1, part=words.dayparts[low[j]]), floor)
    if low[i - 1] in ("noon", "midnight", "midday"):
        return replace(found, start=i - 1, part=words.dayparts[low[i - 1]])
    if low[j] in ("last", "next", "this") and low[j + 1] == "week":
        found = replace(found, end=j + 2, what=Weekday(number, {"last": -2, "this": 3, "next": 4}[low[j]]))
    return with_edge(line, with_clock(line, found), floor)


def _short_weekday(line: Line, i: int) -> bool:
    """Whether "Sun", "Sat", "Wed" is a weekday: a full stop or comma and a month or a figure follow."""
    low = line.low
    k = i + 1
    while low[k] in (".", ",") and k < i + 3:
        k += 1
    return (k > i + 1 and (low[k] in line.words.months or low[k][:1].isdigit())) or low[
        i + 1
    ] in line.words.months


def weekdays(line: Line, i: int, floor: int) -> Found | None:  # noqa: ARG001 (all readers have one shape)
    """ "Fridays", "Tuesday nights": a set."""
    if not line.capital(i):
        return None
    number = line.words.weekdays.get(line.low[i].removesuffix("s"))
    return Found(i, i + 1, Repeat(f"XXXX-WXX-{number}")) if number else None


def season(line: Line, i: int, floor: int) -> Found | None:
    """A season, where something shows that it is one: "last spring", "the fall of 1989", "in the summer"."""
    low, code = line.low, line.words.seasons[line.bare(i)]
    said = year_after(line, i + 1)
    aim = aim_before(line, i - 1)
    if (aim and aim[1] >= floor and low[i - 1] != "past") or (aim and low[i - 2] in ("this", "the")):
        end = said.end if said else i + 1
        shift = said.shift if said else 0 if low[i - 1] == "this" and code != "WI" else None
        found = Found(aim[1], end, PartOfYear(code, said.year if said else None, shift, aim[0]))
        return with_edge(line, found, floor)
    if low[i - 1] in ("each", "every"):
        return Found(i - 1, i + 1, Repeat(f"XXXX-{code}"))
    start = i - 1 if low[i - 1] == "the" and i - 1 >= floor else i
    if said is not None and (low[i + 1] != "in"):
        return with_edge(line, Found(start, said.end, PartOfYear(code, said.year, said.shift)), floor)
    before = low[start - 1]
    narrow = (
        before in ("early", "late", "mid", "in", "during", "since", "until", "throughout", "by")
        or low[i - 1] == "-"
    )
    if (
        not narrow
        or low[i + 1] == "of"
        or line.capital(i + 1)
        or (start == i and before not in ("in", "early", "late", "mid", "-"))
    ):
        return None
    if before in ("by", "until", "since") and low[i] in ("fall", "spring") and start == i:
        return None
    return with_edge(line, Found(start, i + 1, PartOfYear(code)), floor)


def deictic(line: Line, i: int, floor: int) -> Found | None:
    """ "today", "yesterday afternoon", "late yesterday", "tonight"."""
    words, word = line.words, line.bare(i)
    part, end = words.deictic_part.get(word, ""), i + 1
    if line.low[end] in words.dayparts and line.low[i] == word:
        part, end = words.dayparts[line.low[end]], end + 1
    found = Found(i, end, Shifted("D", words.deictic[word]), part=part)
    return with_edge(line, with_clock(line, found), floor)


def daypart(line: Line, i: int, floor: int) -> Found | None:
    """ "this morning", "last night", "the next morning", "that evening"; a bare one is no moment."""
    low, part = line.low, line.words.dayparts[line.low[i]]
    before, j = low[i - 1], i - 1
    if low[i] in ("noon", "midnight") and line.words.triggers.get(low[i + 1]) in ("weekday", "deictic"):
        day = (weekday if low[i + 1] in line.words.weekdays else deictic)(line, i + 1, i + 1)
        return replace(day, start=i, part=part) if day else None
    if low[i] in ("noon", "midnight") and low[i - 1] in ("at", "by", "until", "after", "before", "since"):
        return Found(i, i + 1, Shifted("D", 0), part=part)
    shifts = {
        "this": (0, False),
        "last": (-1, False),
        "that": (0, True),
        "same": (0, True),
        "next": (1, True),
        "following": (1, True),
        "previous": (-1, True),
    }
    if before not in shifts or low[i] in ("dawn", "midday"):
        return None
    by, reference = shifts[before]
    start = j - 1 if low[j - 1] in ("the", "that") else j
    return with_edge(line, Found(max(start, floor), i + 1, Shifted("D", by, reference), part=part), floor)


def decade(line: Line, i: int, floor: int) -> Found | None:
    """ "the nineties"."""
    if line.low[i - 1] not in ("the", "early", "late", "mid", "-"):
        return None
    start = i - 1 if line.low[i - 1] == "the" else i
    if line.low[start - 1] in ("her", "his", "their", "my"):
        return None
    return with_edge(line, Found(start, i + 1, Span10(line.words.decades[line.low[i]] * 10, 10)), floor)


def loose(line: Line, i: int, floor: int) -> Found | None:
    """ "now", "recently", "soon"."""
    low = line.low
    if low[i + 1] == "as" and low[i] == "soon":
        return None
    if low[i] == "shortly" and low[i + 1] in ("after", "before", "thereafter"):
        return None
    start = (
        i - 1
        if low[i - 1] in ("more", "very", "right", "just", "until", "until") and low[i] != "shortly"
        else i
    )
    return Found(max(start, floor), i + 1, Loose(line.words.loose[low[i]]))


def repeated(line: Line, i: int, floor: int) -> Found | None:  # noqa: ARG001
    """ "daily", "annually"."""
    if line.capital(i) and line.low[i - 1] not in (".", WALL, '"', "“"):
        return None
    return Found(i, i + 1, Repeat(line.words.repeated[line.low[i]]))


def phrase(line: Line, i: int, floor: int) -> Found | None:
    """A holiday or a set phrase of several words that ends at `i`."""
    low = line.low
    for words, idea, value in line.words.phrases.get(low[i], ()):
        start = i + 1 - len(words)
        if start < floor or tuple(low[start : i + 1]) != words:
            continue
        if len(low[i]) > 0 and _longer(line, i, start):
            return None
        if idea == "loose":
            after = low[i + 1]
            if words[-1] == "past" and (
                after in line.words.numbers
                or after[0].isdigit()
                or after in line.words.units
                or after in line.words.vague
            ):
                return None
            trim = (
                start + 1 if words[0] in ("at", "in") and words[1] == "the" and words[-1] == "past" else start
            )
            return Found(trim, i + 1, Loose(value))
        named = low[i + 1].removesuffix("'s").removesuffix("’s")
        if not line.capital(start) or named in line.words.words["named_after"]:
            return None  # "off Christmas Island"
        aim = aim_before(line, start - 1)
        said = year_after(line, i + 1)
        year, shift, end = (said.year, said.shift, said.end) if said else (None, None, i + 1)
        if aim is None:
            return Found(start, end, Holiday(value, year, shift))
        return Found(aim[1], end, Holiday(value, year, shift, aim[0]))
    return None


def _longer(line: Line, i: int, start: int) -> bool:
    """Whether a longer phrase begins where this one does ("christmas" in "christmas eve")."""
    for last in (i + 1, i + 2):
        for words, _, _ in line.words.phrases.get(line.low[last], ()):
            if last + 1 - len(words) == start and tuple(line.low[start : last + 1]) == words:
                return True
    return False


def quarter_sign(line: Line, i: int, floor: int) -> Found | None:
    """ "Q3 2024", "Q1 of last year"."""
    number = line.low[i + 1]
    if not line.glued(i) or number not in ("1", "2", "3", "4") or not line.capital(i):
        return None
    said = year_after(line, i + 2)
    what = PartOfYear(f"Q{number}", said.year, said.shift) if said else PartOfYear(f"Q{number}")
    return with_edge(line, Found(i, said.end if said else i + 2, what), floor)


def half(line: Line, i: int, floor: int) -> Found | None:
    """ "the first half of 1990"."""
    return part_of_year(line, i, floor)


def number_head(line: Line, i: int, floor: int) -> Found | None:
    """A moment that starts with a figure, joined with the day that a clock time is said of."""
    found = figure(line, i)
    if found is None:
        return None
    if not found.part or found.what != Date():
        if isinstance(found.what, Date) and found.what.year and found.what.month is None:
            return _year_with_words(line, found, floor)
        return (
            with_clock(line, found)
            if isinstance(found.what, Date) and found.what.day
            else _edged(line, found, floor)
        )
    k = found.end
    k = k + 1 if line.low[k] in ("on", ",") else k
    k = k + 1 if line.low[k] == "on" else k
    handler = HANDLERS.get(line.words.triggers.get(line.low[k], ""))
    if handler in (month, weekday, deictic) and handler is not None:
        day = handler(line, k, k)
        if day and not day.part:
            return replace(day, start=found.start, part=found.part)
    return replace(found, what=Shifted("D", 0, reference=True, like=True))


def _edged(line: Line, found: Found, floor: int) -> Found:
    if isinstance(found.what, Span10) and line.low[found.start] == "the":
        return with_edge(line, found, floor)
    return with_edge(line, found, floor)


def _year_with_words(line: Line, found: Found, floor: int) -> Found:
    """ "fiscal 1989", "the year 2000", "the end of 1990"."""
    low, start = line.low, found.start
    if low[start - 1] == "year":
        start = start - 2 if low[start - 2] in ("the", "fiscal") else start - 1
    elif low[start - 1] == "fiscal":
        start -= 1
    return with_edge(line, replace(found, start=max(start, floor)), floor)


def spoken(line: Line, i: int, floor: int) -> Found | None:
    """A year in words: "nineteen ninety-seven"."""
    read = spoken_year(line, i)
    if read is None or (read[0] == 2000 and line.low[i - 1] != "year"):
        return None
    start = i - 1 if line.low[i - 1] == "year" else i
    start = start - 1 if line.low[start - 1] == "the" and start < i else start
    return with_edge(line, Found(start, read[1], Date(read[0])), floor)


HANDLERS: dict[str, Callable[[Line, int, int], Found | None]] = {
    "month": month,
    "weekday": weekday,
    "weekdays": weekdays,
    "season": season,
    "deictic": deictic,
    "daypart": daypart,
    "decade": decade,
    "loose": loose,
    "repeated": repeated,
    "phrase": phrase,
    "half": half,
    "unit": unit,
    "spoken": spoken,
    "quarter_sign": quarter_sign,
}
"""The reader of each idea that a trigger word can stand for."""
