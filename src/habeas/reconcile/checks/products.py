"""Products: so many things, each with so many, and how many that makes in all ("eight wings, each for 500: 4,000")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.wording import figure
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.stems import root
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, rounded

__all__ = ["products"]

NEAR = 90
"""Characters between how many there are and what each of them has."""
REACH = 400
"""Characters from there to what it makes in all: a paragraph."""
CLOSE = 2
"""The factor by which what is told of the same things may differ from what is computed; more is of something else."""


def products(case: Case) -> Iterator[Check]:
    """A check for each number "each", with how many there are of it and what that makes in all."""
    for doc in case.of_doc:
        known = [f for f in figures(case, doc) if f.mark.kind in (QuantityKind.COUNT, QuantityKind.MONEY)]
        text, words = case.report[doc].text, lexicon(case.report[doc].language, "reconcile")["each"]
        for at, each in enumerate(known):
            near = known[max(0, at - 4) : at + 4]
            many = _many(each, near, text, words) if each.value > 1 else None
            check = _made(each, many, near, text) if many is not None else None
            if check is not None:
                yield check


def _many(each: Figure, near: Sequence[Figure], text: str, words: Table) -> Figure | None:
    """How many there are of what each has: told before it, or right behind ("$500 for each of the 12 men")."""
    if _is_each(each, text, words):
        counts = [
            f for f in near
            if f is not each and f.mark.kind is QuantityKind.COUNT and f.mark.noun is not None and f.value > 1
            and 0 <= each.mark.span.start - f.end <= NEAR and f.value != each.value
        ]  # fmt: skip
        return counts[-1] if counts else None
    behind = next((f for f in near if f.mark.span.start >= each.end), None)
    if behind is None or behind.mark.kind is not QuantityKind.COUNT or behind.value <= 1:
        return None
    between = text[each.end : behind.mark.span.start].lower()
    of = "|".join(map(re.escape, words["of"]))
    return behind if len(between) <= NEAR and re.search(rf"\b(?:{of})\s*$", between) else None


def _is_each(one: Figure, text: str, words: Table) -> bool:
    before = text[max(0, one.mark.span.start - 40) : one.mark.span.start].lower()
    after = text[one.end : one.end + 20].lower()
    each = "|".join(map(re.escape, words["words"]))
    return bool(
        re.search(rf"\b(?:{each})(?:\s+[^\W\d_]+){{0,2}}\s*$", before) or re.match(rf"\s+(?:{each})\b", after)
    )


def _made(each: Figure, many: Figure, near: Sequence[Figure], text: str) -> Check | None:
    computed = many.value * each.value
    alike = [f for f in near if f not in (each, many) and _is_whole(f, each, text)]
    whole = min(
        (f for f in alike if computed / CLOSE <= f.value <= computed * CLOSE),
        key=lambda f: abs(f.value - computed),
        default=None,
    )
    if whole is None:
        return None
    stated = rounded(whole.value)
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{figure(many.claim.value)} times {figure(each.claim.value)} is {figure(whole.claim.value)}",
        formula=f"{many.claim.value}*{each.claim.value}",
        computed=round(computed, 2),
        holds=stated.low <= computed <= stated.high,
        claims=(whole.claim.id, many.claim.id, each.claim.id),
        note="" if computed == whole.value else f"{figure(round(computed))}",
    )


def _is_whole(one: Figure, each: Figure, text: str) -> bool:
    """Whether a number is of what each has: the same noun or money, or an answer to one question."""
    if one.mark.kind is not each.mark.kind or abs(one.mark.span.start - each.mark.span.start) > REACH:
        return False
    if one.mark.kind is QuantityKind.MONEY:
        return one.mark.unit == each.mark.unit
    nouns = [root(f.mark.noun.of(text).split()[-1].lower()) if f.mark.noun else "" for f in (one, each)]
    return nouns[0] == nouns[1] != "" or (
        one.claim.property == each.claim.property and one.claim.part is not None
    )
