"""An amount for each head: the whole over those who share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.wording import figure, number
from habeas.packs.lexicon import lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over
from habeas.reconcile.intervals import Bounds

__all__ = ["per_head"]

REACH = 300
"""Characters back from an amount for each head to the whole and to those who share it: the sentence or the one before."""


NICE = 0.02
"""The share by which a reported amount for each may be rounded off."""


def per_head(case: Case) -> Iterator[Check]:
    """A check for each amount "a head" or "per person" with a whole and a number of heads just before or after it."""
    for doc in case.of_doc:
        known = figures(case, doc)
        heads = frozenset(lexicon(case.report[doc].language, "reconcile")["heads"])
        sentences = case.marked[doc].sentences
        for one in known:
            if one.mark.per in heads and one.value > 0:
                over = sentence_over(sentences, one.mark.number.start)
                near = [
                    f for f in known
                    if f is not one and over.start - REACH <= f.mark.number.start < over.end
                ]  # fmt: skip
                yield from _computed(one, near)


def _computed(one: Figure, near: Sequence[Figure]) -> Iterator[Check]:
    wholes = [
        f for f in near if f.mark.unit == one.mark.unit and f.mark.kind is one.mark.kind and not f.mark.per
    ]
    counts = [
        f for f in near if f.mark.kind is QuantityKind.COUNT and f.mark.noun is not None and f.value > 1
    ]
    if not wholes or not counts or one.mark.kind is QuantityKind.COUNT:
        return
    whole, count = _nearest(one, wholes), _nearest(one, counts)
    each = whole.value / count.value
    allowed = Bounds(whole.bounds.low / count.bounds.high, whole.bounds.high / count.bounds.low)
    yield Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{figure(whole.claim.value)} for {figure(count.claim.value)} is {figure(one.claim.value)} for each",
        formula=f"{whole.claim.value}/{count.claim.value}",
        computed=round(each, 2),
        holds=allowed.meets(Bounds(one.bounds.low * (1 - NICE), one.bounds.high * (1 + NICE))),
        claims=(one.claim.id, whole.claim.id, count.claim.id),
        note=f"{number(each)} for each",
    )


def _nearest(one: Figure, others: Sequence[Figure]) -> Figure:
    return min(others, key=lambda f: (abs(f.mark.number.start - one.mark.number.start), f.mark.number.start))
