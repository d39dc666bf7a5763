"""Reading the words of a report one by one, before any of their neighbours is looked at: once for all its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.clauses.guessing import guessed_english, guessed_spanish
from habeas.claim.clauses.vocabulary import Form, Vocabulary
from habeas.model.letters import is_capital
from habeas.model.marks import Token

__all__ = ["Reading", "reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a report as they are before their neighbours are looked at: folded, where they start, whether with a
    capital, and the closed tag of each, or its verb form, or None."""

    lower: list[str]
    starts: list[int]
    upper: list[bool]
    raw: list[int | Form | None]


def reading(words: tuple[Token, ...], text: str, known: Vocabulary) -> Reading:
    """All words of `text` read once."""
    readings, spanish = known.readings, known.language == "es"
    lower = [w.lower for w in words]
    starts = [w.start for w in words]
    upper = [is_capital(text, start) for start in starts]
    raw: list[int | Form | None] = []
    for word, capital in zip(lower, upper, strict=True):
        one = readings.get(word)
        if one is None and not capital:
            one = guessed_spanish(word) if spanish else guessed_english(word)
        raw.append(one)
    return Reading(lower, starts, upper, raw)
