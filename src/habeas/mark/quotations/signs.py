"""Signs: which characters of a text are quotation marks, and which way each one opens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from habeas.model.span import Span
from habeas.packs.lexicon import lexicon

__all__ = ["Side", "Sign", "signs"]

_MARKS = "\"“”„‟«»″'’‘‚‹›´`"
_TWICE = frozenset("'`’‘")
"""Single marks two of which are one double mark."""
_OPENERS_BEFORE = frozenset(" \t\n\u00a0\u202f\u2009([{<—–-―/|\"“«‘‚„:;,…*_'")
_CLOSERS_AFTER = frozenset(" \t\n\u00a0\u202f\u2009)]}>—–-―/|\"”»’.,;:!?…*_'")


class Side(Enum):
    """Whether a sign opens a quotation, closes one, or may do either."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """A quotation mark: where it stands, its family (`"`, `'` or `«`) and which way it may turn."""

    start: int
    end: int
    family: str
    side: Side


def signs(text: str, blocks: list[Span], language: str) -> list[list[Sign]]:
    """The quotation marks of each block; apostrophes, primes and inch marks are left out."""
    marks = _marks(text)
    made: list[list[Sign]] = []
    first = 0
    for block in blocks:
        found: list[Sign] = []
        after, end = block.start, block.end
        while first < len(marks) and marks[first] < end:
            at = marks[first]
            first += 1
            if at < after:
                continue
            twice = at + 1 < end and text[at + 1] == text[at] and text[at] in _TWICE
            after = at + 2 if twice else at + 1
            sign = _sign(text, at, after, block, language)
            if sign is not None:
                found.append(sign)
        made.append(found)
    return made


def _marks(text: str) -> list[int]:
    """Where any of the marks stands, in order: each is sought by itself, which leaps over all other letters."""
    found: list[int] = []
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found


def _sign(text: str, start: int, end: int, block: Span, language: str) -> Sign | None:
    mark = text[start:end]
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    if mark in "«»‹›":
        return Sign(start, end, "«", Side.OPEN if mark in "«‹" else Side.CLOSE)
    opens = before in _OPENERS_BEFORE and after not in " \t\n\u00a0"
    closes = after in _CLOSERS_AFTER and before not in " \t\n\u00a0"
    if mark in ('"', "''", "``", "’’", "‘‘", "“", "”", "„", "‟", "″"):
        return _double(mark, start, end, opens, closes, before)
    if mark in "´`" and not opens:
        return None
    if mark in "‘‚":
        return Sign(start, end, "'", Side.OPEN) if not before.isalnum() else None
    return _single(text, Span(start, end), before, after, opens, closes, language)


def _double(mark: str, start: int, end: int, opens: bool, closes: bool, before: str) -> Sign | None:
    if mark in "“„‟":
        turned = mark == "“" and closes and not opens
        return Sign(start, end, '"', Side.CLOSE if turned else Side.OPEN)
    if mark == "”":
        return Sign(start, end, '"', Side.OPEN if opens and not closes else Side.CLOSE)
    if mark == "″":
        return None if before.isdigit() else Sign(start, end, '"', Side.EITHER)
    if opens == closes:
        return Sign(start, end, '"', Side.EITHER)
    return Sign(start, end, '"', Side.OPEN if opens else Side.CLOSE)


def _single(
    text: str, at: Span, before: str, after: str, opens: bool, closes: bool, language: str
) -> Sign | None:
    """A single mark, or None for an apostrophe: inside a word, before a year, in an elision."""
    if before.isalnum() and after.isalnum():
        return None
    if opens and (after.isdigit() or (not after.isalnum() and after not in "[(¿¡…$#@")):
        opens = False
    if opens and _word_at(text, at.end) in _elisions(language):
        opens = False
    if opens:
        return None if text[at.start] == "’" else Sign(at.start, at.end, "'", Side.OPEN)
    return Sign(at.start, at.end, "'", Side.CLOSE) if closes else None


def _word_at(text: str, start: int) -> str:
    end = start
    while end < len(text) and end - start < 9 and text[end].isalpha():
        end += 1
    return text[start:end].lower()


@cache
def _elisions(language: str) -> frozenset[str]:
    return frozenset(lexicon(language if language == "es" else "en", "quotations")["elisions"])
