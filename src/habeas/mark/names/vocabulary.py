"""What one language knows of names: word lists of the lexicon, and the gazetteer as phrases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from habeas.mark.names.gazetteer import Gazetteer, Phrase, gazetteer, phrase_index
from habeas.model.marks import EntityType
from habeas.model.pack import Pack
from habeas.packs import lexicon

__all__ = ["Known", "Vocabulary", "known", "vocabulary"]

_HEADS = ("organisation", "group", "facility", "place", "court", "law", "medium", "other")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names lexicon of one language, as sets; every word is lower case."""

    titles: frozenset[str]
    courtesy: dict[str, str]
    modifiers: frozenset[str]
    former: frozenset[str]
    portfolios: frozenset[str]
    heads: dict[str, EntityType]
    place_first: frozenset[str]
    of: frozenset[str]
    both: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    plain: frozenset[str]
    calendar: frozenset[str]
    never: frozenset[str]
    speech: frozenset[str]
    locative: frozenset[str]
    person_before: frozenset[str]
    government: frozenset[str]
    authorities: frozenset[str]
    federal: frozenset[str]
    government_of: str
    nominals: dict[str, EntityType]
    government_nouns: frozenset[str]
    countries: frozenset[str]
    determiners: frozenset[str]
    pronouns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """Names known before reading: those of the gazetteer and of the pack, and the pack's nouns for things."""

    phrases: dict[str, tuple[Phrase, ...]]
    gazetteer: Gazetteer
    nouns: dict[str, EntityType]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `language`. Raises PackError when the language has no lexicon."""
    table = lexicon(language, "names")
    titles, sentence, government = table["titles"], table["sentence"], table["government"]
    connectors, context, nominals = table["connectors"], table["context"], dict(table["nominals"])
    heads = {word: EntityType(kind) for kind in reversed(_HEADS) for word in table["heads"].get(kind, ())}
    genders = (("courtesy_male", "m"), ("courtesy_female", "f"), ("courtesy", ""))
    nouns = {w: EntityType(k) for k in _HEADS for w in nominals.get(k, ())}
    return Vocabulary(
        titles=frozenset(titles["offices"]),
        courtesy={word: gender for key, gender in genders for word in titles[key]},
        modifiers=frozenset(titles["modifiers"]),
        former=frozenset(titles["former"]),
        portfolios=frozenset(titles["portfolios"]),
        heads=heads,
        place_first=frozenset(table["heads"]["place_first"]),
        of=frozenset(connectors["of"]),
        both=frozenset(connectors["and"]),
        particles=frozenset(connectors["particles"]),
        articles=frozenset(connectors["articles"]),
        plain=frozenset(sentence["plain"]),
        calendar=frozenset(sentence["calendar"]),
        never=frozenset(sentence["never"]),
        speech=frozenset(context["speech"]),
        locative=frozenset(context["locative"]),
        person_before=frozenset(context["person_before"]),
        government=frozenset(government["one"]),
        authorities=frozenset(government["many"]),
        federal=frozenset(government["federal"]),
        government_of=government["pattern"],
        nominals=nouns,
        government_nouns=frozenset(nominals["government"]),
        countries=frozenset(nominals["country"]),
        determiners=frozenset(nominals["determiners"]),
        pronouns={w: g for key, g in (("male", "m"), ("female", "f")) for w in table["pronouns"][key]},
    )


_known: dict[tuple[int, str], tuple[Pack, Known]] = {}


def known(pack: Pack, language: str) -> Known:
    """What is known by name in `pack` and in the gazetteer, ready for look-up; computed once a pack object."""
    held = _known.get((id(pack), language))
    if held is None or held[0] is not pack:
        held = (pack, _compile(pack, language))
        if len(_known) > 16:
            _known.clear()
        _known[id(pack), language] = held
    return held[1]


def _compile(pack: Pack, language: str) -> Known:
    places = gazetteer(language)
    nouns = {
        noun.lower(): _type(thing.entity)
        for thing in pack.things
        if thing.language == language
        for noun in thing.nouns
    }
    nouns.pop("", None)
    return Known(phrase_index([*places.phrases, *_pack_names(pack)]), places, nouns)


def _pack_names(pack: Pack) -> Iterable[tuple[str, EntityType, str]]:
    for law in pack.laws:
        for form in (law.name, *law.aliases):
            yield form, EntityType.LAW, law.name
    for court in pack.courts:
        for form in (court.name, *court.aliases):
            yield form, EntityType.COURT, court.name
    for institution in pack.institutions:
        for form in (institution.name, *institution.aliases):
            yield form, _type(institution.type), institution.name


def _type(name: str) -> EntityType:
    try:
        return EntityType(name)
    except ValueError:
        return EntityType.OTHER
