"""Portions: a fraction of a number, and the number it is said to make ("40 million, half of it, 25 million, for roads")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.span import Span
from habeas.model.wording import figure
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, rounded, sentence_over
from habeas.reconcile.intervals import Bounds

__all__ = ["portions"]

BEYOND = 60
"""Characters from a fraction to the number that it makes, at most."""
_LIKE = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)


def portions(case: Case) -> Iterator[Check]:
    """A check for each fraction "of it" or "of whom" that stands between its whole and the number that it makes."""
    for doc in case.of_doc:
        known = figures(case, doc)
        report = case.report[doc]
        words = lexicon(report.language, "reconcile")["portions"]
        sentences = case.marked[doc].sentences
        for one in known:
            if one.mark.kind is QuantityKind.FRACTION:
                over = sentence_over(sentences, one.mark.number.start)
                here = [f for f in known if over.start <= f.mark.number.start < over.end and f is not one]
                check = _portion(one, [f for f in here if f.mark.kind in _LIKE], report.text, over, words)
                if check is not None:
                    yield check


def _portion(one: Figure, here: Sequence[Figure], text: str, over: Span, words: Table) -> Check | None:
    after = text[one.mark.number.end : over.end]
    points = "|".join(re.escape(w) for w in words["back"])
    if not re.match(rf"\s*(?:{points})\b", after):
        return None
    whole = next((f for f in reversed(here) if f.end <= one.mark.span.start), None)
    part = next((f for f in here if f.mark.number.start > one.mark.number.end), None)
    if whole is None or part is None or part.mark.number.start - one.mark.number.end > BEYOND:
        return None
    between = text[one.mark.number.end : part.mark.number.start].lower()
    makes = "|".join(re.escape(w) for w in words["makes"])
    if not re.search(rf"(?:{points}),?\s*(?:or\s+)?\W*$|\b(?:{makes})\W+(?:\w+\W+)?$", between):
        return None
    computed = Bounds(one.value * whole.bounds.low, one.value * whole.bounds.high)
    stated = rounded(part.value)
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{figure(part.claim.value)} is {figure(one.claim.value)} of {figure(whole.claim.value)}",
        formula=f"{one.claim.value}*{whole.claim.value}",
        computed=round(one.value * whole.value, 2),
        holds=computed.meets(Bounds(min(stated.low, part.bounds.low), max(stated.high, part.bounds.high))),
        claims=(one.claim.id, whole.claim.id, part.claim.id),
        note=f"{figure(round(one.value * whole.value, 2))}",
    )
