"""Stems: a word without its common endings, so that a pack need not list every form of a trigger."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["stem"]

_ENGLISH = ("'s", "ings", "ing", "ies", "ied", "es", "ed", "s", "e")
_SPANISH = ("mente", "os", "as", "es", "o", "a", "e", "s")


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """A crude stem: inflections of a regular word share it. Not a word, only a key.

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
