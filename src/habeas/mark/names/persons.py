"""Persons: given names, titles before names in capitals or not, and where a person's name ends."""

from __future__ import annotations

from habeas.mark.names.reader import Found, Reader, Title
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType

__all__ = ["SUFFIXES", "lower_title", "person", "title_only", "titled"]

_LONGEST = 5
"""Words of the longest personal name that is taken in ("María del Carmen Hernández de Pérez" counts five)."""
_WIDEST_TITLE = 7
_OF = 4
"""Words from a name back to the "of" of its title in small letters."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def person(reader: Reader, first: int, last: int) -> Found | None:
    """A person's name that begins at `first`; None when what follows is no name."""
    end = _name_end(reader, first, last)
    return Found(first, end, EntityType.PERSON) if end > first or last == first else None


def titled(reader: Reader, first: int, last: int) -> Found | None:
    """A person with the title that begins at `first`: "Energy Minister Ana Ruiz", "Mr. Ode"."""
    given = reader.given(first) and last > first
    if given and not _is_plain_title(reader, first) and not _names_place(reader, first):
        return None
    spot = _last_title(reader, first, last)
    if spot < 0 or _is_hour(reader, spot):
        return None
    start = _after_title(reader, spot, last)
    if start > last or not _can_begin(reader, start, last) or _is_office(reader, start, last):
        return None
    low, words = reader.seen.low, reader.words
    if base(low[start]) in words.titles and reader.seen.possessive(start) and low[spot] not in words.courtesy:
        return None  # "the State Attorney General's Office"
    ranked = start == last and low[start] in words.titles and low[spot] not in words.courtesy
    if ranked and not (reader.given(start) or reader.surname(start)):
        return None  # "the Attorney General"
    title = Title(first, start - 1, words.courtesy.get(low[spot], ""), low[spot] in words.courtesy)
    return Found(start, _name_end(reader, start, last), EntityType.PERSON, title=title)


def _is_office(reader: Reader, first: int, last: int) -> bool:
    """Whether what stands behind a title only says of what and goes on with a second one: "Deputy [Health Minister]"."""
    low, words = reader.seen.low, reader.words
    return low[last] in words.titles and all(low[i] in words.portfolios for i in range(first, last))


def title_only(reader: Reader, first: int, last: int) -> bool:
    """Whether the run is a title without a name ("Secretary of State"), and no body of one ("Ministry of Justice")."""
    if reader.words.heads.get(reader.seen.low[first]) is EntityType.ORGANISATION:
        return False
    spot = _last_title(reader, first, last + 1)
    return spot >= 0 and _after_title(reader, spot, last) > last


def lower_title(reader: Reader, first: int) -> Title | None:
    """The title in small letters right before a name: "former foreign minister", "spokeswoman"."""
    low, words = reader.seen.low, reader.words
    if first == 0 or reader.seen.starts[first]:
        return None
    start = first - 1 if low[first - 1] in words.titles else _of_title(reader, first)
    if start < 0 or _is_hour(reader, start):
        return None
    while start > 0 and first - start < _WIDEST_TITLE and not reader.seen.starts[start]:
        word = low[start - 1]
        part = word in words.modifiers or word in words.titles or word in words.portfolios or word == "-"
        if word in words.articles or not (
            part or reader.demonym(start - 1) or _is_known_end(reader, start - 1)
        ):
            break
        start = start - 1 if part else _known_start(reader, start - 1)
    while low[start] in words.both or low[start] in words.of or low[start] == "-":
        start += 1
    return Title(start, first - 1)


def _is_hour(reader: Reader, spot: int) -> bool:
    """Whether a title is none, since a number stands before it: "at 10:30 PM Ana Ruiz left"."""
    return spot > 0 and not reader.seen.starts[spot] and reader.seen.low[spot - 1][-1].isdigit()


def _of_title(reader: Reader, first: int) -> int:
    """The title of an office in small letters that says what it is of: "[head] of prisons Ana Ruiz"; -1 where none is."""
    low, words = reader.seen.low, reader.words
    at = first - 1
    while at > 1 and first - at <= _OF and not reader.seen.starts[at] and low[at] not in words.of:
        if (
            reader.capital(at)
            or low[at] in words.function
            or low[at] in words.speech
            or not low[at].isalpha()
        ):
            return -1
        at -= 1
    held = 1 < first - at <= _OF and low[at] in words.of and not reader.seen.starts[at]
    return at - 1 if held and low[at - 1] in words.titles else -1


def _known_start(reader: Reader, end: int) -> int:
    """Where the known name begins that ends at `end`: "[Papua New] Guinea prime minister"."""
    for start in range(max(0, end - 3), end):
        known = reader.phrase(start, end) if reader.capital(start) else None
        if known is not None and known.type is EntityType.PLACE and start + len(known.words) - 1 == end:
            return start
    return end


def _is_known_end(reader: Reader, index: int) -> bool:
    return (
        reader.capital(index)
        and not reader.seen.possessive(index)
        and (
            reader.phrase(index, index) is not None
            or reader.seen.word(index).isupper()
            or _known_start(reader, index) < index
        )
    )


