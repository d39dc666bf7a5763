"""Names that a word of their own types: "Ministry of Health", "Rio Bravo County", "Clean Water Act of 1972"."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.names.reader import Found, Reader
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType

__all__ = ["dated", "headed"]


def headed(reader: Reader, first: int, last: int) -> Found | None:
    """The name typed by its head word: the last word, or the word before its first "of"."""
    low, words = reader.seen.low, reader.words
    last = _before_second(reader, first, last)
    if first == last:
        return None
    tail = last - 1 if low[last][0].isdigit() or low[last] == "." else last
    kind = _numbered(reader, last) or _before_of(reader, first, last) or _last_word(reader, first, tail)
    if kind is None and low[first] in words.place_bare:
        kind = EntityType.PLACE
    if kind is None:
        return None
    if (
        kind is EntityType.FACILITY
        and _is_centre(reader, first, tail)
        and words.learned & {base(w) for w in low[first : last + 1]}
    ):
        kind = EntityType.ORGANISATION
    if kind in (EntityType.LAW, EntityType.COURT, EntityType.GROUP):
        return dated(reader, Found(first, last, kind))
    return Found(first, last, kind)


def _before_second(reader: Reader, first: int, last: int) -> int:
    """Where the first of two joined names ends ("University of Nairobi and Kisumu College")."""
    low, words = reader.seen.low, reader.words
    for i in range(first + 2, last):
        known = reader.phrase(i - 1, i - 1) if low[i] in words.both else None
        if known is not None and known.type is EntityType.PLACE:
            return i - 1
        # "from the Lindow Foundation to Google", "Institute of Technology and Ohio State University"
        then = reader.phrase(i + 1, last) if low[i] in words.toward or low[i] in words.both else None
        goes_on = then is not None and i + len(then.words) < last
        if then is not None and (goes_on if low[i] in words.both else low[i] != words.genitive):
            return i - 1
    return last


def _numbered(reader: Reader, last: int) -> EntityType | None:
    """A law for "Title 42" and the like."""
    low = reader.seen.low
    return EntityType.LAW if low[last][0].isdigit() and low[last - 1] in reader.words.numbered else None


def _is_centre(reader: Reader, first: int, tail: int) -> bool:
    low, words = reader.seen.low, reader.words
    return base(low[tail]) in words.centres or low[first] in words.centres


def _before_of(reader: Reader, first: int, last: int) -> EntityType | None:
    """The type that the word before the first linking word gives, when the name begins with that part."""
    low, words = reader.seen.low, reader.words
    if words.noun_first and low[first] in words.heads:
        return words.heads[low[first]]
    for i in range(first, last):
        if low[i + 1] in words.of and low[i] in words.heads:
            kind = words.heads[low[i]]
            return None if kind is EntityType.PLACE and low[i] not in words.place_first else kind
        if low[i + 1] in words.particles and i == first and low[i] in words.heads:
            return words.heads[low[i]]
    return None


def _last_word(reader: Reader, first: int, tail: int) -> EntityType | None:
    low, words = reader.seen.low, reader.words
    word = base(low[tail])
    kind = words.heads.get(word) or reader.known.nouns.get(word)
    if kind is None or (reader.given(first) and tail == first + 1 and reader.surname(tail)):
        return None
    if kind is EntityType.OTHER and reader.given(first):
        return None
    if word in words.government and reader.phrase(first, tail - 1) is not None and tail - first > 2:
        return None
    return kind


def dated(reader: Reader, found: Found) -> Found:
    """A law with the year before or after it, a court or group with its number before it."""
    low, words = reader.seen.low, reader.words
    first, last = found.first, found.last
    if found.type is EntityType.LAW:
        if (
            last + 2 < len(low)
            and not _is_year(low[last])
            and low[last + 1] == words.genitive
            and _is_year(low[last + 2])
        ):
            return replace(found, last=last + 2)
        if first and _is_year(low[first - 1]):
            return replace(found, first=first - 1)
    numbered = found.type in (EntityType.COURT, EntityType.GROUP)
    if numbered and first >= 2 and low[first - 2].isdigit() and reader.seen.joined(first - 1):
        return replace(found, first=first - 2)
    return found


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1000" <= word <= "2100"
