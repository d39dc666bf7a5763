"""Named: words that deny or hedge nothing because they are part of a name: "Nurses Without Walls"."""

from __future__ import annotations

from habeas.mark.scopes import SentenceWords

__all__ = ["in_name"]

_LONG = 4
"""Letters of a word that a title writes big."""


def in_name(text: str, here: SentenceWords, i: int) -> bool:
    """Whether a word of denying is part of a name, in a sentence whose words are not all written big: "Nurses [Without] Walls"."""
    if not (
        here.first < i < here.last - 1 and all(text[here.words[k].start].isupper() for k in (i - 1, i + 1))
    ):
        return False
    long = (t for t in here.words[here.first : here.last] if len(t.lower) >= _LONG and t.lower.isalpha())
    return any(text[t.start].islower() for t in long)
