"""How far one place is from another, by reports that name the same two places under other names ("Varna", "the air base
at Varna")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import MentionForm, QuantityKind
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import rounded, sentence_over
from habeas.reconcile.checks.units import in_base, is_length
from habeas.reconcile.gathering import gathered, of_several, pairs, starting_in
from habeas.reconcile.intervals import Bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, figure_question

__all__ = ["distance_questions", "lead_elsewhere", "lengths_alone"]

NEAR = 90
"""Characters around a distance in which the two places stand."""
PLACES = 2
"""Words of names that two reports share where they tell of one way."""
CONVERTED = 1.06
"""The factor by which one length in two units differs at most, rounded as it is told."""
MOST = 200
"""Distances of one story beyond which only the first are compared."""


def distance_questions(case: Case) -> Iterator[Question]:
    """One question for each way between two places that at least two reports tell the length of."""
    told = [
        c
        for c in case.claims
        if c.kind is Kind.QUANTITY and isinstance(c.value, int | float) and _is_length(c, case)
    ]
    for claims in case.told_by_story(told):
        some = claims[:MOST]
        names = {c.id: _names(c, case) for c in some}
        of_one = partial(_are_of_one, names=names, alone=_alone(some, case), case=case)
        for way in gathered(some, pairs(some, of_one)):
            apart = [(a, b) for a, b in combinations(lengths_alone(way, case), 2) if not _meet((a, b))]
            # Of several things a report tells several lengths.
            if of_several(way) and (_meet(way) or any(of_one(a, b) for a, b in apart)):
                yield _question(way, case)


def _alone(claims: Sequence[Claim], case: Case) -> frozenset[str]:
    """The lengths of a few reports that are the only one of their report from a place: the way to what the story is about."""
    told: dict[tuple[str, frozenset[str]], list[Claim]] = defaultdict(list)
    for claim in claims if case.is_small else ():
        if place := _from(claim, case):
            told[claim.doc, place].append(claim)
    return frozenset(c.id for held in told.values() if len({c.value for c in held}) == 1 for c in held)


def _are_of_one(
    one: Claim, other: Claim, names: Mapping[str, frozenset[str]], alone: frozenset[str], case: Case
) -> bool:
    """Whether two lengths are of one way: they name the same two places, lead from one place in one direction, or are each
    all that a report tells from one place."""
    if one.property != other.property:
        return False
    alike = len(names[one.id] & names[other.id]) >= PLACES or _lead_alike(one, other, case)
    alike = alike or ({one.id, other.id} <= alone and bool(_from(one, case) & _from(other, case)))
    return alike and not _lead_apart(one, other, case)


def _lead_apart(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two lengths are told from two places: "65 km south of Varna", "250 miles from Sofia"."""
    here, there = _from(one, case), _from(other, case)
    return bool(here and there) and here.isdisjoint(there)


def _lead_alike(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two lengths are told from one place in one direction: "40 miles west of Varna"."""
    return (
        bool(_from(one, case) & _from(other, case)) and _direction(one, case) == _direction(other, case) != ""
    )


def _direction(claim: Claim, case: Case) -> str:
    report, end = case.report[claim.doc], case.quantity_of[claim.id].span.end
    behind = report.text[end : end + NEAR].split()
    return behind[0].lower() if behind and behind[0].isalpha() else ""


def _from(claim: Claim, case: Case) -> frozenset[str]:
    """The words of the name that a length is told from."""
    report, end = case.report[claim.doc], case.quantity_of[claim.id].span.end
    behind = report.text[end : end + NEAR].split(".")[0]
    words = "|".join(map(re.escape, lexicon(report.language, "reconcile")["ways"]["of"]))
    found = re.search(
        rf"\b(?:{words}) (?:[a-z]+ ){{0,5}}(?:(?:[A-Z][\w]+ )?[a-z]+, )?((?:[A-ZÁÉÍÓÚÑ][\w'’-]*\s?)+)", behind
    )
    return frozenset(name_key(w) for w in found.group(1).split()) if found else frozenset()


def _is_length(claim: Claim, case: Case) -> bool:
    mark = case.quantity_of.get(claim.id)
    return mark is not None and mark.kind is QuantityKind.MEASURE and is_length(mark.unit)


def lead_elsewhere(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two lengths are of two ways: told from two places, or between places that are not the same two."""
    if not (_is_length(one, case) and _is_length(other, case)):
        return False
    here, there = _names(one, case), _names(other, case)
    apart = len(here) >= PLACES and len(there) >= PLACES and len(here & there) < PLACES
    return apart or _lead_apart(one, other, case)


def _names(claim: Claim, case: Case) -> frozenset[str]:
    """The words of the names around a distance, in its sentence."""
    marks, text = case.marked[claim.doc], case.report[claim.doc].text
    number = case.quantity_of[claim.id].number
    over = sentence_over(marks.sentences, number.start)
    first, last = max(over.start, number.start - NEAR), min(over.end, number.end + NEAR)
    found: set[str] = set()
    for mention in starting_in(marks.mentions, first, last):
        if mention.form is MentionForm.NAME:
            words = mention.span.of(text).split()
            found |= {name_key(w) for w in words if w[:1].isupper()}
    return frozenset(found - {""})


def lengths_alone(claims: Sequence[Claim], case: Case) -> list[Claim]:
    """The lengths of reports that tell one alone, in whatever units: who tells several tells them of several things."""
    told: dict[str, list[float]] = defaultdict(list)
    for claim in claims:
        if _is_length(claim, case) and claim.unit:
            told[claim.doc].append(in_base(float(claim.value), claim.unit))
    return [c for c in claims if c.doc in told and max(told[c.doc]) <= CONVERTED * min(told[c.doc])]


def _meet(way: Sequence[Claim]) -> bool:
    spans = [_meters(c) for c in way]
    # "About 40 miles" and "about 50 miles" are two lengths, though both may be rounded from 45.
    return max(b.low for b in spans) < min(b.high for b in spans)


def _question(way: Sequence[Claim], case: Case) -> Question:
    meet = _meet(way)
    alike = len({(c.value, c.unit) for c in way}) == 1
    status = Status.AGREE if alike else Status.REFINES if meet else Status.CONFLICT
    note = "" if alike else "the lengths fit each other" if meet else "the lengths exclude each other"
    return figure_question(way, status, note, case, of=way[0])


def _meters(claim: Claim) -> Bounds:
    """What a length that is rounded to its last digit can stand for."""
    assert not isinstance(claim.value, str) and claim.unit
    near = rounded(float(claim.value))
    return Bounds(in_base(near.low, claim.unit), in_base(near.high, claim.unit))
