"""Pack properties: which question a number answers, by its noun, the words near it, and what it is said of."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.asked import Asked, Entry, Number, asked
from habeas.claim.dimensions import answers
from habeas.claim.topics import Topic
from habeas.claim.triggers import Hit, triggered
from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import EntityType
from habeas.model.pack import Property

__all__ = ["Answer", "Asked", "Number", "asked", "choose"]

_OPEN = (None, EntityType.GROUP)
"""Types of a topic that is no obstacle to a property of a place: unknown, or the people counted themselves."""
_UNTYPED = (None, EntityType.OTHER)
_BODIES = (EntityType.ORGANISATION, EntityType.OTHER)
"""Types of what only passes for a place: a body that tells of an attack is not where it killed."""
_HOLDING = frozenset({EntityType.FACILITY.value, *(kind.value for kind in _BODIES)})
"""Types of what can hold people, or pass for it."""
_ELSEWHERE = 2
"""Rank from which a topic stands outside the number's own clause, or beside it by chance."""
_NOWHERE = 1.0
"""Taken from the fit of a property whose kind of thing the report does not name ("41 people died in custody")."""
_TELLING = 2.0
"""What a trigger must be worth to be believed of a body that is not known to be a facility: two words, or the verb."""
_SHORT = 3
"""Letters of a word in "-s" that is hardly a plural: "as", "his"."""
_BARE = 1.2
"""What a trigger must be worth to give a bare number its question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The property that a number answers, what it is said of, and how well the words fit (about 1 to 5)."""

    property: Property
    topic: Topic | None
    fit: float


def choose(held: Asked, words: Vocabulary, number: Number) -> Answer | None:
    """The best-fitting property for a number, None where none fits."""
    stems = [held.stem(token.lower) for token in number.tokens]
    hits = triggered(held, words, number, stems)
    best: Answer | None = None
    for index in sorted(held.untriggered.union(hits)):
        entry = held.entries[index]
        if not answers(entry.property.unit, number.measured):
            continue
        hit = hits.get(index)
        keeping = hit is not None and entry.on and entry.persons
        loose = keeping and hit is not None and hit.sure <= _TELLING and _keeps(words, number)
        if loose and not _suffers(held, words, index, number):
            continue
        if keeping and hit is not None and hit.weak and _busy(words, number):
            continue
        if (
            hit is not None
            and entry.persons
            and (_does(held, words, index, number) or _willing(held, words, index, number))
        ):
            continue
        worth = hit.worth if hit is not None else None
        fit = _fit(held, words, entry, number, worth, stems)
        if fit is None or (best is not None and fit <= best.fit):
            continue
        topic = _topic(entry, number)
        if entry.property.causes and _acts(held, index, number):
            topic = _cause(number, topic) or topic
        if _guessed(entry, topic, hit) or _stray(entry, topic, hit, number):
            continue
        if topic is None and entry.on:
            if hit is None:
                continue
            fit -= _NOWHERE
        fit -= _doubt(entry, topic)
        if best is None or fit > best.fit:
            best = Answer(entry.property, topic, fit)
    return best


def _keeps(words: Vocabulary, number: Number) -> bool:
    """Whether those counted work at a place, so that a loose word does not make them be held there: "five officers"."""
    return number.noun is not None and number.noun.rpartition(" ")[2] in words.keepers


def _suffers(held: Asked, words: Vocabulary, index: int, number: Number) -> bool:
    """Whether the verb of those counted tells what the property does: "five officers are [detained] in the camp"."""
    stem = held.stem(_main_verb(words, number))
    return any(trigger.index == index for trigger in held.triggers.get(stem, ()))


def _busy(words: Vocabulary, number: Number) -> bool:
    """Whether those counted are told of for what they do, so that a loose word does not make them be somewhere only: "300
    inmates in two prisons [refused] meals"."""
    word = _main_verb(words, number)
    return words.finite(word, "") and word not in words.resting


def _willing(held: Asked, words: Vocabulary, index: int, number: Number) -> bool:
    """Whether those counted only agree or refuse to what the property tells: "171 have agreed to return"."""
    word = _main_verb(words, number)
    if word not in words.willing:
        return False
    return not any(trigger.index == index for trigger in held.triggers.get(held.stem(word), ()))


def _main_verb(words: Vocabulary, number: Number) -> str:
    """The verb of which those counted are the subject, behind its auxiliaries and adverbs; "" where there is none."""
    verb, tokens = number.verb, number.tokens
    if verb is None or verb < number.at[1]:
        return ""
    while verb < len(tokens) and (
        tokens[verb].lower in words.auxiliaries or tokens[verb].lower in words.adverbs
    ):
        verb += 1
    return tokens[verb].lower if verb < len(tokens) else ""


def _does(held: Asked, words: Vocabulary, index: int, number: Number) -> bool:
    """Whether those counted are the ones who did to somebody else what the property tells: "12 soldiers arrested the
    mayor"."""
    verb, tokens = number.verb, number.tokens
    if verb is None or not number.at[1] <= verb < len(tokens) - 1:
        return False
    if tokens[verb - 1].lower in words.auxiliaries or tokens[verb - 1].lower in words.adverbs:
        return False
    done = held.stem(tokens[verb].lower)
    if not any(trigger.index == index for trigger in held.triggers.get(done, ())):
        return False
    following = tokens[verb + 1].lower
    if following in words.particles:
        return True  # "two children held up a sign"
    thing = following.endswith("s") and len(following) > _SHORT and not words.finite(following, "")
    return following in words.articles or following in words.persons or thing


