"""Months: "March 27, 2025", "early March", "last March", and whether "May" or "March" is one."""

from __future__ import annotations

from habeas.mark.moments.expression import Date, Found, Repeat
from habeas.mark.moments.figures import is_day, year_at
from habeas.mark.moments.line import WALL, Line
from habeas.mark.moments.surroundings import aim_before, with_clock, with_edge, year_after

__all__ = ["ORDINAL_WORDS", "month"]

ORDINAL_WORDS = (
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty",
    "thirty",
    "thirtieth",
)
"""Ordinals in words that can name a day after its month."""


def month(line: Line, i: int, floor: int) -> Found | None:
    """A month: "March 27, 2025", "early March", "last March", "March 3-5", "June of last year"."""
    if not line.capital(i) or not _is_month(line, i):
        return None
    low = line.low
    number = line.words.months[line.bare(i)]
    j = i + 1
    if low[j] == "." and line.glued(i) and (low[j + 1][:1].isdigit() or len(low[i]) < 5):
        j += 1
    day = until = None
    read = is_day(line, j + 1 if low[j] == "the" else j)
    if (
        read
        and (_is_of_day(line, i) or not _counts_things(line, read[1]))
        and not (low[j].isalpha() and low[j] not in ("the", "first") and low[j] not in ORDINAL_WORDS)
    ):
        day, j = read
        if (
            low[j] in ("-", "–", "to")
            and (second := is_day(line, j + 1))
            and second[0] > day
            and second[1] - j <= 3
        ):
            until, j = second
    said = year_after(line, j)
    if said is not None and (low[j] != "in"):
        year, shift, j = said.year, said.shift, said.end
    else:
        year, shift = _year_of_run(line, j, number), None
    if j == i + 2 and low[i + 1] == "." and day is None and year is None and low[j] == WALL:
        j = i + 1
    aim, start = 0, i
    before = aim_before(line, i - 1) if day is None else None
    if before and before[1] >= floor:
        aim, start = before
        shift = 0 if low[i - 1] == "this" and year is None else shift
    if low[i - 1] in ("each", "every"):
        return Found(i - 1, j, Repeat(f"XXXX-{number:02}" + (f"-{day:02}" if day else "")))
    found = Found(start, j, Date(year, number, day, shift, until, aim=aim))
    return with_clock(line, found) if day else with_edge(line, found, floor)


def _is_of_day(line: Line, i: int) -> bool:
    """Whether a day has to stand behind the month at `i`: "on July 4", "the night of July 4"."""
    low = line.low
    return low[i - 1] == "on" or (low[i - 1] == "of" and low[i - 2] in line.words.dayparts)


def _year_of_run(line: Line, j: int, number: int) -> int | None:
    """The year of a month, with its day, where only the month that ends its run has one: "[March] to May 2024"."""
    low = line.low
    if low[j] not in ("and", "to", "through", "until", "-", "–") or low[j + 1] not in line.words.months:
        return None
    day = is_day(line, j + 2)
    said = year_after(line, day[1] if day else j + 2)
    if said is None or said.year is None:
        return None
    return said.year - (line.words.months[low[j + 1]] < number)


def _counts_things(line: Line, after: int) -> bool:
    """Whether the number that ends before `after` counts something rather than names a day."""
    word = line.low[after]
    return (
        word in ("%", "percent", "million", "billion", "/")
        or word in line.words.words["counted"]
        or word in line.words.units
    )


def _is_month(line: Line, i: int) -> bool:
    """Whether an ambiguous word ("May", "March", "June") is a month here."""
    word, words, low = line.bare(i), line.words.words, line.low
    if word not in words["ambiguous_months"]:
        return True
    after = low[i + 2] if low[i + 1] in (".", ",", "of") else low[i + 1]
    if after[:1].isdigit() and (
        len(after) <= 2 or year_at(line, i + 1 + (low[i + 1] in (".", ",", "of"))) is not None
    ):
        return True
    before = low[i - 1]
    if low[i - 2] in ("early", "late", "mid") and before == "-":
        return True
    pointed = before in words["firm_prepositions"] or before in words["before"] or before in words["after"]
    if pointed or before in ("this", "every", "each"):
        return not (line.capital(i + 1) and low[i + 1].isalpha() and word not in words["common_words"])
    if before in ("and", "or", "to", "-", "–", ",") and (
        line.bare(i - 2) in line.words.months or low[i - 2] == "."
    ):
        return True
    if low[i + 1] in ("last", "this", "next") and low[i + 2] == "year":
        return True
    named = before in ("a", "the") and low[i + 1].isalpha() and not line.capital(i + 1)
    if named and low[i + 1] not in words["no_nouns"]:
        return True  # "A June flight", "the May attack"
    if word in words["common_words"] or len(word) < 4:
        return False
    return not line.capital(i + 1) and not line.capital(i - 1) and before not in (".", WALL, "“", '"')
