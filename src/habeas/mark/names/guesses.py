"""Names that nothing in them types: a guess from the words around, with its weight."""

from __future__ import annotations

from habeas.mark.names.persons import lower_title, person
from habeas.mark.names.reader import SURE, Found, Reader
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType

__all__ = ["guess"]

_LONGEST_ACRONYM = 6
_YOUNGER = frozenset({"jr", "sr"})
"""What ends the name of one of two of a family."""
_OFFICE = 5
"""Words of an office after a name in which its noun is looked for."""
_DASHES = frozenset("-–—")
_LEAST_DATELINE = 5
"""Letters from which a word in capitals before a dash is a place rather than an acronym."""


def guess(reader: Reader, first: int, last: int, initial: bool) -> Found | int:
    """The name that begins at `first`, typed by context; the token to go on from when it is no name."""
    if first == last and not _can_stand_alone(reader, first, initial):
        return first + 1
    if _is_portfolio(reader, first, last):
        return last + 1
    if initial and first < last and _is_ordinary(reader, first):
        return first + 1
    end = _split(reader, first, last)
    around = _from_neighbours(reader, first, end)
    if around is not None:
        return Found(first, end, around[0], weight=around[1])
    if _is_acronym(reader, first, end) and not _stands_alone(reader, first):
        return Found(first, end, EntityType.ORGANISATION, weight=1)
    if first == end and _stands_alone(reader, first):
        return Found(first, end, EntityType.PERSON, weight=1)
    if first == end:
        personal = reader.given(first) or reader.surname(first)
        if personal:
            return Found(first, end, EntityType.PERSON, weight=2)
        return Found(first, end, EntityType.OTHER, weight=0)
    return _several(reader, first, end)


def _stands_alone(reader: Reader, index: int) -> bool:
    """Whether the word is all of its sentence, but for a comma or stop: a greeting or a signature."""
    starts, low = reader.seen.starts, reader.seen.low
    after = index + 2 if index + 1 < len(low) and low[index + 1] in ",.:!" else index + 1
    return starts[index] and (starts[after] or after >= len(low))


def _is_portfolio(reader: Reader, first: int, last: int) -> bool:
    """Whether the words only say of what somebody is minister ("ministro de Justicia y Paz")."""
    low, words = reader.seen.low, reader.words
    held = all(low[i] in words.portfolios or low[i] in words.both for i in range(first, last + 1))
    return held and first > 0 and low[first - 1] in words.of


def _several(reader: Reader, first: int, end: int) -> Found:
    """A name of several words that nothing around types."""
    seen = reader.seen
    last = end - (seen.low[end] == ".")
    if last > first and seen.low[last] in _YOUNGER:
        return Found(first, last, EntityType.PERSON, weight=2)
    common = sum(reader.common(i) for i in range(first, end + 1))
    if reader.words.heads.get(seen.low[first]) is EntityType.OTHER:
        return Found(first, end, EntityType.OTHER, weight=0)
    joining = sum(seen.low[i] == "-" or seen.low[i] in reader.words.particles for i in range(first, end))
    if (
        common == 0
        and end - first - joining <= 3
        and (first == 0 or seen.low[first - 1] not in reader.words.articles)
    ):
        found = person(reader, first, end)
        if found is not None:
            return Found(found.first, found.last, EntityType.PERSON, weight=1)
    if common == 0 or (common <= end - first and first and seen.low[first - 1] in reader.words.articles):
        return Found(first, end, EntityType.ORGANISATION, weight=1)
    return Found(first, end, EntityType.OTHER, weight=0)


def _split(reader: Reader, first: int, last: int) -> int:
    """The run's end, or the word before a known place that closes it ("San Rafael California")."""
    for i in range(first + 1, last + 1):
        known = reader.phrase(i, last)
        if (
            known is not None
            and i + len(known.words) - 1 == last
            and reader.seen.low[i - 1] not in reader.words.of
        ):
            return last if _is_surname(reader, first, i, last) else i - 1
    return last


