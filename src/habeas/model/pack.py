"""Pack: a domain as data. The engine knows none of these words; it reads them from TOML."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "VIEWS",
    "Court",
    "Derivation",
    "Descriptor",
    "Frame",
    "Institution",
    "Law",
    "Pack",
    "PackQuestion",
    "Part",
    "Projected",
    "Property",
    "Provision",
    "Rule",
    "Stage",
    "Thing",
]

VIEWS = (
    "dated rule",
    "encounters",
    "law",
    "measures",
    "movements",
    "sources",
    "standards",
    "statements",
    "terms",
)
"""The layouts of a part that the record knows."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the described system with a page of its own ("facility", "transfer").

    `view`, one of VIEWS, names how the record lays it out; empty: an entry for each subject.
    """

    id: str
    title: str
    gist: str
    view: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A type of subject in the domain and the common nouns that name one ("prison", "jail").

    `entity` is the EntityType it is marked as; `scope` ranks how much it spans ("country", "facility", "cell").
    """

    id: str
    entity: str
    nouns: tuple[str, ...]
    scope: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Property:
    """Something that can be asked of a subject and answered with a value.

    `question` has a {subject} place. `unit` is what its numbers count; `counted` the nouns that a number of this
    property counts ("inmates"), `triggers` the words near it that select it ("capacity", "can hold"),
    `on` the ids of the things it can be said of. `weak` are triggers that many other subjects use ("carry"): they, and
    a subject that is not surely of the right kind, need a word of `beside` near. `functional`: at one moment there is one right answer, so
    different answers conflict; otherwise they add up. `cumulative`: grows with time, so a later larger
    number overtakes an earlier one. `limit`: its number is itself the most there can be, so that "up to 500" and
    "400" exclude each other. `causes`: where no place is named, it is told of what brought it about ("the flood
    killed 40").
    """

    id: str
    label: str
    question: str
    part: str
    unit: str = ""
    on: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    functional: bool = True
    cumulative: bool = False
    causes: bool = False
    limit: bool = False
    weak: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause of some shape claims: trigger words and what they fill.

    `verbs` are lemmas (of "call on" the second word must follow the verb), `nouns` singular nouns that trigger it; `with_words` must (one of them) stand in the clause;
    `subjects` are Thing ids or entity types that the clause's subject must have (empty: any).
    `property` names the claim's property (empty: the verb phrase as written).
    `slots` maps slot names to prepositions, as "to:to|into".
    `kind` is a claim kind, or "none" for words that only carry another claim ("said"); `also` names further
    kinds under which the same clause is claimed (a ruling is an event and a legal fact).
    """

    id: str
    kind: str
    part: str = ""
    property: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    with_words: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    modality: str = ""
    negated: bool = False
    priority: int = 0
    language: str = "en"
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """A statute: names in text, citation, year, what it is about in our own words."""

    id: str
    name: str
    aliases: tuple[str, ...]
    citation: str = ""
    year: int | None = None
    country: str = ""
    gist: str = ""


@dataclass(frozen=True, slots=True)
class Court:
    """A court: names in text, level (higher number overrules lower), country, judges on a full bench."""

    id: str
    name: str
    aliases: tuple[str, ...]
    level: int
    country: str = ""
    bench: int | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """A known agency, organisation, group or facility and the names it goes by."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    public: bool = True
    gist: str = ""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """Nouns that describe a group of people ("alleged gang members"), other `words` that do, and the stance of both."""

    id: str
    nouns: tuple[str, ...]
    stance: str = ""
    words: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a standard that a reported condition can touch: number, subject, gist in our own words."""

    id: str
    standard: str
    number: str
    subject: str
    gist: str
    triggers: tuple[str, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of moving people or things, from the first act to the last: `words` in a claim place it there, a word
    ending in "-" standing for all that begin so. Stages of one `group` concern the same cohort. `carriers` are nouns for
    what carries them in it ("planes")."""

    id: str
    title: str
    group: str
    words: tuple[str, ...]
    language: str = "en"
    carriers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """A figure that a statute itself sets, beside which reported figures are laid: `law` is a Law id, `property` a
    Property id, `role` what the figure does ("threshold", "penalty", "age", "duty")."""

    id: str
    law: str
    citation: str
    property: str
    role: str
    value: int | float
    unit: str
    comparator: str
    gist: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that follows from reported ones: `left` `op` `right` are property ids and one of `/ - *`.

    Where `against` names a property, a claim of it is checked: what it says must be at most (`"<="`), at least
    (`">="`) or equal to (`"="`) the derived figure. `statement` has {left}, {right}, {result} places;
    `percent` shows the result as a share. `below` is the statement for a result under zero, with {result} its size.
    `belied_by` are words in reports that speak against a result under 1. With `monthly` the right figure is a length of time
    and counts its months.
    """

    id: str
    label: str
    part: str
    left: str
    op: str
    right: str
    statement: str
    against: str = ""
    relation: str = ""
    percent: bool = False
    belied_by: tuple[str, ...] = ()
    below: str = ""
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class PackQuestion:
    """A question a reader of this domain asks, and which claims answer it.

    A claim answers if its property is one of `properties`, or if it is of one of `kinds` (any, if empty), holds one of
    `words` and, where `also` is given, one of these too. A word ending in "-" stands for all that begin so; all are
    matched in the claim's own words, folded. Where `about` names things of the pack, words answer only in a claim that is
    told of one of them: of such a subject, or with such a noun, or the name of such a facility, among its words. `{people}` and `{state}` among them stand for all that the
    reports name.
    `label` is what its answers are called on a page. A question with neither properties nor words is answered by nothing.
    """

    id: str
    part: str
    question: str
    properties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A matter on which reports take one of two or three sides: `one`, `other` and `third` are the words of each, a word
    ending in "-" standing for all that begin so; where `also` is given, one of these must stand in the sentence too, and
    none of `unless` ("could face torture"). Longer words of `aside` that hold one of these take no side ("suicide watch").

    With `each` it is asked of every person and building that a sentence names, else once a story. With `turns` a side that
    is denied is the other one ("not locked in"); else what is negated says nothing ("not a murder" is no suicide). With
    `ends` the other side comes after the first one: told by later reports it takes its place ("still held", "sent home").
    """

    id: str
    part: str
    question: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    third: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    each: bool = False
    turns: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Projected:
    """What a parameter of a projection is asked as, and the properties whose claims answer it.

    `id` names the parameter ("capacity", "stock", "payment" ...). `of_place` limits it to claims of the one place
    that is projected; `limit` says that "up to N" means N (a capacity), not anything under it.
    """

    id: str
    question: str
    properties: tuple[str, ...] = ()
    of_place: bool = False
    limit: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """One domain, read from a folder of TOML."""

    name: str
    version: str
    title: str
    parts: tuple[Part, ...] = ()
    things: tuple[Thing, ...] = ()
    properties: tuple[Property, ...] = ()
    frames: tuple[Frame, ...] = ()
    laws: tuple[Law, ...] = ()
    courts: tuple[Court, ...] = ()
    institutions: tuple[Institution, ...] = ()
    descriptors: tuple[Descriptor, ...] = ()
    rules: tuple[Rule, ...] = ()
    questions: tuple[PackQuestion, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    stages: tuple[Stage, ...] = ()
    provisions: tuple[Provision, ...] = ()
    projections: tuple[Projected, ...] = ()
