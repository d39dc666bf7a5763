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
    result: list[Found] = []
    for name in found:
        after = name.last + 1
        head = base(low[after]) if after < len(low) and after not in reader.seen.starts else ""
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


def _name(reader: Reader, of: Found, head: str, many: bool) -> str:
    """The organisation's name: "Government of Peru", "Trump administration", "Peruvian authorities"."""
    text, seen = reader.seen.text, reader.seen
    modifier = text[seen.words[of.first].start : seen.end(of.last)]
    if of.type is EntityType.PERSON:
        return f"{seen.word(of.last)} {head}"
    if many or head in reader.words.leaders:
        return f"{modifier} {head}"
    return reader.words.government_of.format(place=of.name or modifier)