def _is_surname(reader: Reader, first: int, place: int, last: int) -> bool:
    """Whether a place behind an unknown word is that person's surname, as who they are follows: "Valeska Paris, a cook"."""
    if place != first + 1 or place != last or reader.common(first):
        return False
    if reader.seen.low[first] in reader.words.place_first or _is_acronym(reader, first, first):
        return False
    low, after = reader.seen.low, last + 1
    if after >= len(low) or low[after] != ",":
        return False
    return after + 1 < len(low) and (_is_age(reader, after + 1) or _is_told_person(reader, after + 1))


def _is_told_person(reader: Reader, index: int) -> bool:
    """Whether what begins at `index` says which person somebody is: "an Australian [woman]", "a [nurse] of"."""
    low, words = reader.seen.low, reader.words
    if low[index] not in words.indefinite and low[index] not in words.articles:
        return False
    for i in range(index + 1, min(index + _OFFICE, len(low))):
        if not low[i].isalpha() or low[i] in words.function:
            return False
        if not reader.capital(i) and (reader.title(i) or low[i] in words.humans):
            return True
    return False


def _can_stand_alone(reader: Reader, index: int, initial: bool) -> bool:
    """Whether one capitalised word can be a name at all."""
    low = base(reader.seen.low[index])
    words = reader.words
    if (
        len(low) < 2
        or low in words.plain
        or low in words.calendar
        or low in words.never
        or reader.title(index)
    ):
        return False
    if low in words.heads or low in reader.known.nouns:
        return False
    personal = reader.given(index) or reader.surname(index)
    if reader.common(index) and (initial or not personal):
        return (
            personal
            and reader.seen.low[index + 1 : index + 2] != []
            and reader.seen.low[index + 1] in words.speech
        )
    return not (initial and reader.seen.is_small(low)) and not _is_code(reader, index)


def _is_code(reader: Reader, index: int) -> bool:
    """Whether the word is a Roman numeral or the letters of a code ("SX40", "IE9", "5-HTP")."""
    seen = reader.seen
    numbered = index + 1 < len(seen.low) and seen.low[index + 1][0].isdigit() and seen.joined(index + 1)
    if index > 1 and seen.low[index - 1] == "-" and seen.joined(index):
        numbered = numbered or (seen.low[index - 2][-1].isdigit() and seen.joined(index - 1))
    return numbered or (seen.word(index).isupper() and not seen.low[index].strip("ivxlc"))


def _is_ordinary(reader: Reader, index: int) -> bool:
    """Whether the first word of a sentence is an ordinary one in front of a name."""
    if reader.given(index) or reader.surname(index) or reader.seen.low[index] in reader.words.place_first:
        return False
    return reader.common(index) or reader.seen.is_small(reader.seen.low[index])


def _is_acronym(reader: Reader, first: int, last: int) -> bool:
    word = reader.seen.word(first)
    return first == last and word.isupper() and 2 <= len(word) <= _LONGEST_ACRONYM and word.isalpha()


def _from_neighbours(reader: Reader, first: int, last: int) -> tuple[EntityType, int] | None:
    """The type that the words before and after give, and its weight."""
    low, words = reader.seen.low, reader.words
    before = low[first - 1] if first and not reader.seen.starts[first] else ""
    after = low[last + 1] if last + 1 < len(low) and not reader.seen.starts[last + 1] else ""
    if lower_title(reader, first) is not None:
        return EntityType.PERSON, SURE
    beside = _noun_beside(reader, first, last, before, after)
    if beside is not None:
        return beside, 2
    if after in words.people and not reader.seen.possessive(last):
        return EntityType.ORGANISATION, 2
    if _in_dateline(reader, first, last):
        return EntityType.PLACE, 2
    if after == "," and low[last + 2 : last + 3] and low[last + 2] in words.places_after:
        return EntityType.PLACE, 2
    if before in words.visiting:
        return EntityType.PLACE, 1
    # In "the institute of Velora said" the institute speaks.
    speaks = after in words.speech and before not in words.of and before not in words.locative
    if speaks or before in words.speech:
        return EntityType.PERSON, 2
    if after == "," and _place_follows(reader, last + 2):
        return EntityType.PLACE, 2
    if after == "," and last + 2 < len(low) and _is_age(reader, last + 2):
        return EntityType.PERSON, 2
    if after == "," and first == last and _is_office(reader, last + 2):
        return EntityType.PERSON, 2
    if _among_places(reader, first, last, before, after):
        return EntityType.PLACE, 1
    if before in words.locative and not _is_acronym(reader, first, last):
        return EntityType.PLACE, 1
    if before in words.toward and first >= 2 and _leads_on(reader, low[first - 2], before):
        return EntityType.PLACE, 1
    kin = before == "," == after and first > 2 and low[first - 2] in words.unnamed.kin
    if kin and first == last and low[first - 3] in words.unnamed.owning:
        return EntityType.PERSON, 1  # "his wife, Natia, saw him"
    if before in words.person_before and first == last and not _is_acronym(reader, first, last):
        return EntityType.PERSON, 1
    return None


