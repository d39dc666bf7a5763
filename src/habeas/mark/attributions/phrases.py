"""Noun phrases: a few patterns over word classes, enough to tell who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.mark.attributions.page import Page, Unit

__all__ = ["Phrase", "Phrases", "phrases"]

_PHRASE = re.compile(r"d*a?(?:(?<=[da])[tg])?(?:y(?=[nep]))?[nepz'0](?:[nepz'0]|y(?=[nep]))*|[rh]|d")
"""Determiners, then nouns, adjectives, names, numbers and possessives; or a pronoun. `z` is a word set in marks."""


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


def phrases(page: Page, unit: Unit) -> Phrases:
    """The noun phrases of a unit."""
    spans = map(re.Match.span, _PHRASE.finditer(page.tags, unit.start, unit.end))
    found = [Phrase(start, end, (start, end)) for start, end in spans]
    return Phrases({phrase.start: phrase for phrase in found}, {phrase.end: phrase for phrase in found})
