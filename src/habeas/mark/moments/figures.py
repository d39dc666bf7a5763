"""Moments that begin with a figure: dates in figures, clock times, years, decades, "27 March", "the 27th"."""

from __future__ import annotations

import re

from habeas.mark.moments.expression import Date, Found, Span10
from habeas.mark.moments.line import WALL, Line
from habeas.model.letters import owns

__all__ = ["clock", "figure", "is_day", "year_at"]

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})[:\d.]*(?:Z|[+-]\d{2}:?\d{2})?)?)?(?![\d-])")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?[ -]?([ap])(?:\.[ ]?m\.?|m\b)(?!\w)|(\d{1,2}):(\d{2})(?:\s?(?:h|hrs|hours|horas)\b)?(?![\d:])",
    re.I,
)
_DECADE = re.compile(r"(1[0-9]|20)(\d)0'?s\b")
_SHORT_DECADE = re.compile(r"([2-9])0s\b")
_RUN = re.compile(r"(1[6-9]\d\d|20\d\d)[-–/](\d{4}|\d{2})(?![\d-])")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b", re.I)
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)[\s-]+century\b", re.I)
_ZONES = frozenset(
    [
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "gmt",
        "utc",
        "et",
        "ct",
        "mt",
        "pt",
        "cet",
        "bst",
    ]
)

_BEFORE_DAY = ("on", "by", "until", "since", "before", "after", "from")
_AFTER_DAY = frozenset(
    (".", ",", ";", WALL, "and", "at", "in", "when", "after", "before", "the", "he", "she", "they")
)


def figure(line: Line, i: int) -> Found | None:
    """The moment that starts with the figure at `i`, if it is one."""
    text, token = line.text, line.token(i)
    at = token.start
    if at and text[at - 1] in "$€£#" and line.glued(i - 1):
        return None
    if len(token.lower) >= 4:
        dotted = "." in token.lower and text[token.end : token.end + 2].strip()[:1] in ("a", "p")
        return (clock(line, i) if dotted else None) or _long(line, i, at)
    after = text[token.end : token.end + 1]
    if (after in "/.-" or "." in token.lower) and (match := _SLASHED.match(text, at)):
        return _slashed(line, i, match)
    if clocked := clock(line, i):
        return clocked
    if match := _SHORT_DECADE.match(text, at):
        back = i - 1 if line.low[i - 1] in ("'", "’", "‘") and line.glued(i - 1) else i
        start = back - 1 if line.low[back - 1] == "the" else back
        if start < i:
            return Found(start, line.until(i, match.end()), Span10(int(match[1]) * 10, 10))
        return None
    if match := _CENTURY.match(text, at):
        start = i - 1 if line.low[i - 1] == "the" else i
        return Found(start, line.until(i, match.end()), Span10((int(match[1]) - 1) * 100, 100))
    return _day_first(line, i)


def _long(line: Line, i: int, at: int) -> Found | None:
    text = line.text
    if match := _ISO.match(text, at):
        end = line.until(i, match.end())
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
        if 1 <= month <= 12 and 1 <= day <= 31 and year >= 1000:
            stated = Date(year, month, day if match[3] else None)
            return Found(i, end, stated, part=f"T{match[4]}" if match[4] else "")
    if match := _RUN.match(text, at):
        first, last = int(match[1]), int(match[2]) if len(match[2]) == 4 else int(match[1][:2] + match[2])
        if first < last <= first + 60:
            return Found(i, line.until(i, match.end()), Date(first, until=last))
    if "." in line.low[i] and (match := _SLASHED.match(text, at)):
        return _slashed(line, i, match)
    if match := _DECADE.match(text, at):
        start = i - 1 if line.low[i - 1] == "the" else i
        return Found(start, line.until(i, match.end()), Span10(int(match[1] + match[2]) * 10, 10))
    return _year(line, i)


def _slashed(line: Line, i: int, match: re.Match[str]) -> Found | None:
    one, two, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] != "/" and len(match[4]) == 2:
        return None
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    end = line.until(i, match.end())
    month_first = line.words.language == "en" and match[2] != "."
    month, day = (one, two) if month_first else (two, one)
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1000):
        return None
    other = (day, month) if day <= 12 and day != month else None
    return Found(i, end, Date(year, month, day, other=other))


