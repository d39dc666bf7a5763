"""Tripled, doubled, twice: the ratio of the two numbers it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import Comparator, QuantityKind
from habeas.model.span import Span
from habeas.model.wording import BOUND, figure
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, lead, sentence_over
from habeas.reconcile.intervals import bounds

__all__ = ["multiples"]

REACH = 350
"""Characters around the multiple in which its two numbers stand: the same sentence or the one before."""

LEAST = 12
"""Numbers up to this one are seldom what a multiple compares."""

_LIKE = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)


def multiples(case: Case) -> Iterator[Check]:
    """A check for each multiple with two like numbers beside it."""
    for doc in case.of_doc:
        known = figures(case, doc)
        counts = [f for f in known if f.mark.kind in _LIKE and f.value > LEAST]
        text = case.report[doc].text
        table = lexicon(case.report[doc].language, "reconcile")["changes"]
        sentences = case.marked[doc].sentences
        for one in known:
            if one.mark.kind is QuantityKind.MULTIPLE:
                near = [f for f in counts if abs(f.mark.number.start - one.mark.number.start) <= REACH]
                over = sentence_over(sentences, one.mark.number.start)
                pair = _compared(one, near, text, over, table)
                if pair is not None:
                    yield _check(one, *pair)


def _compared(
    one: Figure, near: Sequence[Figure], text: str, over: Span, table: Table
) -> tuple[Figure, Figure] | None:
    """The larger and the smaller number: by the words that lead in each, else the two nearest of one size and unit."""
    after = [f for f in near if one.mark.span.end <= f.mark.span.start < over.end]
    reached = next(
        (f for f in after[:1] if text[one.mark.span.end : f.mark.span.start].lower().strip() in table["to"]),
        None,
    )
    based = next(
        (f for f in after if f is not reached and lead(text, f, (*table["from"], *table["base"]))), None
    )
    if based is None and reached is not None:
        before = [f for f in near if f.end <= one.mark.span.start]
        based = next((f for f in reversed(before) if _one_question(f, reached)), None)
        return (reached, based) if based is not None and based.value < reached.value else None
    if based is not None:
        rest = [f for f in near if f is not based and f.like(based) and f.value > based.value]
        larger = reached or min(rest, key=lambda f: _apart(one, f), default=None)
        return (larger, based) if larger is not None else None
    here = [f for f in near if over.start <= f.mark.number.start < over.end]
    return _nearest(one, near, here)


def _nearest(one: Figure, near: Sequence[Figure], here: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The two nearest of one size, of which one stands in the sentence or both belong to one part."""
    ordered = sorted(near, key=lambda f: _apart(one, f))
    for i, first in enumerate(ordered):
        for second in ordered[i + 1 :]:
            alike = first.mark.unit == second.mark.unit and first.mark.kind is second.mark.kind
            told = first in here or second in here or first.claim.part == second.claim.part is not None
            if alike and told and first.value != second.value:
                pair = (first, second) if first.value > second.value else (second, first)
                return pair if _meant(one, *pair) else None
    return None


def _meant(one: Figure, larger: Figure, smaller: Figure) -> bool:
    """Whether two numbers that only stand near are those compared: they answer one question, or the multiple fits them.

    That a multiple does not fit two numbers of different things says nothing of either.
    """
    fits = _fits(larger.value / smaller.value, one.value, one.claim.comparator)
    return fits or larger.claim.property == smaller.claim.property


def _one_question(a: Figure, b: Figure) -> bool:
    """Whether two numbers answer one question and exclude each other: "above 900" may be the 950 told of later."""
    one, other = (bounds(c.value, c.value_max, c.comparator) for c in (a.claim, b.claim))
    apart = one is not None and other is not None and not one.meets(other)
    return apart and a.like(b) and a.claim.property == b.claim.property


def _apart(one: Figure, other: Figure) -> int:
    return abs(other.mark.number.start - one.mark.number.start)


def _check(one: Figure, larger: Figure, smaller: Figure) -> Check:
    claim, times = one.claim, one.value
    ratio = larger.value / smaller.value
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{figure(larger.claim.value)} is {BOUND[claim.comparator]}{times:g} times {figure(smaller.claim.value)}",
        formula=f"{larger.claim.value}/{smaller.claim.value}",
        computed=round(ratio, 3),
        holds=_fits(ratio, times, claim.comparator),
        claims=(claim.id, larger.claim.id, smaller.claim.id),
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
