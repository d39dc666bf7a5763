"""Names that name one thing: full and short names, acronyms, laws with and without their year."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from habeas.mark.names.persons import SUFFIXES
from habeas.mark.names.reader import SURE, Found, Reader
from habeas.mark.names.scan import base
from habeas.model.marks import EntityType, Office

__all__ = ["Draft", "group", "settled", "surface", "with_buildings", "without_chance_capitals"]

_YEAR = re.compile(r"^(?:the )?(?:(\d{4}) )?(.*?)(?: (?:of|de) (\d{4}))?$")


_NAMESAKES = 20
"""How many fuller names with one word in common are tried for a short name."""


@dataclass(slots=True)
class Draft:
    """An entity while its mentions are gathered; the package's one mutable value, never handed out. `forms` are in the
    order in which they are first met, `words` theirs once all are known."""

    type: EntityType
    forms: dict[str, None]
    offices: list[Office]
    weight: int = 0
    known: str | None = None
    usual: bool = False
    gender: str | None = None
    named: bool = True
    words: set[str] | None = None


def surface(reader: Reader, found: Found) -> str:
    """The name as written, one space between words, without a possessive ending."""
    return reader.seen.surface(found.first, found.last)


def settled(reader: Reader, found: list[Found]) -> list[Found]:
    """The names with guessed types made the same for the same words throughout the report."""
    surnames: set[str] = set()
    forms = [surface(reader, name).lower() for name in found]
    votes: dict[str, dict[EntityType, int]] = {
        forms[at]: {} for at, name in enumerate(found) if name.weight < SURE
    }
    for at, name in enumerate(found):
        cast = votes.get(forms[at])
        if cast is not None:
            cast[name.type] = cast.get(name.type, 0) + name.weight * name.weight
        if name.type is EntityType.PERSON and name.weight and name.last > name.first:
            surnames.add(_own(forms[at].split())[-1])
        elif name.type is EntityType.PERSON and name.weight == SURE:
            surnames.add(forms[at])
    return [
        name if _is_where(reader, name) else _settle(name, forms[at], votes, surnames)
        for at, name in enumerate(found)
    ]


def _is_where(reader: Reader, name: Found) -> bool:
    """Whether a known place is where something happens, whoever has its name: "Sofia Santiago was held in [Santiago]"."""
    known = name.type is EntityType.PLACE and name.weight == SURE
    return known and name.first > 0 and reader.seen.low[name.first - 1] in reader.words.locative


def _own(parts: list[str]) -> list[str]:
    """The words of a name without what tells one of a family from another ("Jr", "III")."""
    return parts[:-1] if len(parts) > 2 and parts[-1].lower() in SUFFIXES else parts


def _settle(name: Found, form: str, cast: dict[str, dict[EntityType, int]], surnames: set[str]) -> Found:
    if name.weight == SURE and not (
        name.type is EntityType.PLACE and form in surnames and not name.adjective
    ):
        return name
    if form in surnames and (name.weight < SURE or name.type is EntityType.PLACE):
        return replace(name, type=EntityType.PERSON, name=None)
    best, most = name.type, 0
    for kind, weight in cast[form].items():
        if weight > most:
            best, most = kind, weight
    return replace(name, type=best) if best is not name.type else name


def with_buildings(reader: Reader, found: list[Found]) -> list[Found]:
    """The names with those made buildings that a noun says are: "The camp, Salinas, can take 500"."""
    told = {surface(reader, name) for name in found if _is_building(reader, name)}
    if not told:
        return found
    return [
        replace(name, type=EntityType.FACILITY, name=None) if surface(reader, name) in told else name
        for name in found
    ]


def _is_building(reader: Reader, name: Found) -> bool:
    low, first = reader.seen.low, name.first
    if first < 3 or low[first - 1] != "," or low[name.last + 1 : name.last + 2] != [","]:
        return False
    if name.type is EntityType.PERSON or name.name in reader.known.gazetteer.countries:
        return False
    if low[first - 3] not in reader.words.determiners or (first > 3 and low[first - 4] in reader.words.of):
        return False  # "the head of the school, Ana Soto,"
    return reader.known.nouns.get(low[first - 2]) is EntityType.FACILITY


def without_chance_capitals(reader: Reader, found: list[Found]) -> list[Found]:
    """The names without single words that only ever stand where any word has a capital, and nothing types.

    The last word of a person's name is one wherever it stands: "Ana Prieto spoke. Prieto left."
    """
    if all(name.weight for name in found):
        return found
    elsewhere = {
        surface(reader, name) for name in found if not reader.seen.initial[name.first] or name.weight
    }
    elsewhere |= {
        _own(surface(reader, name).split())[-1]
        for name in found
        if name.type is EntityType.PERSON and name.weight and name.last > name.first
    }
    return [name for name in found if name.weight or surface(reader, name) in elsewhere]


def group(reader: Reader, found: list[Found]) -> tuple[list[Draft], list[int]]:
    """Entities of all names in order of first mention, and for each name the index of its entity."""
    forms = [surface(reader, name) for name in found]
    keys = _keys(reader, found, forms)
    drafts: list[Draft] = []
    index: dict[str, int] = {}
    owner = []
    for number, name in enumerate(found):
        at = index.setdefault(keys[number], len(drafts))
        if at == len(drafts):
            drafts.append(Draft(name.type, {}, [], name.weight))
        draft = drafts[at]
        if not name.adjective or not draft.forms:
            draft.forms[forms[number]] = None
        if name.weight > draft.weight or draft.type is EntityType.OTHER:
            draft.type, draft.weight = name.type, name.weight
        if name.name is not None and (draft.known is None or name.usual):
            draft.known, draft.usual = name.name, name.usual or name.type is EntityType.PLACE
        _learn_gender(reader, draft, name)
        owner.append(at)
    return drafts, owner


def _keys(reader: Reader, found: list[Found], forms: list[str]) -> list[str]:
    """For each name the key of its entity: names with one key name one thing."""
    keys = [_own_key(name, forms[at]) for at, name in enumerate(found)]
    same = _Same()
    for one, two in _introduced(reader, found):
        same.join(keys[one], keys[two])
    _join_laws(found, keys, same)
    _join_persons(found, forms, keys, same)
    _join_initials(reader, found, keys, same)
    return [same.of(key) for key in keys]


class _Same:
    """Keys that name one thing; the first one stands for all."""

    def __init__(self) -> None:
        self._to: dict[str, str] = {}

    def of(self, key: str) -> str:
        while key in self._to:
            key = self._to[key]
        return key

    def join(self, one: str, two: str) -> None:
        one, two = self.of(one), self.of(two)
        if one != two:
            self._to[two] = one


def _own_key(name: Found, form: str) -> str:
    kind = "person:" if name.type is EntityType.PERSON else ""
    if name.type is EntityType.LAW and name.name is None and (found := _YEAR.match(form.lower())):
        year, law, later = found.groups()
        return f"{law}|{year or later or ''}"
    return kind + (name.name or form).lower().removeprefix("the ")


def _introduced(reader: Reader, found: list[Found]) -> list[tuple[int, int]]:
    """Pairs of names of which the text says that they are one: in brackets, or "known as"."""
    pairs = []
    low, _words = reader.seen.low, reader.words
    for i in range(len(found) - 1):
        one, two = found[i], found[i + 1]
        between = low[one.last + 1 : two.first]
        if not between or len(between) > 6 or one.adjective or two.adjective:
            continue
        if between == ["("] and low[two.last + 1 : two.last + 2] == [")"]:
            same = _may_abbreviate(reader, one, two)
        else:
            same = _is_renamed(reader, between) and _alike(one, two) and not _is_object(reader, two)
        if same:
            pairs.append((i, i + 1))
    return pairs


def _is_renamed(reader: Reader, between: list[str]) -> bool:
    """Whether the words between two names are ", also known as", ", now called" and the like."""
    words = reader.words
    named = next((i for i, w in enumerate(between) if w in words.known_as), None)
    if named is None or between[0] != "," or any(w in words.speech or w in ".()" for w in between):
        return False
    # "called on the guards of" calls nobody by another name.
    return all(w in words.known_as or w in words.articles for w in between[named + 1 :])


def _is_object(reader: Reader, named: Found) -> bool:
    """Whether a name is whom somebody calls something, and no other name: "asked about the club, called [Ruiz] a liar"."""
    low, after = reader.seen.low, named.last + 1
    return after < len(low) and (low[after] in reader.words.articles or low[after] in reader.words.indefinite)


def _alike(one: Found, two: Found) -> bool:
    return (
        one.type is two.type or EntityType.OTHER in (one.type, two.type) or min(one.weight, two.weight) < SURE
    )


def _may_abbreviate(reader: Reader, one: Found, two: Found) -> bool:
    """Whether a bracketed name can be the acronym or other name of the one before it."""
    word = reader.seen.word(two.first)
    upper = sum(c.isupper() for c in word)
    short = two.first == two.last and upper >= 2
    if (
        one.type in (EntityType.PERSON, EntityType.PLACE)
        or not short
        or (one.last == one.first and one.weight == SURE)
    ):
        return False
    initials = {reader.seen.low[i][0] for i in range(one.first, one.last + 1)}
    return two.name is None or two.weight < SURE or word[0].lower() in initials


def _join_laws(found: list[Found], keys: list[str], same: _Same) -> None:
    """A law without its year is the one law of that name with a year."""
    dated: dict[str, set[str]] = defaultdict(set)
    for at, name in enumerate(found):
        if name.type is EntityType.LAW:
            law, _, year = keys[at].partition("|")
            dated[law].add(year)
    for law, years in dated.items():
        known = sorted(years - {""})
        if "" in years and len(known) == 1:
            same.join(f"{law}|{known[0]}", f"{law}|")


def _join_persons(found: list[Found], forms: list[str], keys: list[str], same: _Same) -> None:
    """A surname, a given name, or fewer words of a name are the person whose full name the report gives."""
    full = {
        keys[at]: _own(forms[at].lower().split())
        for at, name in enumerate(found)
        if name.type is EntityType.PERSON and name.last > name.first
    }
    by_part: dict[str, list[str]] = defaultdict(list)
    for key, parts in sorted(full.items(), key=lambda item: -len(item[1])):
        for part in {parts[-1], *parts[1:-1], parts[0]}:
            by_part[part].append(key)
    for part, fuller_names in by_part.items():
        # a surname before a first name: "Reyes" is Ana Reyes rather than the Reyes Brothers
        if len(fuller_names) > 1:
            fuller_names.sort(key=lambda fuller: full[fuller][-1] != part)
    tried: dict[str, str] = {}
    for at, name in enumerate(found):
        if name.type is not EntityType.PERSON or tried.get(forms[at]) == keys[at]:
            continue
        form, key = forms[at], keys[at]
        tried[form] = key
        parts = _own(form.lower().split())
        for fuller in by_part.get(parts[0], [])[:_NAMESAKES]:
            whole = full[fuller]
            if (
                fuller != key
                and len(whole) > len(parts)
                and set(parts) <= set(whole)
                and _may_be_short(parts, whole)
            ):
                same.join(fuller, key)
                break


def _may_be_short(parts: list[str], whole: list[str]) -> bool:
    return len(parts) > 1 or parts[0] == whole[-1] or len(whole) > 2 or parts[0] == whole[0]


def _join_initials(reader: Reader, found: list[Found], keys: list[str], same: _Same) -> None:
    """An acronym is the one longer name with those initials."""
    low, words = reader.seen.low, reader.words
    long: dict[str, str] = {}
    for at, name in enumerate(found):
        if name.last - name.first >= 2 and name.type not in (
            EntityType.PERSON,
            EntityType.PLACE,
            EntityType.LAW,
        ):
            tokens = [low[i] for i in range(name.first, name.last + 1) if low[i][0].isalpha()]
            long.setdefault("".join([w[0] for w in tokens if w not in words.small]), keys[at])
    for at, name in enumerate(found):
        fuller = None if name.first < name.last else long.get(reader.seen.bases[name.first])
        if (
            fuller is not None
            and name.type is not EntityType.PLACE
            and reader.seen.word(name.first).isupper()
        ):
            same.join(fuller, keys[at])


def _titled_gender(reader: Reader, name: Found) -> str:
    """The gender that a title tells, itself or by one of its words: "Lady Justice", "Mr Justice"; "" for none."""
    if name.title is None:
        return ""
    words, title = reader.words.courtesy, name.title
    inside = (words.get(reader.seen.low[i]) for i in range(title.first, title.last + 1))
    return title.gender or next((gender for gender in inside if gender), "")


def _learn_gender(reader: Reader, draft: Draft, name: Found) -> None:
    if name.type is not EntityType.PERSON or draft.gender is not None:
        return
    told = _titled_gender(reader, name)
    if told:
        draft.gender = told
    elif name.first != name.last:
        given = reader.known.gazetteer.given.get(base(reader.seen.low[name.first]))
        draft.gender = given if given in ("m", "f") else None