def clock(line: Line, i: int) -> Found | None:
    """A clock time at `i`, as a Found whose day is not yet known (the caller joins it to one)."""
    token = line.token(i)
    if len(token.lower) > 5 or (
        line.text[token.end : token.end + 1] not in ": apAP-." and "." not in token.lower
    ):
        return None
    match = _CLOCK.match(line.text, token.start)
    if match is None:
        return None
    hour, minute = int(match[1] or match[4]), int(match[2] or match[5] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    elif line.low[i - 1] not in (
        "at",
        "by",
        "from",
        "until",
        "to",
        "las",
        "around",
        "about",
        "since",
        "before",
        "after",
    ):
        return None
    if hour > 24 or minute > 59:
        return None
    end = line.until(i, match.end())
    if line.text[line.token(end - 1).end - 1] == "." and line.low[end - 1] == "." and line.low[end] == WALL:
        pass
    if line.low[end] in _ZONES:
        end += 1
    elif line.low[end] in ("local", "eastern", "pacific", "central") and line.low[end + 1] == "time":
        end += 2
    return Found(i, end, Date(), part=f"T{hour:02}:{minute:02}")


def is_day(line: Line, i: int) -> tuple[int, int] | None:
    """(day of the month, index after it) when the word at `i` can be one: "27", "27th", "twenty-seventh"."""
    word = line.low[i]
    if word.isdigit() and len(word) <= 2 and word.isascii():
        day = int(word)
        if not 1 <= day <= 31:
            return None
        if line.glued(i) and line.low[i + 1] in ("st", "nd", "rd", "th"):
            return day, i + 2
        return day, i + 1
    if match := _ORDINAL.fullmatch(word):
        return (int(match[1]), i + 1) if 1 <= int(match[1]) <= 31 else None
    ordinals = line.words.ordinals
    if word in ("twenty", "thirty") and line.low[i + 1] == "-" and line.low[i + 2] in ordinals:
        return (20 if word == "twenty" else 30) + ordinals[line.low[i + 2]], i + 3
    return (ordinals[word], i + 1) if word in ordinals else None


def year_at(line: Line, i: int) -> int | None:
    """The year that the word at `i` writes in four figures, None if it cannot be one."""
    word = line.low[i]
    if len(word) != 4 or not (word.isdigit() and word.isascii()):
        return None
    year = int(word)
    return year if 1000 <= year <= 2199 else None


def _day_first(line: Line, i: int) -> Found | None:
    """ "27 March 2025", "the 27th of March", "on the 27th"."""
    read = is_day(line, i)
    if read is None:
        return None
    day, j = read
    low, words = line.low, line.words
    ordinal = j > i + 1 or not low[i].isdigit()
    until = None
    if (
        low[j] in ("-", "–", "to", "and")
        and (second := is_day(line, j + 1))
        and low[second[1]] in words.months
    ):
        until, j = second
    if low[j] == "of" and ordinal:
        j += 1
    start = i - 1 if ordinal and low[i - 1] == "the" else i
    if low[j] in words.months and line.capital(j):
        month, j = words.months[low[j]], j + 1
        if low[j] == "." and year_at(line, j + 1):
            j += 1
        if low[j] == "," and year_at(line, j + 1):
            j += 1
        year = year_at(line, j)
        return Found(start, j + 1 if year else j, Date(year, month, day, until=until))
    alone = ordinal and start < i and low[start - 1] in _BEFORE_DAY and low[j] in _AFTER_DAY
    return Found(start, j, Date(day=day)) if alone else None


def _year(line: Line, i: int) -> Found | None:
    year = year_at(line, i)
    if year is None or (
        line.glued(i - 1) and line.low[i - 1] not in ("(", "-", "–", "—", "/", "'", '"', "“", "[")
    ):
        return None
    before, after = line.low[i - 1], line.low[i + 1]
    if line.glued(i) and after[:1].isalpha():
        return None
    words = line.words.words
    if after in words["counted"] or after in line.words.units or after in ("%", "°", "/"):
        return None
    if after in ("-", ":", ".") and line.glued(i) and line.glued(i + 1) and line.low[i + 2][:1].isdigit():
        return None
    firm = before in words["firm_prepositions"] or before in ("(", "early", "mid", "late")
    if not firm and before not in words["prepositions"] and not _bare_year(line, i, year):
        return None
    if before in ("about", "some", "nearly", "over", "than") or (
        year % 1000 == 0 and not firm and not line.capital(i + 1)
    ):
        return None
    if after in line.words.ordinals and line.low[i + 2] in ("quarter", "half", "-"):
        return None
    if _counts(line, i, year, firm):
        return None
    return Found(i, i + 1, Date(year))


def _bare_year(line: Line, i: int, year: int) -> bool:
    """Whether a year may stand here without a preposition: "the 1798 act", "2024 elections", "was 2019"."""
    if year % 100 == 0 and year != 1900:
        return year == 2000 and line.low[i - 1] == "the" and line.capital(i + 1)
    if 1600 <= year < 1900:
        return line.low[i - 1] in ("the", "a", "an") or owns(line.low[i - 1])
    return 1900 <= year <= 2059


def _counts(line: Line, i: int, year: int, firm: bool) -> bool:
    """Whether what follows shows that the number counts things ("in 1500 villages", "2019 villages")."""
    after = line.low[i + 1]
    if not after.isalpha() or line.capital(i + 1) or len(after) < 4:
        return False
    plural = after.endswith("s") and not after.endswith(("ss", "us", "is"))
    if not plural or after in line.words.words["future"]:
        return False
    likely = 1900 <= year <= 2059 and year % 10 != 0
    return not (
        likely and line.low[i - 1] in ("the", "in", "-", "its", "their", "his", "her", "our")
    ) and not (firm and likely)
