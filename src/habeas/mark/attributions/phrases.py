"""Noun phrases: a few patterns over word classes, enough to tell who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.mark.attributions.page import Page, Unit

__all__ = ["Phrase", "Phrases", "phrases"]

_HEADS: Final = "nepz'0"
"""Tags that go on a noun phrase once it has begun: nouns, adjectives, names, a word set in marks, possessives, numbers."""
_HEADING: Final = [chr(number) in _HEADS for number in range(128)]
"""The same by the number of the tag's letter: asked for every word, and told without a string of one letter."""
_OPENING: Final = [chr(number) in f"{_HEADS}adghrty" for number in range(128)]
"""Tags with which a phrase can begin: of these, determiners, forms of verbs and pronouns besides."""
_A: Final = ord("a")
_D: Final = ord("d")
_G: Final = ord("g")
_T: Final = ord("t")
_Y: Final = ord("y")
_WIDE: Final = 31
"""Bits of a token's number."""
_NAMED: Final = "nep"
"""Tags before which a "y" is part of the phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `[start, end)`; `head` is the first plain noun phrase in it, before any "of" or apposition."""

    start: int
    end: int
    head: tuple[int, int]

    def place(self) -> int:
        """Its first token and its end as one number."""
        return (self.start << _WIDE) + self.end


@dataclass(frozen=True, slots=True)
class Phrases:
    """The noun phrases of one unit, by the tokens at which they start and those before which they end, counted from the unit's
    own start; `tags` are those of its page."""

    tags: str
    unit: Unit
    starting: list[Phrase | None]
    ending: list[Phrase | None]

    def at(self, start: int) -> Phrase | None:
        """The phrase that starts at a token, if one does."""
        k = start - self.unit.start
        return self.starting[k] if 0 <= k < len(self.starting) else None

    def until(self, end: int) -> Phrase | None:
        """The phrase that ends before a token, if one does."""
        k = end - self.unit.start
        return self.ending[k] if 0 <= k < len(self.ending) else None


_LAST: Final[list[Phrases]] = []
"""Those asked for last: each of the quotations of a long sentence asks for the same."""


def phrases(page: Page, unit: Unit) -> Phrases:
    """The noun phrases of a unit; those of the last two are remembered."""
    for held in _LAST:
        if held.tags is page.tags and held.unit is unit:
            return held
    made = _phrases(page.tags, unit)
    _LAST.insert(0, made)
    if len(_LAST) > 2:
        _LAST.pop()
    return made


def _phrases(tags: str, unit: Unit) -> Phrases:
    first, last = unit.start, unit.end
    starting: list[Phrase | None] = [None] * (last - first + 1)
    ending = starting.copy()
    at = first
    while at < last:
        if not _OPENING[ord(tags[at])]:
            at += 1
            continue
        end = _end(tags, at, last)
        if end > at:
            starting[at - first] = ending[end - first] = Phrase(at, end, (at, end))
            at = end
        else:
            at += 1
    return Phrases(tags, unit, starting, ending)


def _end(tags: str, start: int, last: int) -> int:
    """Where the phrase at `start` ends, `start` where there is none: determiners, then nouns, adjectives, names, numbers
    and possessives; or a pronoun or a determiner alone."""
    at = start
    while at < last and ord(tags[at]) == _D:
        at += 1
    if at < last and ord(tags[at]) == _A:
        at += 1
    if 0 < at < last and ord(tags[at]) in (_T, _G) and tags[at - 1] in "da":
        at += 1
    elif 0 < at < last - 1 and ord(tags[at]) == _T and tags[at - 1] == "i" and tags[at + 1] in _NAMED:
        at += 1  # "the wife of [jailed] leader Ana Ruiz"
    if _joins(tags, at, last):
        at += 1
    if at == last or not _HEADING[ord(tags[at])]:
        return start + 1 if tags[start] in "rhd" else start
    while at < last and (_HEADING[ord(tags[at])] or _joins(tags, at, last) or _owned(tags, at, last)):
        at += 1
    return at


def _owned(tags: str, at: int, last: int) -> bool:
    """Whether a verb's form only describes what somebody has: "Chad's [ruling] party", "Malawi's [acting] governor"."""
    return at + 1 < last and ord(tags[at]) in (_T, _G) and tags[at - 1] == "e" and tags[at + 1] in _NAMED


def _joins(tags: str, at: int, last: int) -> bool:
    return at + 1 < last and ord(tags[at]) == _Y and tags[at + 1] in _NAMED
