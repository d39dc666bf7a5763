"""Names that the words after them explain: "Hope House, a hostel in the old port" is a building."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.names.reader import SURE, Found, Reader
from habeas.model.marks import EntityType

__all__ = ["closes_name", "explained"]

_WORDS = 5
"""Words after the article among which the noun stands: "a former maximum security prison"."""


def explained(reader: Reader, found: Found) -> Found:
    """The name with the type of the building that the words after its comma say it is; a known name stays what it is."""
    if found.name is not None or found.title is not None or found.adjective:
        return found
    if found.type is EntityType.FACILITY or not _is_building(reader, found.last + 1):
        return found
    return replace(found, type=EntityType.FACILITY, weight=SURE)


def _is_building(reader: Reader, comma: int) -> bool:
    """Whether ", a former prison in" stands at the token `comma`."""
    low, words = reader.seen.low, reader.words
    if (
        comma + 3 >= len(low)
        or low[comma] != ","
        or (low[comma + 1] not in words.articles and low[comma + 1] not in words.indefinite)
    ):
        return False
    for at in range(comma + 2, min(comma + 2 + _WORDS, len(low) - 1)):
        word, after = low[at], low[at + 1]
        if reader.seen.starts[at] or word in words.function or not (word[0].isalpha() or word == "-"):
            return False  # "Omar Bello, an official [at] the camp"
        if words.heads.get(word) is EntityType.FACILITY and not reader.capital(at):
            ends = after in (",", ".") or after in words.function or reader.seen.starts[at + 1]
            ends = ends and after not in words.unnamed.doing  # "the mayor, Ana Vega, the bridge will"
            if ends and not (word in words.centres and after in words.of):
                return True
    return False


def closes_name(behind: list[str], speech: frozenset[str]) -> bool:
    """Whether a comma comes before any verb of saying: not "the jail, the White House said, is full"."""
    return "," in behind and speech.isdisjoint(behind[: behind.index(",")])
