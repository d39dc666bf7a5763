"""Guessing: what a word of no list does, by its ending."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from habeas.claim.clauses.vocabulary import GERUND, PARTICIPLE, PAST, PRESENT, Form

__all__ = ["guessed", "guessed_english", "guessed_spanish"]

_SPANISH: Final = (
    (("aron", "ieron", "ió", "ó", "aban"), PAST),
    (("ará", "arán", "irá", "irán", "aría", "arían"), PRESENT),
    (("ando", "iendo"), GERUND),
    (("ado", "ados", "ada", "adas"), PARTICIPLE),
)
"""Endings that give an unknown Spanish verb away, and what form it then is."""


@lru_cache(maxsize=32768)
def guessed_spanish(word: str) -> Form | None:
    """A form for a word of no list that ends like one."""
    if len(word) < 6:
        return None
    return next((Form(word, can) for endings, can in _SPANISH if word.endswith(endings)), None)


def guessed_english(word: str) -> Form | None:
    """A form for a word of no list that ends like one: "perpetuated", "greenlighting"."""
    if len(word) < 6:
        return None
    if word.endswith("ed"):
        return Form(
            word[:-1] if word[-3] in "vzcsgu" or _ends_in_le(word[:-2]) else word[:-2], PAST | PARTICIPLE
        )
    if word.endswith("ing"):
        return Form(f"{word[:-3]}e" if _ends_in_le(word[:-3]) else word[:-3], GERUND)
    return None


def _ends_in_le(stem: str) -> bool:
    """Whether a verb's stem is one of "-le": "bundl", "singl"."""
    return stem[-1] == "l" and stem[-2] not in "aeioulrw"


def guessed(word: str, language: str) -> Form | None:
    """The form that a word of no list looks like in `language`."""
    return guessed_spanish(word) if language == "es" else guessed_english(word)
