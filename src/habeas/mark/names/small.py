"""Places written in small letters, as informal texts do: "in malaysia", "from new york"."""

from __future__ import annotations

from habeas.mark.names.reader import Found, Reader
from habeas.model.marks import EntityType

__all__ = ["small_places"]

_SHORTEST = 5
"""Letters of the shortest place taken without its capital: shorter ones are mostly words."""


def small_places(reader: Reader) -> list[Found]:
    """Known places without their capitals: countries, and others after a word that places stand after or a place."""
    low, words, known = reader.seen.low, reader.words, reader.known
    links = words.locative | words.toward
    found: list[Found] = []
    for i in reader.seen.columns.among(known.phrases):
        if not i or reader.capital(i):
            continue
        country = low[i] in known.countries
        if not (low[i - 1] in links or country or _follows(found, i, low)):
            continue
        if low[i] in words.homonyms and low[i - 1] not in words.locative:
            continue
        phrase = reader.small_phrase(i)
        if phrase is None or phrase.type is not EntityType.PLACE:
            continue
        if not country and len(low[i]) < _SHORTEST - (len(phrase.words) > 1) * 2:
            continue
        if len(phrase.words) == 1 and (reader.common(i) or reader.given(i) or reader.surname(i)):
            continue
        found.append(Found(i, i + len(phrase.words) - 1, phrase.type, name=phrase.name))
    return found


def _follows(found: list[Found], i: int, low: list[str]) -> bool:
    """Whether token `i` comes right after the last place found, or after its comma ("miami, florida")."""
    if not found:
        return False
    return found[-1].last == i - 1 or (found[-1].last == i - 2 and low[i - 1] == ",")
