"""Pack properties: which question a number answers, by its noun, the words near it, and what it is said of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from habeas.claim.dimensions import answers
from habeas.claim.stems import stem
from habeas.claim.topics import Topic
from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import EntityType, Token
from habeas.model.pack import Pack, Property

__all__ = ["Answer", "Asked", "Number", "asked", "choose"]

_ANY_PERSON = "people"
_OPEN = (None, EntityType.GROUP)
"""Types of a topic that is no obstacle to a property of a place: unknown, or the people counted themselves."""
_NOWHERE = 1.0
"""Taken from the fit of a property whose kind of thing the report does not name ("41 people died in custody")."""
_GOVERNS = 1.5
"""What a trigger gains that is the number's own verb: "41 people died in custody" tells of deaths."""
_TELLING = 2.0
"""What a trigger must be worth to be believed of a body that is not known to be a facility: two words, or the verb."""
_BARE = 1.2
"""What a trigger must be worth to give a bare number its question."""
_TAKEN = 0.5
"""What is left of a trigger's worth where another number stands nearer to it."""
_PASSING = frozenset({"organisation", "other"})
"""What a facility that the report never calls one ("Fort Bliss") can pass for; a country cannot."""
_DIVIDE = 3
_FAR = 14
"""Words between a trigger and a number beyond which the trigger says nothing about the number."""


@dataclass(frozen=True, slots=True)
class _Entry:
    property: Property
    on: frozenset[str]
    counted: frozenset[str]
    persons: bool
    passing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """The properties of a pack in one language, laid out by the first stem of their triggers and by unit.

    A trigger is its stems, the index of its property, and whether only the plural meets it ("lives" is not "live").
    """

    language: str
    entries: tuple[_Entry, ...]
    triggers: dict[str, tuple[tuple[tuple[str, ...], int, bool], ...]]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a property sees it: the tokens of its clause, where in them the number stands (`at`) and its
    noun ends (`noun_end`), the noun folded, what it measures, the topics of its sentence, and `before()`, which
    gives those of earlier sentences (asked only when the sentence names nothing of the right type). `speakers` are
    those who give the number: it is not about them. `verb` is the place of the verb that governs it,
    `named` are the places of words in names, which trigger nothing; `whole` says that it is no fraction."""

    tokens: tuple[Token, ...]
    at: tuple[int, int]
    noun_end: int
    noun: str | None
    measured: str
    near: tuple[Topic, ...]
    before: Callable[[], Iterable[Topic]]
    speakers: frozenset[str] = frozenset()
    verb: int | None = None
    named: frozenset[int] = frozenset()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """The property that a number answers, what it is said of, and how well the words fit (about 1 to 5)."""

    property: Property
    topic: Topic | None
    fit: float


def asked(pack: Pack, language: str) -> Asked:
    """The properties of `pack` for reports in `language`, made once for each pack that is in use."""
    code = "es" if language.startswith("es") else "en"
    held = _MADE.get((id(pack), code))
    if held is None or held[0] is not pack:
        held = (pack, _compile(pack, code))
        _MADE[id(pack), code] = held
    return held[1]


_MADE: dict[tuple[int, str], tuple[Pack, Asked]] = {}


def _compile(pack: Pack, language: str) -> Asked:
    entries: list[_Entry] = []
    triggers: dict[str, list[tuple[tuple[str, ...], int, bool]]] = {}
    for found in pack.properties:
        if found.language != language:
            continue
        index = len(entries)
        counted = frozenset(_stems(c, language)[-1] for c in found.counted if c != _ANY_PERSON)
        types = _types(pack, found.on)
        passing = _PASSING - types if "facility" in types else frozenset()
        entries.append(_Entry(found, types | passing, counted, _ANY_PERSON in found.counted, passing))
        for trigger in found.triggers:
            stems = _stems(trigger, language)
            plural = trigger in found.counted and trigger.endswith("s")
            triggers.setdefault(stems[0], []).append((stems, index, plural))
    return Asked(language, tuple(entries), {first: tuple(rest) for first, rest in triggers.items()})


def _stems(words: str, language: str) -> tuple[str, ...]:
    return tuple(stem(w, language) for w in words.lower().replace("-", " ").split())


def _types(pack: Pack, on: tuple[str, ...]) -> frozenset[str]:
    """Entity types that a property can be said of: `on` names things of the pack, scopes or entity types."""
    known = {t.value for t in EntityType}
    found = {"place" if name == "country" else name for name in on}
    for thing in pack.things:
        if thing.id in on or (thing.scope and thing.scope in on):
            found.add(thing.entity)
    return frozenset(found & known)


def choose(held: Asked, words: Vocabulary, number: Number) -> Answer | None:
    """The best-fitting property for a number, None where none fits."""
    hits = _triggered(held, words, number)
    best: Answer | None = None
    for index, entry in enumerate(held.entries):
        if not answers(entry.property.unit, number.measured):
            continue
        fit = _fit(held, words, entry, number, hits.get(index))
        if fit is None or (best is not None and fit <= best.fit):
            continue
        topic = _topic(entry, number)
        if _guessed(entry, topic, hits.get(index)):
            continue
        if topic is None and entry.on:
            if index not in hits:
                continue
            fit -= _NOWHERE
        fit -= _doubt(entry, topic)
        if best is None or fit > best.fit:
            best = Answer(entry.property, topic, fit)
    return best


def _guessed(entry: _Entry, topic: Topic | None, trigger: float | None) -> bool:
    """Whether a body merely passes for a facility and one loose word, not the number's verb, is all that says so."""
    passing = topic is not None and topic.type is not None and topic.type.value in entry.passing
    return passing and trigger is not None and trigger < _TELLING


