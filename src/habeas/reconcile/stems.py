"""Content stems of a phrase: what two wordings of one thing have in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from habeas.packs import lexicon

__all__ = ["stems"]

_SUFFIXES = ("ations", "ation", "ings", "ing", "ments", "ment", "ers", "ies", "ed", "es", "s", "ly")


@lru_cache(maxsize=200_000)
def stems(text: str, language: str = "en") -> frozenset[str]:
    """The stems of the words that carry content.

    >>> sorted(stems("deporting the migrants"))
    ['deport', 'migrant']
    """
    empty = _empty(language)
    words = re.findall(r"\w+(?:[.,]\d+)*", text.lower().replace("’s", "").replace("'s", ""))
    return frozenset(_stem(w) for w in words if w not in empty)


@cache
def _empty(language: str) -> frozenset[str]:
    return frozenset(lexicon(language, "trace")["empty_words"])


def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word
