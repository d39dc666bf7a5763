"""Governments: "the Trump administration", "El Salvador's government", "Peruvian authorities" are organisations."""

from __future__ import annotations

from habeas.mark.names.reader import Found, Reader
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType

__all__ = ["with_governments"]


def with_governments(reader: Reader, found: list[Found]) -> list[Found]:
    """The names with governments added; a name that only modifies one ("Salvadoran") gives way to it.

    A possessor ("El Salvador's government") stays a name of its own inside the government's.
    """
    words, low = reader.words, reader.seen.low
    if words.noun_first:
        return _noun_first(reader, found)
    result: list[Found] = []
    for name in found:
        after = name.last + 1
        head = base(low[after]) if after < len(low) and not reader.seen.starts[after] else ""
        many = head in words.authorities
        if not (many or head in words.government) or name.type not in (EntityType.PLACE, EntityType.PERSON):
            result.append(name)
            continue
        owned = reader.seen.possessive(name.last)
        if many and (owned or name.type is EntityType.PERSON):
            result.append(name)
            continue
        usual = _name(reader, name, head, many)
        result.append(Found(name.first, after, EntityType.ORGANISATION, name=usual, usual=True))
        if owned or name.title is not None:
            result.append(name)
    return result


def _noun_first(reader: Reader, found: list[Found]) -> list[Found]:
    """Governments of languages that put the word first: "gobierno de Perú", "autoridades peruanas"."""
    words, low = reader.words, reader.seen.low
    starts = {name.first: name for name in found}
    taken = {i for name in found for i in range(name.first, name.last + 1)}
    result = list(found)
    for i, word in enumerate(low[:-1]):
        if word not in words.government and word not in words.authorities:
            continue
        demonym = reader.demonym(i + 1)
        after = starts.get(i + 2) if low[i + 1] in words.of else None
        if demonym is not None and i not in taken and not reader.capital(i + 1):
            last, place = i + demonym[1], demonym[0]
        elif after is not None and i not in taken and after.type in (EntityType.PLACE, EntityType.PERSON):
            last, place = after.last, after.name or reader.seen.word(after.last)
        else:
            continue
        usual = words.government_of.format(place=place)
        if word in words.authorities:
            usual = reader.seen.text[reader.seen.words[i].start : reader.seen.end(last)]
        result.append(Found(i, last, EntityType.ORGANISATION, name=usual, usual=True))
    return result


def _name(reader: Reader, of: Found, head: str, many: bool) -> str:
    """The organisation's name: "Government of Peru", "Trump administration", "Peruvian authorities"."""
    text, seen = reader.seen.text, reader.seen
    modifier = text[seen.words[of.first].start : seen.end(of.last)]
    if of.type is EntityType.PERSON:
        return f"{seen.word(of.last)} {head}"
    if many or head in reader.words.leaders:
        return f"{modifier} {head}"
    return reader.words.government_of.format(place=of.name or modifier)
