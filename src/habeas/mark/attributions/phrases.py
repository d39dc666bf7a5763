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
_NAMED: Final = "nep"
"""Tags before which a "y" is part of the phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `[start, end)`; `head` is the first plain noun phrase in it, before any "of" or apposition."""

    start: int
    end: int
    head: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The noun phrases of one unit, by their first and by their end tokens."""

    by_start: dict[int, Phrase]
    by_end: dict[int, Phrase]


_LAST: list[tuple[str, Unit, Phrases]] = []
"""The tags and the units that were asked for last: each of the quotations of a long sentence asks for the same."""


def phrases(page: Page, unit: Unit) -> Phrases:
    """The noun phrases of a unit; those of the last two are remembered."""
    for tags, known, held in _LAST:
        if tags is page.tags and known is unit:
            return held
    made = _phrases(page, unit)
    _LAST[:] = [(page.tags, unit, made), *_LAST[:1]]
    return made


def _phrases(page: Page, unit: Unit) -> Phrases:
    by_start: dict[int, Phrase] = {}
    by_end: dict[int, Phrase] = {}
    at = unit.start
    tags = page.tags
    while at < unit.end:
        if not _OPENING[ord(tags[at])]:
            at += 1
            continue
        end = _end(tags, at, unit.end)
        if end > at:
            by_start[at] = by_end[end] = Phrase(at, end, (at, end))
        at = max(end, at + 1)
    return Phrases(by_start, by_end)


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
