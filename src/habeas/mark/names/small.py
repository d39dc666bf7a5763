"""Places written in small letters, as informal texts do: "in malaysia", "from new york"."""

from __future__ import annotations

from habeas.mark.names.reader import Found, Reader
from habeas.model.marks import EntityType

__all__ = ["small_places"]

_SHORTEST = 5
"""Letters of the shortest place taken without its capital: shorter ones are mostly words."""


def small_places(reader: Reader) -> list[Found]:
    """Known places without their capitals, right after a word that places stand after."""
    low, words = reader.seen.low, reader.words
    links = words.locative | words.toward
    found = []
    for i in range(1, len(low)):
        if low[i - 1] not in links or low[i] not in reader.known.phrases or reader.capital(i):
            continue
        phrase = reader.small_phrase(i)
        if (
            phrase is None
            or phrase.type is not EntityType.PLACE
            or len(low[i]) < _SHORTEST - (len(phrase.words) > 1) * 2
        ):
            continue
        if len(phrase.words) == 1 and (reader.common(i) or reader.given(i) or reader.surname(i)):
            continue
        found.append(Found(i, i + len(phrase.words) - 1, phrase.type, name=phrase.name))
    return found
