"""How far one place is from another, by reports that name the same two places under other names ("Varna", "the air base
at Varna")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import MentionForm, QuantityKind
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import rounded, sentence_over
from habeas.reconcile.checks.units import in_base, is_length
from habeas.reconcile.gathering import gathered, of_several, starting_in
from habeas.reconcile.intervals import Bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, figure_question

__all__ = ["distance_questions", "lead_elsewhere"]

NEAR = 90
"""Characters around a distance in which the two places stand."""
PLACES = 2
"""Words of names that two reports share where they tell of one way."""
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
        names = [_names(c, case) for c in some]
        tied = [
            (i, j)
            for i, j in combinations(range(len(some)), 2)
            if (len(names[i] & names[j]) >= PLACES or _lead_alike(some[i], some[j], case))
            and some[i].property == some[j].property
            and not _lead_apart(some[i], some[j], case)
        ]
        for way in gathered(some, tied):
            if of_several(way):
                yield _question(way, case)


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
    found = re.search(rf"\b(?:{words}) (?:[a-z]+ ){{0,5}}(?:[a-z]+, )?((?:[A-ZÁÉÍÓÚÑ][\w'’-]*\s?)+)", behind)
    return frozenset(name_key(w) for w in found.group(1).split()) if found else frozenset()


def _is_length(claim: Claim, case: Case) -> bool:
    mark = case.quantity_of.get(claim.id)
    return mark is not None and mark.kind is QuantityKind.MEASURE and is_length(mark.unit)


def lead_elsewhere(claims: Sequence[Claim], case: Case) -> bool:
    """Whether lengths are of ways to different places: each names two, and no two reports the same two."""
    if not all(_is_length(c, case) for c in claims):
        return False
    named = {c.id: _names(c, case) for c in claims}
    return all(len(names) >= PLACES for names in named.values()) and all(
        one.doc == other.doc or len(named[one.id] & named[other.id]) < PLACES or _lead_apart(one, other, case)
        for one, other in combinations(claims[:MOST], 2)
    )


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


def _question(way: Sequence[Claim], case: Case) -> Question:
    spans = [_meters(c) for c in way]
    # "About 40 miles" and "about 50 miles" are two lengths, though both may be rounded from 45.
    meet = max(b.low for b in spans) < min(b.high for b in spans)
    alike = len({(c.value, c.unit) for c in way}) == 1
    status = Status.AGREE if alike else Status.REFINES if meet else Status.CONFLICT
    note = "" if alike else "the lengths fit each other" if meet else "the lengths exclude each other"
    return figure_question(way, status, note, case, of=way[0])


def _meters(claim: Claim) -> Bounds:
    """What a length that is rounded to its last digit can stand for."""
    assert not isinstance(claim.value, str) and claim.unit
    near = rounded(float(claim.value))
    return Bounds(in_base(near.low, claim.unit), in_base(near.high, claim.unit))