def _guessed(entry: Entry, topic: Topic | None, hit: Hit | None) -> bool:
    """Whether a body merely passes for a facility and one loose word, not the number's verb, is all that says so; a body
    known as an organisation ("the UN has said that there are 6") needs more than weak words."""
    passing = topic is not None and topic.type is not None and topic.type.value in entry.passing
    if not passing or topic is None:
        return False
    if hit is not None and hit.weak and topic.type is EntityType.ORGANISATION:
        return True
    return (hit.worth if hit is not None else 0.0) < _TELLING


def _stray(entry: Entry, topic: Topic | None, hit: Hit | None, number: Number) -> bool:
    """Whether nothing near the number shows that it belongs to the property's subject: its trigger is weak (or it has
    none) or its topic may not be of the right kind, and no word of `beside` is near."""
    if not entry.beside:
        return False
    known = topic is not None and topic.type is not None and topic.type.value in entry.on - entry.passing
    sure = (hit is not None and not hit.weak and (known or not entry.on)) or (hit is None and known)
    return not sure and entry.beside.isdisjoint(number.around())


def _doubt(entry: Entry, topic: Topic | None) -> float:
    """What is taken from the fit of a property of one type of thing when its topic is far or of unknown type."""
    if not entry.on or topic is None:
        return 0.0
    return 0.5 if topic.type in _OPEN else 0.4 * topic.rank


def _fit(
    held: Asked, words: Vocabulary, entry: Entry, number: Number, trigger: float | None, stems: list[str]
) -> float | None:
    """How well noun and trigger fit, None when one that is needed is missing; `stems` are those of the number's words."""
    if (entry.property.triggers or entry.property.weak) and trigger is None:
        return None
    counts = entry.persons or entry.counted
    if not counts or number.measured != "count":
        return 1.0 + (trigger or 0.0)
    if number.noun is None and entry.persons and not number.whole:
        return None
    if number.noun is None:
        return trigger if _stands_bare(entry, number, trigger, stems) else None
    if not number.whole and entry.persons:
        return None
    last = number.noun.rpartition(" ")[2]
    if held.stem(last) in entry.counted:
        return 1.5 + (trigger or 0.0)
    governed = (trigger or 0.0) > _TELLING and last.endswith(words.person_endings)  # "arrested 39 poachers"
    if entry.persons and (last in words.persons or governed):
        return 0.8 + (trigger or 0.0)
    return None


def _stands_bare(entry: Entry, number: Number, trigger: float | None, stems: list[str]) -> bool:
    """Whether a number without a noun can answer: people are left unsaid beside a near trigger ("killed 12"), things
    only where their noun stands in the clause ("of the homes 20 collapsed")."""
    if entry.persons and number.whole and (trigger is None or trigger >= _BARE):
        return True
    leads = number.verb is not None and number.verb >= number.at[1]
    # "8,718 have only small violations": what they have is not what they are.
    return not entry.counted.isdisjoint(stems[: number.verb] if leads else stems)


def _topic(entry: Entry, number: Number) -> Topic | None:
    """The likeliest topic that the property can be said of."""
    if number.measured == "age":
        return _aged(number)
    if not entry.on:
        return number.near[0] if number.near else None
    for topic in number.near:
        gives = topic.name in number.speakers and topic.rank > 1
        gives = gives or (
            topic.rank >= _ELSEWHERE and topic.type is not None and topic.type.value in entry.passing
        )
        if topic.type is not None and topic.type.value in entry.on and not gives:
            return _named(topic, number) if topic.described else topic
    before = [
        t
        for t in number.before()
        if t.type is not None and t.type.value in entry.on - entry.passing and t.name not in number.speakers
    ]
    # A body named before may be a place or the one who counts: a place is the surer answer.
    sure = (t for t in before if t.type in (EntityType.PLACE, EntityType.FACILITY))
    return next(sure, None) or next(
        iter(before), next((t for t in number.near if t.type in _OPEN and t.rank <= 1), None)
    )


def _acts(held: Asked, index: int, number: Number) -> bool:
    """Whether the number's own verb is a trigger of the property ("killed 40")."""
    if number.verb is None or not 0 <= number.verb < number.at[0]:
        return False
    verb = held.stem(number.tokens[number.verb].lower)
    return any(trigger.index == index for trigger in held.triggers.get(verb, ()))


def _cause(number: Number, found: Topic | None) -> Topic | None:
    """What brought the numbers about, where no place named in the clause answers: the doer of the verb."""
    if found is not None and found.rank < _ELSEWHERE and found.type not in _BODIES:
        return None
    doer = next(iter(number.near), None)
    if doer is None or doer.rank > 0 or doer.type not in _UNTYPED or doer.name in number.speakers:
        return None
    return doer


def _aged(number: Number) -> Topic | None:
    """Whose age it is: the likeliest topic that is no place or body, else the person named latest before."""
    here = next((t for t in number.near if t.type in _OPEN or t.type is EntityType.PERSON), None)
    return here or next((t for t in number.before() if t.type is EntityType.PERSON), None)


def _named(topic: Topic, number: Number) -> Topic:
    """What words such as "the jail" stand for: the latest thing of their type that the report names before. Words
    with a name in them ("Orly jail") and words of several ("the jails") stand for themselves."""
    if topic.several or any(word[0].isupper() for word in topic.name.split()):
        return topic
    for known in number.before():
        if known.type is topic.type and not known.described:
            return Topic(known.name, known.type, topic.rank)
    return topic
