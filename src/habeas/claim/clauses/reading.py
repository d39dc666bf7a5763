"""Reading the words of a report one by one, before any of their neighbours is looked at: once for all its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.guessing import guessed
from habeas.claim.clauses.vocabulary import Form, Vocabulary, Word
from habeas.model.columns import columns
from habeas.model.marks import Token

__all__ = ["Reading", "reading"]


_TWO_WAYS = frozenset({"be", "one", "us"})
_STOPS = frozenset({".", ":"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a report as they are before their neighbours are looked at: the tokens, folded, where they start, whether
    with a capital, what is known of each, and the closed tag of each, or its verb form, or None; `known` are those of the
    language."""

    tokens: list[Token]
    known: Vocabulary
    lower: list[str]
    starts: list[int]
    upper: list[bool]
    words: list[Word]
    raw: list[int | Form | None]
    two_ways: list[int]
    """Where the few words stand that are read by what they are written or stand beside ("one", "US", "would-be")."""
    stops: list[int]
    """Where full stops and colons stand."""


def reading(words: tuple[Token, ...], text: str, known: Vocabulary) -> Reading:
    """All words of `text` read once."""
    seen = columns(text, words)
    lower, starts, upper = seen.lower, seen.starts, seen.upper
    read = seen.judged(known.met, lambda word: _word(word, known))
    raw = [word.small for word in read]
    for i, capital in enumerate(upper):
        if capital:
            raw[i] = read[i].capital
    return Reading(
        list(words), known, lower, starts, upper, read, raw, seen.among(_TWO_WAYS), seen.among(_STOPS)
    )


def _word(word: str, known: Vocabulary) -> Word:
    """What is known of a word that is met for the first time."""
    listed = known.closed.get(word) or known.verbs.get(word)
    small = listed if listed is not None else guessed(word, known.language)
    shape = _form(word, known.language, known.adjective_endings)
    return Word(small, listed, shape, word in known.settled, word[0].isalpha())


def _form(word: str, language: str, adjective_endings: tuple[str, ...]) -> int:
    """A number, a possessive, an adverb, an adjective, else a noun."""
    if word[0].isdigit():
        return t.NUM
    if word.endswith(("'s", "s'")) and len(word) > 2:
        return t.POSS
    if word.endswith("ly") and language == "en" and len(word) > 4:
        return t.ADV
    if language == "es" and word.endswith("mente"):
        return t.ADV
    return t.ADJ if word.endswith(adjective_endings) else t.N
