"""The words by which somebody says that something was wrong, of each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.packs.lexicon import lexicon

__all__ = ["WrongWords", "wrong_words"]

_LISTS: Final = (
    "wronging",
    "sinning",
    "failing",
    "wrongly",
    "calling",
    "wrongful",
    "rightful",
    "judging",
    "ways",
    "custody",
    "serving",
    "punishing",
    "links",
    "grounds",
    "sought",
    "counts",
    "pleas",
    "penalties",
    "reasons",
    "done",
    "upon",
    "opposed",
    "ending",
    "causes",
    "convicting",
    "charging",
    "counted",
)
"""The lists of the lexicon, in the order of the fields below."""


@dataclass(frozen=True, slots=True)
class WrongWords:
    """The words of one language for wrongs, and for the acts of the law against those who did them."""

    wronging: frozenset[str]
    sinning: frozenset[str]
    failing: frozenset[str]
    wrongly: frozenset[str]
    calling: frozenset[str]
    wrongful: frozenset[str]
    rightful: frozenset[str]
    judging: frozenset[str]
    ways: frozenset[str]
    custody: frozenset[str]
    serving: frozenset[str]
    punishing: frozenset[str]
    links: frozenset[str]
    grounds: frozenset[str]
    sought: frozenset[str]
    counts: frozenset[str]
    pleas: frozenset[str]
    penalties: frozenset[str]
    reasons: frozenset[str]
    done: frozenset[str]
    upon: frozenset[str]
    opposed: frozenset[str]
    ending: frozenset[str]
    causes: frozenset[str]
    convicting: frozenset[str]
    charging: frozenset[str]
    counted: frozenset[str]


_KNOWN: dict[str, WrongWords] = {}


def wrong_words(language: str) -> WrongWords:
    """The words of a language; those of English for a language that has none."""
    held = _KNOWN.get(language)
    if held is None:
        table = lexicon(language if language in ("en", "es") else "en", "wrongs")
        held = _KNOWN[language] = WrongWords(*(frozenset(table[name]) for name in _LISTS))
    return held
