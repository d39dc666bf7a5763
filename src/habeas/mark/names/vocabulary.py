"""What one language knows of names: the word lists of its lexicon, and all names known before reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from habeas.mark.names.gazetteer import Gazetteer, Phrase, gazetteer, phrase_index
from habeas.model.columns import lasting
from habeas.model.marks import EntityType
from habeas.model.pack import Pack
from habeas.packs.lexicon import lexicon

__all__ = ["Known", "Vocabulary", "known", "vocabulary"]

_TYPES = ("organisation", "group", "facility", "place", "court", "law", "medium", "other")
_GENDERS = (("courtesy_male", "m"), ("courtesy_female", "f"), ("courtesy", ""))
_REFERRED = (EntityType.FACILITY, EntityType.COURT, EntityType.ORGANISATION)
"""Types that a pack's common nouns can refer to again; people in groups are counted, not named."""


_UNNAMED = (
    "apart",
    "kin",
    "owning",
    "singled",
    "strangers",
    "male",
    "female",
    "being",
    "doing",
    "pasts",
    "who",
    "undergoing",
    "undergone",
    "passive",
    "suspected",
)


class Unnamed(NamedTuple):
    """Words of what is meant without a name: before a noun, that another of its kind is meant (`apart`); kin and whose
    they are (`owning`); one of several (`singled`); somebody (`strangers`, of whom some are `male` or `female`), what comes
    before what a person is (`being`), and after who does something (`doing`, or a word that ends like `pasts`); `who` leads to what tells them from others; what is done to somebody (`undergone`), the words before it (`undergoing`, one of which is `passive`), and what those are said to be who are dealt with (`suspected`)."""

    apart: frozenset[str]
    kin: frozenset[str]
    owning: frozenset[str]
    singled: frozenset[str]
    strangers: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    being: frozenset[str]
    doing: frozenset[str]
    pasts: frozenset[str]
    who: frozenset[str]
    undergoing: frozenset[str]
    undergone: frozenset[str]
    passive: frozenset[str]
    suspected: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names lexicon of one language, as sets; every word is lower case."""

    language: str
    titles: frozenset[str]
    courtesy: dict[str, str]
    titled: frozenset[str]
    """Titles and courtesies together."""
    short_titles: dict[str, tuple[str, ...]]
    modifiers: frozenset[str]
    unnamed: Unnamed
    former: frozenset[str]
    portfolios: frozenset[str]
    heads: dict[str, EntityType]
    place_first: frozenset[str]
    landforms: frozenset[str]
    facility_first: frozenset[str]
    place_bare: frozenset[str]
    learned: frozenset[str]
    centres: frozenset[str]
    before_place: frozenset[str]
    of: frozenset[str]
    genitive: str
    both: frozenset[str]
    particles: frozenset[str]
    hyphening: frozenset[str]
    articles: frozenset[str]
    small: frozenset[str]
    """All that give no letter to an acronym: `of`, `both`, particles, articles."""
    indefinite: frozenset[str]
    plain: frozenset[str]
    function: frozenset[str]
    dotted: frozenset[str]
    abbreviated: frozenset[str]
    numbered: frozenset[str]
    counted: frozenset[str]
    codes: frozenset[str]
    homonyms: frozenset[str]
    calendar: frozenset[str]
    never: frozenset[str]
    speech: frozenset[str]
    locative: frozenset[str]
    toward: frozenset[str]
    visiting: frozenset[str]
    places_after: frozenset[str]
    motion: frozenset[str]
    directions: frozenset[str]
    ages: frozenset[str]
    humans: frozenset[str]
    parties: frozenset[str]
    called: frozenset[str]
    person_before: frozenset[str]
    posts: frozenset[str]
    people: frozenset[str]
    possessive: frozenset[str]
    owners: frozenset[str]
    hyphened: frozenset[str]
    noun_first: bool
    known_as: frozenset[str]
    role_links: frozenset[str]
    holding: frozenset[str]
    """`role_links` and `of` together."""
    no_office: frozenset[str]
    government: frozenset[str]
    authorities: frozenset[str]
    civic: frozenset[str]
    speaking: frozenset[str]
    causes: frozenset[str]
    own_names: frozenset[str]
    own_heads: frozenset[str]
    official: frozenset[str]
    commercial: frozenset[str]
    uncommercial: frozenset[str]
    newsy: frozenset[str]
    leaders: frozenset[str]
    government_of: str
    nominals: dict[str, EntityType]
    government_nouns: frozenset[str]
    countries: frozenset[str]
    determiners: frozenset[str]
    pronouns: dict[str, str]
    subjects: frozenset[str]
    objects: frozenset[str]
    leading: frozenset[str]
    unstressed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """Names known before reading, of the gazetteer and of the pack, and the pack's nouns for things; `referring` are
    all words that can mean something named before."""

    phrases: dict[str, tuple[Phrase, ...]]
    gazetteer: Gazetteer
    nouns: dict[str, EntityType]
    countries: frozenset[str]
    referring: frozenset[str]


_PLACES = ("subjects", "objects", "leading")
_BODIES = (
    "causes",
    "civic",
    "commercial",
    "newsy",
    "official",
    "own_heads",
    "own_names",
    "speaking",
    "uncommercial",
)
_TITLES = ("modifiers", "former", "called", "humans", "parties", "portfolios")
_SENTENCE = (
    "plain", "function", "dotted", "abbreviated", "numbered", "counted", "codes", "homonyms", "calendar", "never",
)  # fmt: skip
_HEADS = ("place_first", "landforms", "facility_first", "place_bare", "centres", "before_place", "learned")


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `language`. Raises PackError when the language has no lexicon."""
    table = lexicon(language, "names")
    titles, sentence, government = table["titles"], table["sentence"], table["government"]
    connectors, context, nominals, heads = (table[k] for k in ("connectors", "context", "nominals", "heads"))
    return Vocabulary(
        language=language,
        titles=frozenset(titles["offices"]),
        courtesy={word: gender for key, gender in _GENDERS for word in titles[key]},
        titled=frozenset(titles["offices"]).union(*(titles[key] for key, _ in _GENDERS)),
        short_titles={word: tuple(short) for word, short in titles["short"].items()},
        unnamed=Unnamed(
            *(
                lasting(frozenset(titles[name])) if name == "kin" else frozenset(titles[name])
                for name in _UNNAMED
            )
        ),
        **{name: frozenset(titles[name]) for name in _TITLES},
        heads=_typed(heads),
        **{name: frozenset(heads[name]) for name in _HEADS},
        of=frozenset(connectors["of"]),
        genitive=connectors["of"][0],
        both=frozenset(connectors["and"]),
        particles=frozenset(connectors["particles"]),
        hyphening=frozenset(connectors["hyphening"]),
        articles=frozenset(connectors["articles"]),
        small=frozenset().union(*(connectors[name] for name in ("of", "and", "particles", "articles"))),
        indefinite=frozenset(connectors["indefinite"]),
        **{name: frozenset(sentence[name]) for name in _SENTENCE},
        speech=frozenset(context["speech"]),
        motion=frozenset(context["motion"]),
        directions=frozenset(context["directions"]),
        ages=frozenset(context["ages"]),
        **{name: frozenset(context[name]) for name in ("toward", "visiting", "places_after")},
        locative=frozenset(context["locative"]),
        person_before=frozenset(context["person_before"]),
        people=frozenset(context["people"]),
        possessive=frozenset(sentence["possessive"]),
        owners=frozenset(sentence["owners"]),
        hyphened=frozenset(sentence["hyphened"]),
        noun_first=government["noun_first"],
        posts=frozenset(context["posts"]),
        known_as=frozenset(context["known_as"]),
        role_links=frozenset(context["role_links"]),
        holding=frozenset(context["role_links"]).union(connectors["of"]),
        no_office=frozenset(context["no_office"]),
        government=frozenset(government["one"]),
        authorities=frozenset(government["many"]),
        **{name: frozenset(government[name]) for name in _BODIES},
        leaders=frozenset(government["of_leaders"]),
        government_of=government["pattern"],
        nominals=_typed(nominals),
        government_nouns=frozenset(nominals["government"]),
        countries=frozenset(nominals["country"]),
        determiners=frozenset(nominals["determiners"]),
        pronouns={w: g for key, g in (("male", "m"), ("female", "f")) for w in table["pronouns"][key]},
        **{name: frozenset(table["pronouns"][name]) for name in _PLACES},
        unstressed=frozenset(table["pronouns"]["either"]),
    )


