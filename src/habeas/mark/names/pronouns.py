"""Whom "he" or "she" means: the best placed person of the gender, else nobody."""

from __future__ import annotations

from math import inf

from habeas.mark.names.salience import NEAR_PLACE, SURE_PLACE, acts_on, weight
from habeas.mark.names.strangers import quotation_before, stranger_between, stranger_opens
from habeas.mark.names.trail import Reference, Trail
from habeas.model.marks import MentionForm

__all__ = ["pronoun"]

_FAR_PRONOUN = 110
"""How many tokens back an antecedent may be: some five sentences."""
_LOGGED = 120
"""Names before a quotation among which its speaker is sought."""
_APPOSED = 5
"""Tokens from a name to the comma behind it: "Luis Vera, [his] lawyer, said"."""
_KIN = 4
"""Tokens between a name and the word for kin that tells whose they are."""
_PHRASE = 5
"""Words from "a" to the noun for what somebody is said to be."""
_BESIDE = 1
"""Sentences back in which those are named to whom something is done."""
_UNNAMED = 60
"""Tokens back in which somebody without a name is sought."""


def pronoun(trail: Trail, at: int) -> Reference | None:
    """The best placed person of the pronoun's gender; one whose gender nothing shows when no other is better placed.

    Nobody, where two whose gender nothing shows are placed alike.
    """
    gender = trail.reader.words.pronouns[trail.reader.seen.low[at]]
    placed = _placed(trail, at, gender)
    if not placed or _is_of_nobody_named(trail, at, max([trail.seen[e] for e in placed]), gender):
        return None
    best = _best(placed, trail.seen)
    other = _undergoing(trail, at, placed, best)
    if other is not None:
        return Reference(at, at, other, MentionForm.PRONOUN)
    if trail.drafts[best].gender is None:
        rival = max([value for entity, value in placed.items() if entity != best], default=-inf)
        if rival > -inf and (placed[best] < SURE_PLACE or placed[best] - rival < NEAR_PLACE):
            return None
        trail.drafts[best].gender = gender
    return Reference(at, at, best, MentionForm.PRONOUN)


def _best(placed: dict[int, float], seen: dict[int, int]) -> int:
    """The best placed of them; of equals the one seen last."""
    best = -1
    for entity, value in placed.items():
        if best < 0 or value > placed[best] or (value == placed[best] and seen[entity] > seen[best]):
            best = entity
    return best


def _undergoing(trail: Trail, at: int, placed: dict[int, float], best: int) -> int | None:
    """Who else is meant where something is done to "he", and the best placed speaks by an office or for their kin: "The minister,
    Luis Vera, said Omar Diallo stole it. He was arrested" is not of the minister. It is the last one named before who does
    neither."""
    if trail.reader.seen.low[at] not in trail.reader.words.subjects or not _speaks_for_others(trail, best):
        return None
    if not _is_done_to(trail, at + 1):
        return None
    here = trail.turns[at]
    near = [
        e for e in placed if not _speaks_for_others(trail, e) and here - trail.turns[trail.seen[e]] <= _BESIDE
    ]
    return max(near, key=lambda e: trail.seen[e], default=None)


def _is_done_to(trail: Trail, k: int) -> bool:
    """Whether what stands from token `k` on is done to somebody, or said of who is dealt with: "was later deported", "is a
    gang member"."""
    low, unnamed = trail.reader.seen.low, trail.reader.words.unnamed
    first = k
    while k < len(low) - 1 and low[k] in unnamed.undergoing:
        k += 1
    if unnamed.passive.isdisjoint(low[first:k]):
        return False  # "he has held"
    kind = low[k] in trail.reader.words.indefinite and not unnamed.suspected.isdisjoint(
        low[k + 1 : k + _PHRASE]
    )
    return low[k] in unnamed.undergone or kind


def _speaks_for_others(trail: Trail, entity: int) -> bool:
    """Whether somebody holds an office, or is told of as kin: "the minister, Luis Vera", "his brother, Luis Vera"."""
    if trail.drafts[entity].offices:
        return True
    at, low, owning = trail.seen[entity], trail.reader.seen.low, trail.reader.words.unnamed.owning
    near = (i for i in trail.kin if at - _KIN <= i <= at + _KIN and i - 1 != at)
    return any(low[i - 1] in owning for i in near)


def _is_of_nobody_named(trail: Trail, at: int, named: int, gender: str) -> bool:
    """Whether somebody without a name stands between the pronoun at `at` and the names before: "her son, a baker, said
    he", "One of them was shot. He died", "A guard spoke. He said"."""
    low, words, unnamed = trail.reader.seen.low, trail.reader.words, trail.reader.words.unnamed
    floor = max(named, at - _UNNAMED)
    for i in reversed(trail.kin):
        if i <= floor:
            break
        if (
            i < at
            and low[i - 1] in unnamed.owning
            and low[i] not in (unnamed.male, unnamed.female)[gender == "m"]
        ):
            return True
    opened = trail.opens[trail.turns[at] - 1]
    if stranger_between(trail.reader, opened, at, named, gender):
        return True
    for turn in range(trail.turns[at - 1] - 1, -1, -1):
        i = trail.opens[turn]
        if i <= floor:
            break
        one_of = low[i] in unnamed.singled and low[i + 1] in words.of
        if one_of or stranger_opens(trail.reader, i, gender):
            return True
    return False


def _placed(trail: Trail, at: int, gender: str) -> dict[int, float]:
    """How well each person who may be meant by the pronoun at token `at` is placed."""
    opened = quotation_before(trail.reader, at)
    before = at if opened is None else opened
    here = trail.turns[at]
    object_ = trail.reader.seen.low[at] in trail.reader.words.objects
    placed: dict[int, float] = {}
    barred: list[int] = []
    people = trail.people
    for k in range(len(people) - 1, max(-1, len(people) - 1 - _LOGGED), -1):
        spot = people[k]
        if before - spot.at > _FAR_PRONOUN:
            break
        known = trail.drafts[spot.entity].gender
        if spot.at >= before or (known is not None and known != gender):
            if opened is not None and spot.at > opened:
                barred.append(spot.entity)  # whom a quotation names does not speak it
            continue
        if object_ and acts_on(spot, at, here):
            barred.append(spot.entity)
        value = weight(spot, at, here, object_, known is not None)
        held = placed.get(spot.entity)
        if held is None or value > held:
            placed[spot.entity] = value
    if people and _is_apposed(trail, at, people[-1].at):
        barred.append(people[-1].entity)
    for entity in barred:
        placed.pop(entity, None)
    return placed


def _is_apposed(trail: Trail, at: int, named: int) -> bool:
    """Whether a pronoun says whose the one named right before it is: "Luis Vera, [his] lawyer, said"."""
    low = trail.reader.seen.low
    opens = low[at - 1] == "," and low[at] in trail.reader.words.unnamed.owning and at - named <= _APPOSED
    return opens and "," in low[at + 2 : at + _APPOSED]