def _doubt(entry: _Entry, topic: Topic | None) -> float:
    """What is taken from the fit of a property of one type of thing when its topic is far or of unknown type."""
    if not entry.on or topic is None:
        return 0.0
    return 0.5 if topic.type in _OPEN else 0.4 * topic.rank


def _triggered(held: Asked, words: Vocabulary, number: Number) -> dict[int, float]:
    """For each property the worth of its best trigger: long and near ones are worth more.

    A word that only describes the counted noun ("three convicted felons") triggers nothing; the noun itself does.
    """
    stems = [stem(t.lower, held.language) for t in number.tokens]
    described = range(number.at[1], number.noun_end - 1)
    worth: dict[int, float] = {}
    for position, head in enumerate(stems):
        if position in described or position in number.named:
            continue
        for trigger, index, plural in held.triggers.get(head, ()):
            end = position + len(trigger)
            if plural and not number.tokens[position].lower.endswith("s"):
                continue
            if len(trigger) > 1 and tuple(stems[position:end]) != trigger:
                continue
            far = _distance(words, number, position, end)
            if far <= _FAR:
                value = 0.8 * len(trigger) + 1.2 / (1 + far / 3)
                if _other_number(words, number, position, end):
                    value *= _TAKEN
                if _governs(number, position, end):
                    value += _GOVERNS
                worth[index] = max(worth.get(index, 0.0), value)
    return worth


def _governs(number: Number, start: int, end: int) -> bool:
    """Whether the trigger is the number's own verb, with no comma between."""
    if number.verb is None or not start <= number.verb < end:
        return False
    first, last = number.at[0], max(number.at[1], number.noun_end)
    return all(
        t.lower != "," for t in (number.tokens[end:first] if end <= first else number.tokens[last:start])
    )


def _distance(words: Vocabulary, number: Number, start: int, end: int) -> int:
    """Words between a trigger and the number; a comma or "and" between them counts for several."""
    first, last = number.at[0], max(number.at[1], number.noun_end)
    between = number.tokens[end:first] if end <= first else number.tokens[last:start]
    return len(between) + _DIVIDE * sum(1 for t in between if t.lower == "," or t.lower in words.joiners)


def _other_number(words: Vocabulary, number: Number, start: int, end: int) -> bool:
    """Whether a divider and another number stand between: the trigger then speaks of that one first
    ("can hold 500 people, with as many as 12 in a cell")."""
    first, last = number.at[0], max(number.at[1], number.noun_end)
    between = [t.lower for t in (number.tokens[end:first] if end <= first else number.tokens[last:start])]
    divided = any(w in (",", ";") or w in words.joiners for w in between)
    return divided and any(w[0].isdigit() for w in between)


def _fit(
    held: Asked, words: Vocabulary, entry: _Entry, number: Number, trigger: float | None
) -> float | None:
    """How well noun and trigger fit, None when one that is needed is missing."""
    if entry.property.triggers and trigger is None:
        return None
    counts = entry.persons or entry.counted
    if not counts or number.measured != "count":
        return 1.0 + (trigger or 0.0)
    if number.noun is None:
        return trigger if _stands_bare(held, entry, number, trigger) else None
    if not number.whole and entry.persons:
        return None
    last = number.noun.split()[-1]
    if stem(last, held.language) in entry.counted:
        return 1.5 + (trigger or 0.0)
    if entry.persons and last in words.persons:
        return 0.8 + (trigger or 0.0)
    return None


def _stands_bare(held: Asked, entry: _Entry, number: Number, trigger: float | None) -> bool:
    """Whether a number without a noun can answer: people are left unsaid beside a near trigger ("killed 12"), things
    only where their noun stands in the clause ("of the homes 20 collapsed")."""
    if entry.persons and number.whole and (trigger is None or trigger >= _BARE):
        return True
    return any(stem(t.lower, held.language) in entry.counted for t in number.tokens)


def _topic(entry: _Entry, number: Number) -> Topic | None:
    """The likeliest topic that the property can be said of."""
    if number.measured == "age":
        return _aged(number)
    if not entry.on:
        return number.near[0] if number.near else None
    for topic in number.near:
        gives = topic.name in number.speakers and topic.rank > 1
        if topic.type is not None and topic.type.value in entry.on and not gives:
            return _named(topic, number) if topic.described else topic
    before = [
        t
        for t in number.before()
        if t.type is not None and t.type.value in entry.on and t.name not in number.speakers
    ]
    # A body named before may be a place or the one who counts: a place is the surer answer.
    sure = (t for t in before if t.type in (EntityType.PLACE, EntityType.FACILITY))
    return next(sure, None) or next(
        iter(before), next((t for t in number.near if t.type in _OPEN and t.rank <= 1), None)
    )


def _aged(number: Number) -> Topic | None:
    """Whose age it is: the likeliest topic that is no place or body, else the person named latest before."""
    here = next((t for t in number.near if t.type in (*_OPEN, EntityType.PERSON)), None)
    return here or next((t for t in number.before() if t.type is EntityType.PERSON), None)


def _named(topic: Topic, number: Number) -> Topic:
    """What words such as "the jail" stand for: the latest thing of their type that the report names before."""
    for known in number.before():
        if known.type is topic.type and not known.described:
            return Topic(known.name, known.type, topic.rank)
    return topic
