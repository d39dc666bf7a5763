"""How many there are of a thing that reports call by one noun, each by its only number of it: "carried 77 passengers",
"80 passengers were on board", "pulled 13 cars off the tracks", "all twelve cars derailed"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import QuantityKind
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import gathered, of_several, pairs
from habeas.reconcile.intervals import meant_bounds
from habeas.reconcile.questions import Question, figure_question
from habeas.reconcile.scopes import is_past, is_repeated, is_wide
from habeas.reconcile.settings import on_other_days, sentence
from habeas.reconcile.telling import PEOPLE, is_part, told_of, words_of

__all__ = ["noun_questions"]

LEAST = 5
"""Below this number reports count too many different things by one noun."""
FAR = 1.5
"""The factor by which two numbers of one thing differ at most."""
SHARED = 2
"""Words besides the noun that the sentences of two such numbers share at least."""
FEW = 1
"""The same of a few reports laid side by side, which are of one story."""
NOTE = "the only numbers of it exclude each other"
MOST = 24
"""Counts by one noun in one story beyond which they are of many things."""


def noun_questions(case: Case) -> Iterator[Question]:
    """One question for each noun by which reports count a thing, each once, in numbers that exclude each other."""
    told: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if _is_count(claim, case) and (noun := case.noun(claim)):
            told[case.story[claim.doc], noun].append(claim)
    for (_, noun), claims in told.items():
        if len(claims) > MOST or not of_several(claims):
            continue
        values = _values(claims)
        alone = [c for c in claims if len(values[c.doc]) == 1 and _is_whole(c, case)]
        apart = partial(_exclude, noun=noun, given=values, case=case)
        for held in gathered(alone, pairs(alone, apart)):
            told_too = [c for c in claims if c not in alone and any(apart(c, one) for one in held)]
            yield figure_question([*held, *told_too], Status.CONFLICT, NOTE, case, of=held[0], named=False)


def _is_count(claim: Claim, case: Case) -> bool:
    mark = case.quantity_of.get(claim.id) if claim.kind is Kind.QUANTITY else None
    plain = mark is not None and mark.kind is QuantityKind.COUNT and not isinstance(claim.value, str)
    return plain and float(claim.value) > 1


def _is_whole(claim: Claim, case: Case) -> bool:
    other = is_part(claim, case) or is_past(claim, case) or is_wide(claim, case) or is_repeated(claim, case)
    return float(claim.value) >= LEAST and not other


def _values(claims: Sequence[Claim]) -> Mapping[str, frozenset[float]]:
    found: dict[str, set[float]] = defaultdict(set)
    for claim in claims:
        found[claim.doc].add(float(claim.value))
    return {doc: frozenset(values) for doc, values in found.items()}


def _exclude(one: Claim, other: Claim, noun: str, given: Mapping[str, frozenset[float]], case: Case) -> bool:
    """Whether two reports count one thing otherwise, in sentences that share words, and tell nothing else of it."""
    low, high = sorted((float(one.value), float(other.value)))
    if one.doc == other.doc or low == high or high > FAR * low or on_other_days(one, other, case):
        return False
    mine, theirs = (meant_bounds(c.value, c.value_max, c.comparator) for c in (one, other))
    if mine is None or theirs is None or mine.meets(theirs):
        return False
    told = {_told(c, case) for c in (one, other)}
    if float(one.value) in given[other.doc] or float(other.value) in given[one.doc]:
        return False
    if (len(told) > 1 and None not in told) or not told.isdisjoint(_related_elsewhere(one, case)):
        return False
    here, there = (content_roots(sentence(c, case), case.report[c.doc].language) for c in (one, other))
    shared = sum(not root[0].isdigit() for root in (here & there) - {noun})
    return shared >= (FEW if case.is_small else SHARED)


def _related_elsewhere(claim: Claim, case: Case) -> frozenset[str]:
    """What happens to people and things of which all counts of a story are related by that (`kindred`)."""
    words = words_of(claim, case)
    return frozenset((*words["growing"]["told"], *words["growing"]["again"], *words["limits"]["told"]))


def _told(claim: Claim, case: Case) -> str | None:
    """What happened to those counted; None where it happens to people alone and things are counted, or the other way."""
    told = told_of(claim, case)
    other = words_of(claim, case)["befalling"]["things" if claim.unit == PEOPLE else "people"]
    return None if told in other else told
