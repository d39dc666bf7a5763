"""Sums of money that reports of one story tell of one thing: a report seldom names it as others do ("the contract", "the
project"), but its only sum is of it, and two sums that are nearly alike are of one."""

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
from habeas.reconcile.intervals import bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, figure_question
from habeas.reconcile.settings import sentence

__all__ = ["sum_questions"]

LEAST = 10_000
"""Below this sum two reports may tell of two prices that are nearly alike."""
CLOSE, NEAR, DIGITS = 1.05, 1.1, 3
"""The factors by which two sums of one thing differ that are nearly alike, in a large collection and in a small one or where
they are told in like words, and the digits that they have in a large one: many things cost some fifty million."""
ROUNDED = 0.02
"""The share by which a rounded sum differs from the closer one at most."""
FAR = 2.5
"""The factor by which the only sums of two reports differ at most."""
MOST = 40
"""Sums of one story and currency beyond which they are of many things."""


def sum_questions(case: Case) -> Iterator[Question]:
    """One question for each thing whose sum several reports of a story tell otherwise."""
    sums: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUANTITY and (unit := _currency(claim, case)):
            sums[case.story[claim.doc], unit].append(claim)
    for told in sums.values():
        if not of_several(told) or len(told) > MOST:
            continue
        apart = partial(_exclude, given=_given(told), case=case)
        for claims in gathered(told, pairs(told, apart)):
            alone = len({name_key(c.subject) for c in claims}) == 1
            yield figure_question(
                claims, Status.CONFLICT, "the sums exclude each other", case, of=claims[0], named=alone
            )


def _currency(claim: Claim, case: Case) -> str:
    """The currency of a whole sum, empty for what is no sum or is so much for each."""
    mark = case.quantity_of.get(claim.id)
    whole = mark is not None and mark.kind is QuantityKind.MONEY and mark.per is None
    plain = whole and not isinstance(claim.value, str) and float(claim.value) >= LEAST
    return claim.unit or "" if plain and "per" not in claim.property.split() else ""


def _given(sums: Sequence[Claim]) -> Mapping[str, frozenset[float]]:
    found: dict[str, set[float]] = defaultdict(set)
    for claim in sums:
        found[claim.doc].add(float(claim.value))
    return {doc: frozenset(values) for doc, values in found.items()}


def _exclude(one: Claim, other: Claim, given: Mapping[str, frozenset[float]], case: Case) -> bool:
    """Whether two sums of two reports exclude each other and are of one thing, neither report telling the other's too."""
    if one.doc == other.doc or float(one.value) in given[other.doc] or float(other.value) in given[one.doc]:
        return False
    mine, theirs = (bounds(c.value, c.value_max, c.comparator) for c in (one, other))
    if mine is None or theirs is None or mine.meets(theirs):
        return False
    low, high = sorted((float(one.value), float(other.value)))
    if _is_rounded(low, high) or _is_rounded(high, low):
        return False
    telling = high <= low * CLOSE and min(_digits(low), _digits(high)) >= DIGITS
    if telling or (case.is_small and high <= low * NEAR):
        return True
    alone = len(given[one.doc]) == len(given[other.doc]) == 1
    return high <= low * (FAR if alone else NEAR) and _share_words(one, other, case)


def _digits(value: float) -> int:
    return len(f"{value:.0f}".rstrip("0"))


def _is_rounded(value: float, closer: float) -> bool:
    """Whether a sum is what a closer one is rounded to: "22 billion" of 22.1."""
    place = 10 ** (len(f"{value:.0f}") - _digits(value))
    return _digits(value) < _digits(closer) and abs(value - closer) <= min(place / 2, value * ROUNDED)


def _share_words(one: Claim, other: Claim, case: Case) -> bool:
    """Whether the sentences of two sums share a word that is none of their figures."""
    here, there = (
        content_roots(sentence(c, case), case.report[c.doc].language) - _figures(c, case)
        for c in (one, other)
    )
    return any(not root[0].isdigit() for root in here & there)


def _figures(claim: Claim, case: Case) -> frozenset[str]:
    mark = case.quantity_of[claim.id]
    report = case.report[claim.doc]
    return content_roots(f"{mark.span.of(report.text)} {mark.number.of(report.text)}", report.language)
