"""One thing told in the same words with another number: "held for ten years in the capital", "held in the capital for eleven
years". Counts of what happens to people are compared elsewhere, under whatever words; these are the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.marks import QuantityKind
from habeas.packs.stems import stem
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import meant_bounds
from habeas.reconcile.questions import Question, figure_question
from habeas.reconcile.scopes import is_past, is_repeated, is_wide
from habeas.reconcile.settings import on_other_days
from habeas.reconcile.telling import is_part, told_of, words_of

__all__ = ["told_otherwise"]

_SORTS = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.DURATION})
FAR = 2
"""The factor by which two numbers of one thing differ at most."""


def told_otherwise(told: Sequence[tuple[Claim, Claim]], case: Case) -> Iterator[Question]:
    """A question for the numbers of claims that say the same in about the same words, two by two, if the numbers exclude
    each other and neither report gives the other's."""
    pairs = [
        (mine, theirs)
        for one, other in told
        for mine in _numbers(one, case)
        for theirs in _numbers(other, case)
        if _exclude(mine, theirs, case)
    ]
    held = {c.id: c for pair in pairs for c in pair}
    for group in joined(list(held), [(mine.id, theirs.id) for mine, theirs in pairs]):
        claims = [held[id_] for id_ in group]
        note = "the same words with another number"
        yield figure_question(claims, Status.CONFLICT, note, case, of=claims[0], named=False)


def _numbers(claim: Claim, case: Case) -> Iterator[Claim]:
    """The numbers that stand in a claim's words."""
    for n in case.places[claim.doc].touching(claim.span.start, claim.span.end):
        held = case.of_doc[claim.doc][n]
        mark = case.quantity_of.get(held.id) if held.kind is Kind.QUANTITY else None
        if mark is not None and mark.kind in _SORTS and claim.span.contains(mark.number):
            yield held


def _exclude(one: Claim, other: Claim, case: Case) -> bool:
    kinds = {case.quantity_of[c.id].kind for c in (one, other)}
    units = {stem(c.unit or "", "en") for c in (one, other)}
    if len(kinds) > 1 or len(units) > 1 or isinstance(one.value, str) or isinstance(other.value, str):
        return False
    low, high = sorted((float(one.value), float(other.value)))
    mine, theirs = (meant_bounds(c.value, c.value_max, c.comparator) for c in (one, other))
    if mine is None or theirs is None or mine.meets(theirs) or high > FAR * low:
        return False
    given = case.giving.get((one.doc, float(other.value))) or case.giving.get((other.doc, float(one.value)))
    if given or on_other_days(one, other, case) or any(_is_of_others(c, case) for c in (one, other)):
        return False
    return kinds != {QuantityKind.COUNT} or _are_compared_nowhere(one, other, case)


def _is_of_others(claim: Claim, case: Case) -> bool:
    return is_part(claim, case) or is_past(claim, case) or is_wide(claim, case) or is_repeated(claim, case)


def _are_compared_nowhere(one: Claim, other: Claim, case: Case) -> bool:
    """Whether the words tell nothing of those counted by which all counts of a story are compared."""
    told = {told_of(c, case) for c in (one, other)}
    return len(told) == 1 and told <= {None, *words_of(one, case)["growing"]["again"]}
