"""Triggers: the words around a number that give it its question, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.asked import Asked, Number, Trigger
from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import Token

__all__ = ["Hit", "triggered"]

_GOVERNS = 1.5
"""What a trigger gains that is the number's own verb: "41 people died in custody" tells of deaths."""
_SAID_OF = 3.5
"""What a trigger is worth that is the noun a bare number is said of."""
_TAKEN = 0.5
"""What is left of a trigger's worth where another number stands nearer to it."""
_PERSONAL = frozenset({"a"})
"""The Spanish preposition before people who are an object ("alberga a 90")."""
_AGENT = frozenset({"by", "por"})
_DIVIDE = 3
_BOUND = 4
"""Words of the bound of a number, and the number: "less than 900"."""
_FAR = 14
"""Words between a trigger and a number beyond which the trigger says nothing about the number."""


@dataclass(frozen=True, slots=True)
class Hit:
    """The worth of a property's best trigger, whether it is weak (true only beside other words of the subject), and the
    worth of the best that is not (0 where none is)."""

    worth: float
    weak: bool
    sure: float = 0.0


def triggered(held: Asked, words: Vocabulary, number: Number, stems: list[str]) -> dict[int, Hit]:
    """For each property its best trigger: long and near ones are worth more, and beside any other a weak one is sure.
    `stems` are those of the number's words.

    A word that only describes the counted noun ("three convicted felons") triggers nothing; the noun itself does.
    """
    first, last = number.at[1], number.noun_end - 1
    found = _of_subject(held, words, number)
    for position, head in enumerate(stems):
        if first <= position < last or position in number.named:
            continue
        for trigger in held.triggers.get(head, ()):
            if not _stands(held, words, number, trigger, stems, position):
                continue
            end = position + len(trigger.stems)
            worth = _worth(words, number, position, end)
            if not trigger.weak and (
                _leads_to(words, number, end) or (trigger.side > 0 and end == number.opens)
            ):
                worth += _GOVERNS  # "the deaths of [three] children in custody", "pay a fine of [$90]"
            known = found.get(trigger.index)
            if worth > 0:
                sure = 0.0 if trigger.weak else worth
                hit = Hit(worth, trigger.weak, sure)
                if known is not None:
                    hit = Hit(max(worth, known.worth), trigger.weak and known.weak, max(sure, known.sure))
                found[trigger.index] = hit
    return found


def _leads_to(words: Vocabulary, number: Number, end: int) -> bool:
    """Whether only "of" stands between a trigger and an amount of money or of time: "a fine of $90", "a jail term of six months"."""
    linked = number.measured in ("money", "duration") and end + 1 == number.opens
    return linked and number.tokens[end].lower in words.partitive


def _of_subject(held: Asked, words: Vocabulary, number: Number) -> dict[int, Hit]:
    """What the noun that a bare number is said of asks: "[Deaths] in custody rose to 120", "The [toll], put at 19, is 27"."""
    if number.noun is not None or number.measured != "count" or not number.near:
        return {}
    topic = number.near[0]
    if topic.rank or not topic.described:
        return {}
    parts = topic.name.lower().split()
    end = next((i for i, word in enumerate(parts) if word in words.prepositions), len(parts))
    head = held.stem(parts[end - 1]) if end else ""
    word, entries = (parts[end - 1] if end else ""), held.entries
    return {
        t.index: Hit(_SAID_OF, False, _SAID_OF)
        for t in held.triggers.get(head, ())
        if len(t.stems) == 1
        and word.endswith(t.ending)
        and entries[t.index].persons
        and not t.side
        and head in entries[t.index].counted
    }


def _stands(
    held: Asked, words: Vocabulary, number: Number, trigger: Trigger, stems: list[str], position: int
) -> bool:
    """Whether the trigger stands at `position`, in its form and on its side, and counts nothing else there."""
    end = position + len(trigger.stems)
    if not number.tokens[position].lower.endswith(trigger.ending):
        return False
    before = number.tokens[position - 1].lower if position > 0 else ""
    if (before in words.nearing and not trigger.side) or before in words.without:
        return False
    if end - position > 1 and (
        end > len(stems)
        or stems[position + 1] != trigger.stems[1]
        or tuple(stems[position:end]) != trigger.stems
    ):
        return False
    if trigger.side and (end <= number.at[0]) != (trigger.side > 0):
        return False
    if trigger.side and trigger.weak and _divided(words, number, position, end):
        return False
    if position >= number.noun_end and _of_another(words, number, end):
        return False
    entry = held.entries[trigger.index]
    if entry.persons and (
        _agents(number, end)
        or _apart(words, number, position)
        or _elsewhere(words, number, position)
        or _outer(words, number, position)
        or _theirs(words, number)
    ):
        return False
    if number.noun is None and entry.persons and _led(words, number, end):
        return False
    if stems[position] not in entry.counted:
        return True
    return not (_counted(number, position) or _counts_on(words, number, position))


def _of_another(words: Vocabulary, number: Number, end: int) -> bool:
    """Whether a trigger behind the number leads to a number of its own: "2,000 men are in a camp [built for] less than 900"."""
    tokens = number.tokens
    if tokens[end - 1].lower not in words.prepositions:
        return False
    for at in range(end, min(len(tokens), end + _BOUND)):
        word = tokens[at].lower
        if word[0].isdigit():
            return True
        bound = word in words.increments or word in words.comparing or word in words.adverbs
        if not (bound or word in words.prepositions):
            return False
    return False


