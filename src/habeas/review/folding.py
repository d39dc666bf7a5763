"""Folding: a text without accents and case, character for character, so that offsets stay true."""

from __future__ import annotations

import unicodedata
from functools import cache

__all__ = ["fold"]


def fold(text: str) -> str:
    """`text` in lower case without accents, of the same length; what has no one-letter base stays as it is.

    >>> fold("José Ñandú, STRASSE")
    'jose nandu, strasse'
    """
    if text.isascii():
        return text.lower()
    return "".join(map(_folded, text))


@cache
def _folded(sign: str) -> str:
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return base if len(base) == 1 else sign
