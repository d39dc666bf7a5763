"""Offices: what the report says a person is, before the name, after it, or across a comma."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from habeas.mark.names.entities import surface
from habeas.mark.names.reader import Found, Reader
from habeas.model.marks import EntityType, Office
from habeas.model.span import Span

__all__ = ["offices"]

_LOOK = 12
"""How many tokens an office set off by commas may have."""
_TAIL = 9
"""Words of what an office is of at most: "director of the prisoners' rights group"."""
_BACK = 60
"""Tokens before "its" in which the body it stands for is sought."""
_ITS = frozenset({"its", "su"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "su", "sus"})
_BODIES = (EntityType.ORGANISATION, EntityType.GROUP, EntityType.COURT)


def offices(reader: Reader, found: list[Found]) -> Iterator[tuple[int, Office]]:
    """Pairs of the index of a person in `found` and an office that stands beside it."""
    starts = {name.first: name for name in found}
    for i, name in enumerate(found):
        if name.type is not EntityType.PERSON:
            continue
        if name.title is not None and not name.title.courtesy:
            first = _shared(reader, name.title.first, starts)
            made = _from_title(reader, first, name.title.last, starts)
            owner = _owner(reader, first - 1, starts) if made.of is None and first > 0 else None
            yield i, replace(made, of=owner) if owner else made
        after = _after(reader, name, starts)
        if after is not None:
            yield i, after
        before = _before(reader, name, starts)
        if before is not None:
            yield i, before


def _shared(reader: Reader, first: int, starts: dict[int, Found]) -> int:
    """Where a title begins that shares its noun: "[Labour and] Trade Minister"."""
    low, words = reader.seen.low, reader.words
    while first >= 2 and low[first - 1] in words.both and low[first - 2] in words.portfolios:
        if reader.seen.starts[first - 1] or not reader.capital(first - 2):
            break
        if any(name.first < first - 2 <= name.last for name in starts.values()):
            break  # "of the [State Police] and Capt. Tom Tennant"
        first -= 2
    return first


def _from_title(reader: Reader, first: int, last: int, starts: dict[int, Found]) -> Office:
    """The office of a title in front of a name: "former Chilean health minister" is (health minister, Chile)."""
    low, words, tokens = reader.seen.low, reader.words, reader.seen.words
    span = Span(tokens[first].start, tokens[last].end)
    former = False
    while first < last and (low[first] in words.former or low[first] in words.articles or low[first] == "-"):
        former = former or low[first] in words.former
        first += 1
    while last > first and low[last] in words.courtesy:
        last -= 1
    of = None
    holder = starts.get(first)
    if holder is not None and holder.last < last and holder.type is not EntityType.PERSON:
        of = holder.name or surface(reader, holder)
        if holder.type is EntityType.PLACE:
            first = holder.last + 1
    if of is None:
        of = _linked(reader, first, last, starts)
    title = " ".join(reader.seen.text[tokens[first].start : tokens[last].end].split())
    return Office(title, of, span, former)


def _linked(reader: Reader, first: int, last: int, starts: dict[int, Found]) -> str | None:
    """The organisation or place that an office is "of", "for" or "at"."""
    links = reader.words.holding
    linked = False
    place = None
    for i in range(first, last + 1):
        linked = linked or reader.seen.low[i] in links
        holder = starts.get(i) if linked else None
        if holder is None or holder.type is EntityType.PERSON:
            continue
        if holder.type is not EntityType.PLACE:
            return holder.name or surface(reader, holder)
        place = place or _body_of(reader, holder, last) or holder.name or surface(reader, holder)
    return place


def _body_of(reader: Reader, holder: Found, last: int) -> str | None:
    """The body of a place that a head heads: "head of [Lima's municipal council]"."""
    if not reader.seen.possessive(holder.last):
        return None
    end = holder.last + 1
    while (
        end <= last and reader.seen.low[end].isalpha() and reader.seen.low[end] not in reader.words.function
    ):
        end += 1
    tokens = reader.seen.words
    return (
        reader.seen.text[tokens[holder.first].start : tokens[end - 1].end] if end > holder.last + 1 else None
    )


def _after(reader: Reader, name: Found, starts: dict[int, Found]) -> Office | None:
    """An office after the name and a comma: "Ana Ruiz, a spokeswoman for Ferrovia,", "Ana Ruiz, of Ferrovia"."""
    low, words = reader.seen.low, reader.words
    first = name.last + 2
    if first >= len(low) or low[first - 1] != "," or low[first] in words.speech or low[first] in words.both:
        return None
    end = _phrase_end(reader, first)
    titles = [
        i
        for i in range(first, end)
        if low[i] in words.titles and not (i in starts and starts[i].type is EntityType.PERSON)
    ]
    if low[first] in words.role_links and not titles:
        holder = _linked(reader, first, end - 1, starts)
        tokens = reader.seen.words
        return None if holder is None else Office("", holder, Span(tokens[first].start, tokens[end - 1].end))
    if not titles or titles[0] - first > _LOOK // 2 or not _is_noun_phrase(reader, first, titles[0], starts):
        return None
    start = first
    while start < titles[0] and (low[start] in words.articles or low[start] in words.indefinite):
        start += 1
    last = titles[0]
    while last + 1 < end and low[last + 1] in words.titles:
        last += 1
    other = starts.get(last + 1)
    if start == first and other is not None and other.type is EntityType.PERSON:
        return None  # "chairman Ana Ruiz, mayor Omar Diallo and others"
    return _appositive(reader, start, last, end, starts)


def _appositive(reader: Reader, first: int, last: int, end: int, starts: dict[int, Found]) -> Office:
    tokens = reader.seen.words
    plain = _from_title(reader, first, last, starts)
    of = plain.of or _linked(reader, last, min(end, len(tokens)) - 1, starts)
    title = plain.title
    links = reader.words.of
    stop = last + 1
    if any(word in reader.words.speech for word in reader.seen.low[stop : min(end, stop + 3)]):
        end = stop  # ", relief commissioner on Thursday said"
    if stop < end and reader.seen.low[stop] in links and stop + 1 < end and stop + 1 not in starts:
        while (
            stop < end and stop - last < _TAIL and reader.seen.low[stop] not in ",;." and stop not in starts
        ):
            stop += 1
        while stop - 1 > last and reader.seen.low[stop - 1] in reader.words.function:
            stop -= 1
        tail = reader.seen.text[tokens[last].end : tokens[stop - 1].end]
        small = reader.words.articles | links | reader.words.role_links
        if reader.seen.low[stop - 1] not in small:
            title += " ".join(tail.split()).join((" ", ""))
    return Office(title, of, Span(tokens[first].start, tokens[end - 1].end), plain.former)


def _before(reader: Reader, name: Found, starts: dict[int, Found]) -> Office | None:
    """An office before a comma and the name: "the justice minister, Ana Ruiz, said"."""
    low, words = reader.seen.low, reader.words
    comma = name.first - 1
    if comma < 2 or low[comma] != "," or name.title is not None or reader.seen.starts[name.first]:
        return None
    lowest = max(0, comma - _LOOK)
    spots = [i for i in range(lowest, comma) if low[i] in words.titles]
    if not spots or low[spots[-1] + 1] in words.no_office:
        return None
    if any(low[i] in ",;" for i in range(spots[-1], comma)):
        return None
    if any(i in starts and starts[i].type is EntityType.PERSON for i in range(spots[-1], comma)):
        return None  # "with the minister Ana Ruiz, Bo Ek left"
    first = spots[-1]
    while first > lowest and not reader.seen.starts[first] and not _opens(reader, first):
        capital = reader.capital(first) and reader.capital(spots[-1])
        if capital and (low[first - 1] == "," or low[first - 1] in words.function - words.of):
            return _appositive(
                reader, first, spots[-1], comma, starts
            )  # "was met by Foreign Minister, Ana Ruiz"
        if low[first - 1] in ",;." or low[first - 1] in words.speech:
            return None
        first -= 1
    if not _opens(reader, first):
        if not reader.seen.starts[first] or not reader.capital(first) or not reader.capital(spots[-1]):
            return None
        return _appositive(reader, first, spots[-1], comma, starts)
    made = _appositive(reader, first + 1, spots[-1], comma, starts)
    holder = made.of or _owner(reader, first, starts)
    return made if holder == made.of else replace(made, of=holder)


def _opens(reader: Reader, at: int) -> bool:
    """Whether a determiner or an owner opens the phrase of an office: "the", "its", "Ghana's"."""
    word = reader.seen.low[at]
    return word in reader.words.articles or word in _OWNERS or reader.seen.possessive(at)


def _owner(reader: Reader, at: int, starts: dict[int, Found]) -> str | None:
    """Whose office it is: the name in "Ghana's minister", the body before "its director"."""
    if reader.seen.low[at] in _ITS:
        bodies = (
            starts[i]
            for i in range(at - 1, max(-1, at - _BACK - 1), -1)
            if i in starts and starts[i].type in _BODIES
        )
    elif reader.seen.possessive(at):
        bodies = (starts[i] for i in range(at, max(-1, at - 6), -1) if i in starts and starts[i].last == at)
    else:
        return None
    body = next(bodies, None)
    if body is None or body.type is EntityType.PERSON:
        return None
    return body.name or surface(reader, body)


def _is_noun_phrase(reader: Reader, first: int, title: int, starts: dict[int, Found]) -> bool:
    """Whether nothing but describing words stands before the title."""
    low, words = reader.seen.low, reader.words
    inside = 0
    for i in range(first, title):
        if i in starts:
            inside = starts[i].last
        if (
            low[i] in words.speech
            or (low[i] in words.pronouns)
            or (
                low[i] in words.function
                and low[i] not in words.articles
                and low[i] not in words.indefinite
                and low[i] not in words.of
                and i > inside
            )
        ):
            return False
    return True


def _phrase_end(reader: Reader, first: int) -> int:
    """Where an apposition ends: the next comma, stop or bracket, or the end of its sentence."""
    low = reader.seen.low
    end = first
    while (
        end < len(low)
        and end - first < _LOOK
        and low[end] not in _STOPS
        and (end == first or not reader.seen.starts[end])
    ):
        end += 1
    return end


_STOPS = frozenset(',;:()"“”—–!?')
