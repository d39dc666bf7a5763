"""The saying words of a language, read once from its lexicons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from habeas.mark.attributions.inflection import english, spanish
from habeas.model.columns import lasting
from habeas.packs.lexicon import Table, lexicon

__all__ = ["Group", "Verb", "Vocabulary", "Word", "vocabulary"]


class Group:
    """What a saying verb takes, and how sure a sign of saying it is, as bits (plain integers, like `Form`)."""

    SAY: Final = 1
    TELL: Final = 2
    CALL: Final = 4
    JUDGE: Final = 8
    THINK: Final = 16
    WANT: Final = 32
    SHOW: Final = 64
    WEAK: Final = 128
    QUOTING: Final = 256
    LIGHT: Final = 512


_GROUPS = {
    "say": Group.SAY,
    "tell": Group.TELL,
    "call": Group.CALL,
    "judge": Group.JUDGE,
    "think": Group.THINK,
    "want": Group.WANT,
    "show": Group.SHOW,
    "weak": Group.WEAK,
    "quoting": Group.QUOTING,
    "light": Group.LIGHT,
}
"""The lexicon's lists of verbs, and the group that each one makes."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a saying verb: its lemma, the groups of the lemma, what the form can be, its particles."""

    lemma: str
    groups: int
    form: int
    particles: tuple[list[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """Small classes of words, by what they do in or beside a saying; the lexicon says what each is for."""

    being: frozenset[str]
    by: frozenset[str]
    claiming: frozenset[str]
    doubted: frozenset[str]
    many: frozenset[str]
    media_leads: frozenset[str]
    that: frozenset[str]
    topical: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    she: frozenset[str]
    he: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    indefinite: frozenset[str]
    nobody: frozenset[str]
    counted: frozenset[str]
    hearing: frozenset[str]
    listeners: frozenset[str]
    questioned: frozenset[str]
    self: frozenset[str]
    makers: frozenset[str]
    pleading: frozenset[str]
    enduring: frozenset[str]
    receiving: frozenset[str]
    objects: frozenset[str]
    describing: frozenset[str]
    taken: frozenset[str]
    striking: frozenset[str]
    bylines: frozenset[str]
    witnessing: frozenset[str]
    clausal: frozenset[str]
    givers: frozenset[str]
    possessing: frozenset[str]
    issuing: frozenset[str]
    reflexive: frozenset[str]
    bounds: frozenset[str]
    lodged: frozenset[str]
    papers: frozenset[str]
    timely: frozenset[str]
    numbering: frozenset[str]
    periods: frozenset[str]
    pointing: frozenset[str]
    shifting: frozenset[str]
    ago: frozenset[str]
    turning: frozenset[str]
    outcomes: frozenset[str]
    press: frozenset[str]
    anonymity: frozenset[str]
    channels: frozenset[str]
    branches: frozenset[str]
    branching: frozenset[str]
    reigning: frozenset[str]
    realms: frozenset[str]
    conceding: frozenset[str]
    contrasting: frozenset[str]
    beside: frozenset[str]
    charging: frozenset[str]
    chorus: frozenset[str]
    crowds: frozenset[str]
    granting: frozenset[str]
    accusing: frozenset[str]
    sections: frozenset[str]
    plurals: frozenset[str]
    pleas: frozenset[str]
    denying: frozenset[str]
    related: frozenset[str]
    helping: frozenset[str]
    amid: frozenset[str]
    minded: frozenset[str]
    mostly_nouns: frozenset[str]
    conversing: frozenset[str]
    among: frozenset[str]
    next_to: frozenset[str]
    likewise: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """The tag under which a word is listed, and those that its form gives it, written `small` and with a `capital`; whether
    it is the `plain` form of a verb, and whether it is a sign that can join words."""

    listed: str | None
    small: str
    capital: str
    plain: bool
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that the marker of attributions knows of one language. `callings` are nouns for people that are saying verbs
    too; `holding` are the nouns that can hold what is said; `met` remembers the words that reports have held."""

    language: str
    verbs: dict[str, Verb]
    quoting_forms: frozenset[str]
    tags: dict[str, str]
    particles: frozenset[str]
    nouns: frozenset[str]
    topics: dict[str, frozenset[str]]
    holding: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    according: dict[str, tuple[tuple[str, ...], ...]]
    goes_on: frozenset[str]
    unnamed_heads: frozenset[str]
    hearers: frozenset[str]
    person_nouns: frozenset[str]
    group_nouns: frozenset[str]
    titles: frozenset[str]
    female_titles: frozenset[str]
    male_titles: frozenset[str]
    outlets: frozenset[str]
    plain: frozenset[str]
    callings: frozenset[str]
    outlet_endings: frozenset[str]
    outlet_nouns: frozenset[str]
    media: dict[str, str]
    documents: frozenset[str]
    grounds: frozenset[str]
    alike: dict[str, tuple[str, ...]]
    otherwise: dict[str, list[str]]
    closed: Closed
    met: dict[str, Word]


_TAGS = {
    "present": "v",
    "past": "v",
    "participle": "t",
    "past_or_participle": "t",
    "not_participle": "n",
    "not_adverb": "n",
    "adverb": "a",
    "day": "y",
    "number": "0",
    "determiner": "d",
    "pronoun": "r",
    "relative": "w",
    "subordinator": "s",
    "conjunction": "c",
    "preposition": "i",
    "postposed": "i",
    "auxiliary": "x",
    "modal": "m",
    "contracted_subject": "h",
}
"""Word class to its one-letter tag; a later class overrides an earlier one for the same word."""

_LANGUAGES = frozenset({"en", "es"})
_SOUGHT = frozenset({"enduring", "minded", "numbering"})
"""The small classes whose words are sought in every report."""
_SIGNS = {",": ",", ".": ".", "!": ".", "?": ".", "…": ".", ";": ";", ":": ":", "(": "(", ")": ")"}
_SIGNS |= {"[": "(", "]": ")", "—": ";", "–": ";", "―": ";", "&": "n", "'": "'", "%": "n", "$": "n", "€": "n"}


_ENDINGS = {
    "en": (("ed", "t"), ("ing", "g"), ("ly", "a")),
    "es": (
        ("mente", "a"),
        *((ending, "g") for ending in ("ando", "iendo", "yendo")),
        *(
            (ending, "v")
            for ending in ("ó", "aron", "ieron", "aba", "aban", "ía", "ían", "ará", "arán", "erá", "irá")
        ),
    ),
}
"""By language: how words that no list holds end, and the tag that each ending gives."""


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language that has the lexicons `attributions` and `wordclasses`; others read as English."""
    language = language if language in _LANGUAGES else "en"
    table = lexicon(language, "attributions")
    verbs = _verbs(table, language)
    nouns = frozenset(form for noun in table["nouns"] for form in _numbers(noun))
    topics = {form: frozenset(led) for noun, led in table["topics"].items() for form in _numbers(noun)}
    return Vocabulary(
        language=language,
        verbs=lasting(verbs),
        quoting_forms=frozenset(form for form, verb in verbs.items() if verb.groups & Group.QUOTING),
        tags=_tags(lexicon(language, "wordclasses")),
        particles=frozenset(table["particles"]),
        nouns=nouns,
        topics=topics,
        holding=lasting(nouns.union(topics)),
        endings=_ENDINGS[language],
        according=lasting(_phrases(table["according"])),
        goes_on=frozenset(table["goes_on"]),
        unnamed_heads=frozenset(table["unnamed_heads"]),
        hearers=frozenset(table["hearers"]),
        person_nouns=frozenset(table["person_nouns"]),
        group_nouns=frozenset(table["group_nouns"]),
        titles=frozenset(table["titles"]),
        female_titles=frozenset(table["female_titles"]),
        male_titles=frozenset(table["male_titles"]),
        outlets=frozenset(name.lower() for name in table["outlets"]),
        plain=frozenset(lexicon(language, "wordclasses").get("present", ())),
        callings=frozenset(verbs) & frozenset(table["person_nouns"]),
        outlet_endings=frozenset(table["outlet_endings"]),
        outlet_nouns=frozenset(table["outlet_nouns"]),
        media=dict(table["media"]),
        documents=frozenset(table["documents"]),
        grounds=frozenset(table["grounds"]),
        alike={office: tuple(others) for office, others in table["alike"].items()},
        otherwise=_pairs(table["closed"]["otherwise"]),
        closed=Closed(
            **{name: _closed(name, words) for name, words in table["closed"].items() if name != "otherwise"}
        ),
        met={},
    )


def _pairs(phrases: Iterable[str]) -> dict[str, list[str]]:
    """The first words of phrases of two to their second ones."""
    made: dict[str, list[str]] = {}
    for first, second in map(str.split, phrases):
        made.setdefault(first, []).append(second)
    return made


def _closed(name: str, words: Iterable[str]) -> frozenset[str]:
    held = frozenset(words)
    return lasting(held) if name in _SOUGHT else held


def _verbs(table: Table, language: str) -> dict[str, Verb]:
    inflect = spanish if language == "es" else english
    groups: dict[str, int] = {}
    for name, group in _GROUPS.items():
        for lemma in table[name]:
            groups[lemma] = groups.get(lemma, 0) | group
    made: dict[str, Verb] = {}
    for lemma, mine in groups.items():
        particles = tuple([words.split() for words in table["particle_verbs"].get(lemma, ())])
        for form, kind in inflect(lemma, tuple(table["irregular"].get(lemma, ()))):
            known = made.get(form)
            if known is None:
                made[form] = Verb(lemma, mine, kind, particles)
            elif known.lemma == lemma:
                made[form] = Verb(lemma, mine, known.form | kind, particles)
    return made


def _numbers(noun: str) -> tuple[str, ...]:
    """A noun in the singular and in the plural.

    >>> _numbers("worry"), _numbers("afirmación")
    (('worry', 'worries'), ('afirmación', 'afirmaciones'))
    """
    if noun.endswith("ión"):
        return (noun, f"{noun[:-3]}iones")
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return (noun, f"{noun[:-1]}ies")
    return (noun, f"{noun}s", f"{noun}es")


def _tags(classes: Table) -> dict[str, str]:
    tags = dict(_SIGNS)
    for name, tag in _TAGS.items():
        tags.update(dict.fromkeys(classes.get(name, ()), tag))
    if "to" in tags:
        tags["to"] = "o"
    return tags


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word to the phrases that start with it, longest first."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        split = tuple(phrase.split())
        made.setdefault(split[0], []).append(split)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in made.items()}
