"""Keys of words: what inflected, derived and reworded forms share, so that nobody lists or compares every form.

Two keys, for two uses. `stem` folds the inflections of one word and keeps what derivation tells apart ("deportation" is
not "deported"): packs list triggers by it. `root` folds derivations too: two tellings of one thing are compared by it.
Both are crude and need no dictionary; a key is no word and is never shown.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from habeas.packs.lexicon import lexicon

__all__ = ["content_roots", "empty_words", "root", "root_counts", "stem"]

_ENGLISH = ("'s", "ings", "ing", "ies", "ied", "es", "ed", "s", "e")
_SPANISH = ("mente", "os", "as", "es", "o", "a", "e", "s")
_DERIVED = ("ations", "ation", "ings", "ing", "ments", "ment", "ers", "ies", "ed", "es", "s", "ly")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """What the inflections of a regular word share.

    >>> stem("houses", "en") == stem("housed", "en") == stem("housing", "en")
    True
    >>> stem("detenidas", "es") == stem("detenido", "es")
    True
    """
    for ending in _SPANISH if language == "es" else _ENGLISH:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    if language != "es" and len(word) > 3 and word[-1] == word[-2]:
        return word[:-1]
    return word


def root(word: str) -> str:
    """What the forms and derivations of a word share, in any language.

    >>> root("shipments"), root("shipped"), root("deportations")
    ('ship', 'shipp', 'deport')
    >>> root("crime") == root("crimes"), root("release") == root("released")
    (True, True)
    """
    for ending in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@cache
def empty_words(language: str) -> frozenset[str]:
    """Words with no content of their own when two texts are compared."""
    return frozenset(lexicon(language, "trace")["empty_words"])


@lru_cache(maxsize=200_000)
def content_roots(text: str, language: str = "en") -> frozenset[str]:
    """The roots of the words of `text` that carry content: what two wordings of one thing have in common.

    >>> sorted(content_roots("repairing the bridges"))
    ['bridg', 'repair']
    """
    empty = empty_words(language)
    return frozenset(root(w) for w in _words(text) if w not in empty)


def root_counts(text: str, language: str = "en") -> Counter[str]:
    """How often `text` uses each content root.

    >>> sorted(root_counts("the bridges of a bridge").items())
    [('bridg', 2)]
    """
    empty = empty_words(language)
    counts: Counter[str] = Counter()
    for word, count in Counter(_words(text)).items():
        if word not in empty:
            counts[root(word)] += count
    return counts


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’s", "").replace("'s", ""))