def _divided(words: Vocabulary, number: Number, start: int, end: int) -> bool:
    """Whether a comma or "and" stands between a trigger and the number."""
    return any(t.lower == "," or t.lower in words.joiners for t in _between(number, start, end))


def _between(number: Number, start: int, end: int) -> tuple[Token, ...]:
    """The words between a trigger at `[start, end)` and the number with its noun."""
    first, last = number.at[0], max(number.at[1], number.noun_end)
    return number.tokens[end:first] if end <= first else number.tokens[last:start]


def _agents(number: Number, end: int) -> bool:
    """Whether the number is of those who do what the trigger tells ("beaten by two men")."""
    return end == number.opens - 1 and number.tokens[end].lower in _AGENT


def _apart(words: Vocabulary, number: Number, position: int) -> bool:
    """Whether the trigger is told of someone else: "one man said she was beaten"."""
    last = max(number.at[1], number.noun_end)
    return any(t.lower in words.personal for t in number.tokens[last:position])


def _elsewhere(words: Vocabulary, number: Number, position: int) -> bool:
    """Whether the trigger tells what happened at a place behind the number: "two owners of a mill where seven died", not
    "20 people at a club where a fire broke out were killed"."""
    tokens, last = number.tokens, max(number.at[1], number.noun_end)
    opened = next((i for i in range(last, position) if tokens[i].lower in words.elsewhere), -1)
    if opened < 0:
        return False
    verbs, acting = 0, False
    for i in range(opened + 1, position + 1):
        before, acting = acting, words.finite(tokens[i].lower, tokens[i - 1].lower)
        verbs += acting and not before
    return verbs <= 1


def _outer(words: Vocabulary, number: Number, position: int) -> bool:
    """Whether the trigger is told by the main clause of those whom a relative clause with the number describes: "three cousins
    who had fled with hundreds of others were killed"."""
    tokens, last = number.tokens, max(number.at[1], number.noun_end)
    if position < last or number.verb is None or number.opens < 2 or number.verb >= number.opens:
        return False
    if tokens[number.opens - 1].lower not in words.prepositions:
        return False
    start = number.verb
    while start > 0 and words.finite(tokens[start].lower, tokens[start - 1].lower):
        start -= 1
    if tokens[start].lower not in words.relatives:
        return False
    return any(words.finite(tokens[i].lower, tokens[i - 1].lower) for i in range(last, position + 1))


def _theirs(words: Vocabulary, number: Number) -> bool:
    """Whether the number is of those whose names, homes or kin are told of: "released the names of the eight men"."""
    at = number.opens - 1
    while at > 0 and number.tokens[at].lower in words.articles:
        at -= 1
    of = at > 0 and number.tokens[at].lower in words.partitive
    return of and number.tokens[at - 1].lower in words.belongings


def _led(words: Vocabulary, number: Number, end: int) -> bool:
    """Whether only a preposition stands between the verb and a number without a noun ("charged with three"): then
    the number is not of the people that the verb is said of."""
    between = number.tokens[end : number.opens]
    governs = number.verb is not None and number.verb == end - 1
    return governs and len(between) == 1 and between[0].lower in words.prepositions - _PERSONAL


def _counted(number: Number, position: int) -> bool:
    """Whether a word is what another number counts ("with 12 deaths to its 800 people")."""
    before = position - 1
    own = number.at[0] <= before < number.noun_end
    return before >= 0 and not own and number.tokens[before].lower[0].isdigit()


def _counts_on(words: Vocabulary, number: Number, position: int) -> bool:
    """Whether a word behind the number leads to a number of its own: "charged 17 men over the deaths of 59 people"."""
    tokens = number.tokens
    return (
        number.at[1] <= position < len(tokens) - 2
        and tokens[position + 1].lower in words.prepositions
        and tokens[position + 2].lower[0].isdigit()
    )


def _worth(words: Vocabulary, number: Number, position: int, end: int) -> float:
    """What a trigger at `[position, end)` is worth to the number, 0 where it is too far from it."""
    far = _distance(words, number, position, end)
    if far > _FAR:
        return 0.0
    value = 0.8 * (end - position) + 1.2 / (1 + far / 3)
    if _other_number(words, number, position, end):
        value *= _TAKEN
    return value + _GOVERNS if _governs(number, position, end) else value


def _governs(number: Number, start: int, end: int) -> bool:
    """Whether the trigger is the number's own verb, with no comma between."""
    if number.verb is None or not start <= number.verb < end:
        return False
    return all(t.lower != "," for t in _between(number, start, end))


def _distance(words: Vocabulary, number: Number, start: int, end: int) -> int:
    """Words between a trigger and the number; a comma or "and" between them counts for several."""
    between = _between(number, start, end)
    return len(between) + _DIVIDE * sum(1 for t in between if t.lower == "," or t.lower in words.joiners)


def _other_number(words: Vocabulary, number: Number, start: int, end: int) -> bool:
    """Whether a divider and another number stand between: the trigger then speaks of that one first
    ("can hold 500 people, with as many as 12 in a cell")."""
    between = [t.lower for t in _between(number, start, end)]
    divided = any(w in (",", ";") or w in words.joiners for w in between)
    return divided and any(w[0].isdigit() for w in between)