def _leads_on(reader: Reader, word: str, link: str) -> bool:
    """Whether a word of going or direction makes a place of what follows: "flew to", "north of", not "return of"."""
    words = reader.words
    return word in words.directions or (link != words.genitive and word in words.motion)


def _is_office(reader: Reader, index: int) -> bool:
    """Whether an office between commas begins at `index`: "Lekuton, the interior minister, said", "Lekuton, a mayor of"."""
    low = reader.seen.low
    words = reader.words
    if index >= len(low) or (low[index] not in words.articles and low[index] not in words.indefinite):
        return False
    for i in range(index + 1, min(index + _OFFICE, len(low) - 1)):
        if not low[i].isalpha() or reader.seen.starts[i]:
            return False
        if low[i + 1] == "," or low[i + 1] in words.of:
            return reader.title(i) and not reader.capital(i)
    return False


def _among_places(reader: Reader, first: int, last: int, before: str, after: str) -> bool:
    """Whether an unknown word goes on with a list of places: "Accra and Nsukwa", "Accra, Nsukwa and Lagos"."""
    low, both = reader.seen.low, reader.words.both
    if first != last or first < 2 or reader.surname(first) or _is_acronym(reader, first, last):
        return False
    if before not in both and not (before == "," and (after == "," or after in both)):
        return False
    one = first - 3 if low[first - 2] == "," else first - 2
    known = reader.phrase(one, one) if one >= 0 else None
    return known is not None and known.type is EntityType.PLACE and reader.capital(one)


def _in_dateline(reader: Reader, first: int, last: int) -> bool:
    """Whether the name is the place in capitals that opens a report: "SARVEH — An earthquake"."""
    low = reader.seen.low
    if not reader.seen.starts[first] or last + 1 >= len(low) or low[last + 1] not in _DASHES:
        return False
    return all(
        reader.seen.word(i).isupper() and len(low[i]) >= _LEAST_DATELINE for i in range(first, last + 1)
    )


def _noun_beside(reader: Reader, first: int, last: int, before: str, after: str) -> EntityType | None:
    """The type of a common noun right after the name ("CBRT bank") or before it ("the newspaper Al-Ahram")."""
    words = reader.words
    if after and not reader.capital(last + 1) and not reader.seen.possessive(last):
        kind = reader.known.nouns.get(after) or words.nominals.get(after)
        if kind is not None or after in words.newsy:
            return kind or EntityType.MEDIUM
    if (
        before in words.of
        and first >= 2
        and words.nominals.get(reader.seen.low[first - 2]) is EntityType.PLACE
    ):
        return EntityType.PLACE
    if before and first >= 1 and not reader.capital(first - 1):
        if before in words.newsy or (first >= 2 and reader.seen.low[first - 2] in words.newsy):
            return EntityType.MEDIUM  # "the news agency Ansa"
        return reader.known.nouns.get(before) or words.nominals.get(before)
    return None


def _place_follows(reader: Reader, index: int) -> bool:
    if index >= len(reader.seen.low) or not reader.capital(index):
        return False
    known = reader.phrase(index, min(index + 3, len(reader.seen.low) - 1))
    return known is not None and known.type is EntityType.PLACE


def _is_age(reader: Reader, index: int) -> bool:
    """Whether an age begins at `index`: "34,", "a 34-year-old", "de 34 años"."""
    low = reader.seen.low
    if low[index].isdigit():
        return len(low[index]) <= 2 and index + 1 < len(low) and low[index + 1] in ",."
    opened = low[index] in reader.words.articles or low[index] in reader.words.of
    return (
        opened and index + 2 < len(low) and low[index + 2] in reader.words.ages and low[index + 1].isdigit()
    )
