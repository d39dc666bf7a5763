"""An amount for each head: the whole over those who share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.report import Report
from habeas.model.wording import figure, number
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.stems import stem
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over
from habeas.reconcile.intervals import Bounds

__all__ = ["per_head"]

PEOPLE = "people"

REACH = 300
"""Characters back from an amount for each head to the whole and to those who share it: the sentence or the one before."""
AHEAD = 200
"""Characters on from its sentence to what it comes to in all."""
NICE = 0.02
"""The share by which a reported amount for each may be rounded off."""


def per_head(case: Case) -> Iterator[Check]:
    """A check for each amount "a head" or "per place" with a whole and a number of those just before or after it."""
    for doc in case.of_doc:
        report = case.report[doc]
        known = figures(case, doc)
        words = lexicon(report.language, "reconcile")
        sentences = case.marked[doc].sentences
        for one in known:
            if one.mark.per and one.value > 0 and one.mark.kind is not QuantityKind.COUNT:
                over = sentence_over(sentences, one.mark.number.start)
                near = [
                    f for f in known
                    if f is not one and over.start - REACH <= f.mark.number.start < over.end + AHEAD
                ]  # fmt: skip
                yield from _computed(one, near, report, words)


def _computed(one: Figure, near: Sequence[Figure], report: Report, words: Table) -> Iterator[Check]:
    """The whole and the number of heads that fit it best; where none fits, those that nobody could take for others."""
    heads = frozenset(words["heads"])
    wholes = [
        f for f in near if f.mark.unit == one.mark.unit and f.mark.kind is one.mark.kind and not f.mark.per
    ]
    counts = [f for f in near if f.value > 1 and _is_of(f, one, report, heads)]
    pairs = sorted(
        ((whole, count) for whole in wholes for count in counts),
        key=lambda pair: (not _fits(one, *pair), _far(one, pair[0]), _far(one, pair[1])),
    )
    if not pairs:
        return
    whole, count = pairs[0]
    fits = _fits(one, whole, count)
    if not fits and (len(pairs) > 1 or _is_besides(one, whole, report.text, words)):
        return
    each = whole.value / count.value
    yield Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{figure(whole.claim.value)} for {figure(count.claim.value)} is {figure(one.claim.value)} for each",
        formula=f"{whole.claim.value}/{count.claim.value}",
        computed=round(each, 2),
        holds=fits,
        claims=(one.claim.id, whole.claim.id, count.claim.id),
        note=f"{number(each)} for each",
    )


def _is_of(count: Figure, each: Figure, report: Report, heads: frozenset[str]) -> bool:
    """Whether a number is of those for each of whom an amount is told: of people for "a head", of places for "a place"."""
    if count.mark.kind is not QuantityKind.COUNT or each.mark.per is None:
        return False
    noun = count.mark.noun.of(report.text).split()[-1].lower() if count.mark.noun is not None else ""
    if noun and stem(noun, report.language) == stem(each.mark.per, report.language):
        return True
    return each.mark.per in heads and count.claim.unit == PEOPLE


def _fits(one: Figure, whole: Figure, count: Figure) -> bool:
    allowed = Bounds(whole.bounds.low / count.bounds.high, whole.bounds.high / count.bounds.low)
    return allowed.meets(Bounds(one.bounds.low * (1 - NICE), one.bounds.high * (1 + NICE)))


def _is_besides(one: Figure, whole: Figure, text: str, words: Table) -> bool:
    """Whether the amount for each comes on top of the whole: "120 million, plus 12,000 a head"."""
    between = text[whole.end : one.mark.span.start].lower() if whole.end < one.mark.span.start else ""
    return not frozenset(words["besides"]).isdisjoint(between.replace(",", " ").split())


def _far(one: Figure, other: Figure) -> tuple[int, int]:
    return abs(other.mark.number.start - one.mark.number.start), other.mark.number.start