def _typed(table: dict[str, list[str]]) -> dict[str, EntityType]:
    """Word to type; a word listed under two types has the first of `_TYPES`."""
    return {word: EntityType(kind) for kind in reversed(_TYPES) for word in table.get(kind, ())}


_compiled: dict[tuple[int, str], tuple[Pack, Known]] = {}
_HELD = 16
"""How many pack objects are kept compiled: a process seldom uses more than one."""


def known(pack: Pack, language: str) -> Known:
    """What is known by name in `pack` and in the gazetteer, ready for look-up; computed once a pack object."""
    held = _compiled.get((id(pack), language))
    if held is None or held[0] is not pack:
        if len(_compiled) >= _HELD:
            _compiled.clear()
        held = _compiled[id(pack), language] = (pack, _compile(pack, language))
    return held[1]


def _compile(pack: Pack, language: str) -> Known:
    places = gazetteer(language)
    nouns = {
        noun.lower(): EntityType(thing.entity)
        for thing in pack.things
        if thing.language == language and thing.entity in _REFERRED and thing.scope in ("", thing.entity)
        for noun in thing.nouns
    }
    countries = frozenset(name.lower() for name in places.countries)
    words = vocabulary(language)
    referring = frozenset({*words.pronouns, *words.titles, *words.nominals, *words.government_nouns, *nouns})
    names = phrase_index([*places.phrases, *_pack_names(pack)])
    return Known(lasting(names), places, nouns, countries, lasting(referring))


def _pack_names(pack: Pack) -> Iterable[tuple[str, EntityType, str]]:
    for law in pack.laws:
        for form in (law.name, *law.aliases):
            yield form, EntityType.LAW, law.name
    for court in pack.courts:
        for form in (court.name, *court.aliases):
            yield form, EntityType.COURT, court.name
    for institution in pack.institutions:
        for form in (institution.name, *institution.aliases):
            yield form, _institution_type(institution.type), institution.name


def _institution_type(name: str) -> EntityType:
    return EntityType(name) if name in {kind.value for kind in EntityType} else EntityType.ORGANISATION
