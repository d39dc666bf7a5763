"""Tripled, doubled, twice: the ratio of the two numbers it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import Comparator, Quantity, QuantityKind
from habeas.model.wording import BOUND, figure
from habeas.reconcile.case import Case

__all__ = ["multiples"]

REACH = 350
"""Characters around the multiple in which its two numbers stand: the same sentence or the one before."""


def multiples(case: Case) -> Iterator[Check]:
    """A check for each multiple with two like quantities beside it."""
    for doc in case.of_doc:
        known = [(c, case.quantity_of[c.id]) for c in case.of_doc[doc] if c.id in case.quantity_of]
        counts = [
            (c, q)
            for c, q in known
            if q.kind in (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)
        ]
        for claim, mark in known:
            if mark.kind is not QuantityKind.MULTIPLE or not isinstance(claim.value, int | float):
                continue
            pair = _compared(mark, counts)
            if pair:
                yield _check(claim, float(claim.value), *pair)


def _compared(mark: Quantity, counts: Sequence[tuple[Claim, Quantity]]) -> tuple[Claim, Claim] | None:
    """The nearest number on each side, or the two nearest, if they are of one size and unit."""
    near = [(c, q) for c, q in counts if abs(q.number.start - mark.number.start) <= REACH and _sizeable(c)]
    near.sort(key=lambda pair: abs(pair[1].number.start - mark.number.start))
    for i, (one, first) in enumerate(near):
        for other, second in near[i + 1 :]:
            if first.unit == second.unit and first.kind is second.kind and one.value != other.value:
                return (one, other) if float(one.value) > float(other.value) else (other, one)
    return None


def _sizeable(claim: Claim) -> bool:
    return isinstance(claim.value, int | float) and claim.value > 12


def _check(claim: Claim, times: float, larger: Claim, smaller: Claim) -> Check:
    ratio = float(larger.value) / float(smaller.value)
    holds = _fits(ratio, times, claim.comparator)
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{figure(larger.value)} is {BOUND[claim.comparator]}{times:g} times {figure(smaller.value)}",
        formula=f"{larger.value}/{smaller.value}",
        computed=round(ratio, 3),
        holds=holds,
        claims=(claim.id, larger.id, smaller.id),
        note=f"{ratio:.2f}",
    )


def _fits(ratio: float, times: float, comparator: Comparator) -> bool:
    match comparator:
        case Comparator.MORE_THAN:
            return ratio > times
        case Comparator.AT_LEAST:
            return ratio >= times
        case Comparator.LESS_THAN:
            return ratio < times
        case Comparator.AT_MOST:
            return ratio <= times
        case _:
            # "tripled" is said of 2.8 as of 3.2: half a unit either way, a tenth for larger multiples
            return abs(ratio - times) <= max(0.5, times / 10)
