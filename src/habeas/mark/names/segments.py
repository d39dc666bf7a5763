"""A capitalised run to the names in it: titles, known names, head words, persons."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.names.gazetteer import Phrase
from habeas.mark.names.scan import Run, Scan, base
from habeas.mark.names.vocabulary import Known, Vocabulary
from habeas.model.marks import EntityType

__all__ = ["Reader", "Title", "Found", "phrase_at", "segment"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title beside a name: its first and last token, the gender it tells, and whether it is a courtesy only."""

    first: int
    last: int
    gender: str | None = None
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One name found in place: tokens `first` to `last` (inclusive), its type, the usual name when it is a known
    one, the title before it, and whether it is an adjective of a place ("Peruvian"). `sure` is false for types guessed from nothing but
    capitals."""

    first: int
    last: int
    type: EntityType
    known: str | None = None
    title: Title | None = None
    adjective: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """What a segment is read with."""

    seen: Scan
    words: Vocabulary
    known: Known

    def given(self, index: int) -> bool:
        """Whether the word is a given name."""
        return base(self.seen.low[index]) in self.known.gazetteer.given

    def surname(self, index: int) -> bool:
        """Whether the word is a common surname."""
        return base(self.seen.low[index]) in self.known.gazetteer.surnames

    def title(self, index: int) -> bool:
        """Whether the word is a title."""
        low = self.seen.low[index]
        return low in self.words.titles or low in self.words.courtesy

    def demonym(self, index: int) -> str | None:
        """The place that the word is the adjective of."""
        return self.known.gazetteer.demonyms.get(base(self.seen.low[index]))


def phrase_at(reader: Reader, first: int, last: int) -> Phrase | None:
    """The longest known name that begins at `first` and ends at or before `last`."""
    low = reader.seen.low
    for phrase in reader.known.phrases.get(base(low[first]), ()):
        size = len(phrase.words)
        if first + size - 1 > last:
            continue
        if size == 1:
            if len(phrase.words[0]) > 3 or _written_alike(reader, first, phrase):
                return phrase
            continue
        if tuple(low[first : first + size - 1]) != phrase.words[:-1]:
            continue
        if low[first + size - 1] == phrase.words[-1] or base(low[first + size - 1]) == phrase.words[-1]:
            return phrase
    return None


def _written_alike(reader: Reader, index: int, phrase: Phrase) -> bool:
    """Short names are acronyms (US, IS, ICE): they must be written in capitals, or be long enough to be plain names."""
    word = reader.seen.word(index)
    return word.isupper() or not phrase.words[0].isalpha() or phrase.type is EntityType.PLACE and len(word) > 2 and word.lower() not in reader.words.plain


def segment(reader: Reader, run: Run) -> list[Found]:
    """The names in a run, in text order."""
    first, last = _trim(reader, run)
    initial = run.initial and first == run.first
    found: list[Found] = []
    while first <= last:
        step = _next(reader, first, last, initial)
        if step is None:
            first += 1
        else:
            if not (step.last < step.first):
                found.append(step)
            first = step.last + 1
        initial = False
        while first <= last and not reader.seen.text[reader.seen.words[first].start].isupper():
            first += 1
    return found


def _trim(reader: Reader, run: Run) -> tuple[int, int]:
    """The run without small words and calendar words at its ends."""
    low, words = reader.seen.low, reader.words
    first, last = run.first, run.last
    while first < last and (low[first] in words.plain or low[first] in words.calendar) and phrase_at(reader, first, last) is None:
        first += 1
        while first < last and not reader.seen.text[reader.seen.words[first].start].isupper():
            first += 1
    while last > first and low[last] in words.calendar and not low[last - 1] in words.of:
        last -= 1
    return first, last


def _next(reader: Reader, first: int, last: int, initial: bool) -> Found | None:
    """The name that begins at `first`."""
    low, words, seen = reader.seen.low, reader.words, reader.seen
    phrase = phrase_at(reader, first, last)
    if phrase is not None and first + len(phrase.words) - 1 == last:
        return Found(first, last, phrase.type, known=phrase.name)
    titled = _titled_person(reader, first, last)
    if titled is not None:
        return titled
    headed = _headed(reader, first, last)
    if headed is not None:
        return headed
    if phrase is not None and not (len(phrase.words) == 1 and reader.given(first) and not reader.demonym(first + 1)):
        return Found(first, first + len(phrase.words) - 1, phrase.type, known=phrase.name)
    place = reader.demonym(first)
    if place is None and first < last and reader.known.gazetteer.demonyms.get(low[first] + " " + base(low[first + 1])):
        return Found(first, first + 1, EntityType.PLACE, known=reader.known.gazetteer.demonyms[low[first] + " " + base(low[first + 1])], adjective=True)
    if place is not None and not (first < last and reader.given(first)):
        return Found(first, first, EntityType.PLACE, known=place, adjective=True)
    return _by_context(reader, first, last, initial)


def _titled_person(reader: Reader, first: int, last: int) -> Found | None:
    """A title that begins at `first` and the person after it; a title alone is stepped over."""
    low, words, seen = reader.seen.low, reader.words, reader.seen
    spot = -1
    for i in range(first, last + 1):
        if reader.title(i):
            spot = i
        elif low[i] == "." or low[i] in words.of or low[i] in words.articles or low[i] in words.both or low[i] == "-":
            continue
        elif spot >= 0 and low[i] not in words.portfolios:
            break
        elif spot < 0 and reader.given(i) and not reader.demonym(i):
            return None
    if spot < 0:
        return None
    start = _after_title(reader, spot, last)
    if start > last:
        return None
    if any(base(low[i]) in words.heads for i in (last,)) and not reader.given(start) and not reader.surname(last):
        return None
    gender = words.courtesy.get(low[spot])
    title = Title(first, start - 1 if low[start - 1] != "." else start - 1, gender or None, low[spot] in words.courtesy)
    end = _person_end(reader, start, last)
    return Found(start, end, EntityType.PERSON, title=title)


def _after_title(reader: Reader, spot: int, last: int) -> int:
    low, words = reader.seen.low, reader.words
    at = spot + 1
    while at <= last:
        word = low[at]
        small = word == "." or word in words.of or word in words.articles or word in words.both or word == "-"
        if small or word in words.portfolios or (word in words.titles and not reader.given(at)):
            at += 1
            continue
        if at < last and low[at - 1] in words.of and not reader.given(at) and phrase_at(reader, at, last):
            at += len(phrase_at(reader, at, last).words)  # type: ignore[union-attr]
            continue
        break
    return at


def _person_end(reader: Reader, start: int, last: int) -> int:
    """Where a person's name ends: before a place's adjective, at a possessive or at five words."""
    return min(last, start + 7)


def _headed(reader: Reader, first: int, last: int) -> Found | None:
    """A name that a head word types: "Ministry of Health", "Rio Bravo County", "Clean Water Act"."""
    low, words = reader.seen.low, reader.words
    if first == last:
        return None
    tail = base(low[last])
    kind = words.heads.get(tail) or reader.known.nouns.get(tail)
    if kind is not None and not (reader.given(first) and last == first + 1 and reader.surname(last)):
        inner = [words.heads.get(low[i]) for i in range(first, last + 1) if low[i + 1 if i < last else i] in words.of]
        for early in inner:
            if early in (EntityType.COURT, EntityType.LAW):
                kind = early
        return Found(first, last, kind)
    for i in range(first, last):
        if low[i + 1] in words.of and low[i] in words.heads:
            kind = words.heads[low[i]]
            if kind is EntityType.PLACE and low[i] not in words.place_first:
                continue
            return Found(first, last, kind)
    if low[first] in words.place_first:
        return Found(first, last, EntityType.PLACE)
    return None


def _by_context(reader: Reader, first: int, last: int, initial: bool) -> Found | None:
    """A name that nothing in it types: a person by given name, else by the words around."""
    low, words, seen = reader.seen.low, reader.words, reader.seen
    word = base(low[first])
    before = low[first - 1] if first else ""
    after = low[last + 1] if last + 1 < len(low) else ""
    single = first == last
    if single:
        if word in words.plain or word in words.calendar or word in words.never or reader.title(first) or len(word) < 2:
            return None
        if word in words.heads or word in reader.known.nouns:
            return None
        written = seen.word(first)
        if initial and word in seen.small:
            return None
        if written.isupper() and len(written) <= 6 and written.isalpha():
            return Found(first, last, EntityType.ORGANISATION, sure=False)
        if reader.given(first) or reader.surname(first):
            return Found(first, last, EntityType.PERSON, sure=not initial)
        if after in words.speech:
            return Found(first, last, EntityType.PERSON, sure=False)
        if before in words.locative:
            return Found(first, last, EntityType.PLACE, sure=False)
        return Found(first, last, EntityType.OTHER, sure=False)
    if reader.given(first) or low[first + 1] == ".":
        return Found(first, last, EntityType.PERSON)
    if all(w.isalpha() or w in ".-'" for w in low[first : last + 1]) and last - first <= 3:
        if before in words.locative and after not in words.speech:
            return Found(first, last, EntityType.PLACE, sure=False)
        if reader.surname(last) or after in words.speech or before in words.person_before:
            return Found(first, last, EntityType.PERSON, sure=False)
    if before in words.articles:
        return Found(first, last, EntityType.ORGANISATION, sure=False)
    return Found(first, last, EntityType.PERSON if last - first <= 2 else EntityType.ORGANISATION, sure=False)