def _is_plain_title(reader: Reader, first: int) -> bool:
    """Whether a word that is a title and a given name (Dean) is a title here: another given name follows."""
    return reader.title(first) and reader.given(first + 1) and not reader.surname(first + 1)


def _begins_person(reader: Reader, index: int) -> bool:
    """Whether a given name that is no people's, place's or other known name begins a person's."""
    known = reader.demonym(index) or reader.phrase(index, index) is not None
    return reader.given(index) and not known and not _names_place(reader, index)


def _names_place(reader: Reader, index: int) -> bool:
    """Whether a given name is the first word of a place's ("Franklin County Sheriff Ana Ruiz")."""
    low, words = reader.seen.low, reader.words
    return index + 1 < len(low) and words.heads.get(low[index + 1]) is EntityType.PLACE


def _last_title(reader: Reader, first: int, last: int) -> int:
    """The last title word before a person's name can begin, or -1."""
    low, words = reader.seen.low, reader.words
    if words.noun_first and low[first] in words.heads and low[first] not in words.titles:
        return -1
    spot, end = -1, min(last, first + _WIDEST_TITLE + 2)
    if not any(low[i] in words.titled for i in range(first, end)):
        return -1
    for i in range(first, end):
        if low[i] in words.courtesy or (low[i] in words.titles and not (spot >= 0 and reader.given(i))):
            spot = i
        elif spot >= 0 and not _inside_title(reader, i):
            break
        elif spot < 0 and _begins_person(reader, i):
            return -1
    return spot


def _inside_title(reader: Reader, index: int) -> bool:
    low, words = reader.seen.low[index], reader.words
    return (
        low in words.portfolios
        or low in words.modifiers
        or low in words.of
        or low in words.both
        or low in ".-"
        or low in words.articles
    )


def _after_title(reader: Reader, spot: int, last: int) -> int:
    """The first token after a title, its full stop, and an "of" part ("of Justice", "of the Interior")."""
    low, words = reader.seen.low, reader.words
    at = spot + 1
    if at <= last and low[at] == ".":
        at += 1
    if at > last or not (low[at] in words.of or (low[at] == "for" and at < last and reader.capital(at + 1))):
        return at
    if low[at] == "for":
        at += 1
    while at <= last and not (reader.given(at) and low[at] not in words.portfolios):
        known = reader.phrase(at, last)
        if known is not None and known.type is not EntityType.PERSON:
            at += len(known.words)
        elif _inside_title(reader, at) or low[at] in words.heads or reader.common(at):
            at += 1
        else:
            break
    return at


def _can_begin(reader: Reader, start: int, last: int) -> bool:
    """Whether a person's name can begin at `start`."""
    low, words = reader.seen.low, reader.words
    if not reader.capital(start) and low[start] not in words.particles:
        return False
    if reader.given(start) or reader.surname(start):
        return base(low[last]) not in words.heads or last > start
    if reader.common(start) or low[start] in words.never or base(low[start]) in words.heads:
        return False
    known = reader.phrase(start, last)
    return known is None or known.type is EntityType.PERSON or start + len(known.words) - 1 < last


def _begins_another(reader: Reader, i: int, last: int, count: int) -> bool:
    """Whether a given name after a surname begins the next person of a list without commas."""
    if count < 2 or i >= last or not reader.given(i) or reader.surname(i):
        return False
    return reader.surname(i - 1) and not reader.given(i - 1) and reader.capital(i - 1)


def _is_family(reader: Reader, first: int, i: int) -> bool:
    """Whether an ordinary word can be a surname here: "Tom Cruise", right after a sure given name."""
    if reader.surname(i) or reader.given(i):
        return True
    alone = i == first + 1 and reader.given(first) and not reader.common(first)
    return alone and base(reader.seen.low[i]) not in reader.words.plain and reader.noun(i) is None


def _name_end(reader: Reader, first: int, last: int) -> int:
    """Where the person's name that begins at `first` ends."""
    low, words = reader.seen.low, reader.words
    end, count, i = first, 1, first + 1
    while i <= last and count < _LONGEST:
        word = base(low[i])
        if low[i] == "." or low[i] == "-" or low[i] in words.particles:
            i += 1
            continue
        if low[i - 1] == "-" and reader.seen.joined(i) and not reader.capital(i):
            end, i = i, i + 1
            continue
        if not reader.capital(i) or not low[i][0].isalpha():
            break
        foreign = (
            word in words.never
            or word in words.calendar
            or (reader.common(i) and not _is_family(reader, first, i))
        )
        initial = len(word) == 1 and i < last and low[i + 1] == "."
        if foreign and not initial and word not in SUFFIXES:
            break
        if reader.title(i) and not reader.surname(i) and not reader.given(i) and word not in SUFFIXES:
            break
        if _begins_another(reader, i, last, count):
            break
        end, count, i = i, count + 1, i + 1
    return end
