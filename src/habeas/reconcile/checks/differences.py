"""Differences: what is left of a whole, and how many more or fewer one number is than another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from habeas.model.finding import Check, CheckType
from habeas.model.marks import Comparator, QuantityKind
from habeas.model.wording import figure
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, sentence_over

__all__ = ["differences"]

REACH = 900
"""Characters back from what is left to the whole: a paragraph or two."""
BACK = 160
"""Characters back from a difference to the number that it makes."""
BETWEEN = 5
"""Words between "than" and the number that is compared with: "more than the previous year's count of 24"."""
MOST = 5
"""Parts of a whole that are taken off it, at most."""
SMALL = 1
"""A difference of one is told of too much else."""


def differences(case: Case) -> Iterator[Check]:
    """A check for each "leaves 12" with its whole and the parts taken off, and for each "seven more than the 24"."""
    for doc in case.of_doc:
        known = [f for f in figures(case, doc) if f.mark.kind is QuantityKind.COUNT and f.value > 0]
        report = case.report[doc]
        words = lexicon(report.language, "reconcile")["differences"]
        left = re.compile(rf"\b(?:{'|'.join(map(re.escape, words['left']))})\W+(?:\w+\W+){{0,2}}$")
        for at, one in enumerate(known):
            text = report.text
            before = text[max(0, one.mark.span.start - 40) : one.mark.span.start].lower()
            start = one.mark.span.start
            near = [f for f in known[max(0, at - 2 * MOST) : at] if start - f.mark.span.start <= REACH]
            check = _left(one, near, text, words) if left.search(before) else None
            check = check or _still(one, near, text, words)
            if check is None:
                over = sentence_over(case.marked[doc].sentences, one.mark.number.start)
                ahead = [f for f in known[at + 1 : at + 3] if f.mark.number.start < over.end]
                check = _more(one, near, ahead, text, words)
            if check is not None:
                yield check


def _left(one: Figure, before: Sequence[Figure], text: str, words: Table) -> Check | None:
    """What is left when the last numbers are taken off a whole that stands before them. Where none fits there is nothing
    to say, unless the part is told as one of the whole ("four of the 31 have left, leaving 26")."""
    for size in range(1, min(MOST, len(before) - 1) + 1):
        parts = before[-size:]
        total = one.value + sum(p.value for p in parts)
        whole = next((f for f in reversed(before[:-size]) if f.value == total), None)
        if whole is not None:
            return _taken_off(one, whole, parts, True)
    if len(before) > 1 and _is_part(before[-2], before[-1], text, words):
        return _taken_off(one, before[-1], [before[-2]], before[-1].value - before[-2].value == one.value)
    return None


def _still(one: Figure, before: Sequence[Figure], text: str, words: Table) -> Check | None:
    """What is left of a whole of which some were just told of: "four of the six were found; two are still missing"."""
    behind = " ".join(text[one.end : one.end + 40].lower().split())
    if len(before) < 2 or not any(behind.startswith(f"{w} ") for w in words["still"]):
        return None
    part, whole = before[-2], before[-1]
    if not _is_part(part, whole, text, words) or whole.value - part.value != one.value:
        return None
    return _taken_off(one, whole, [part], True)


def _is_part(part: Figure, whole: Figure, text: str, words: Table) -> bool:
    """Whether two numbers are told as "four of the 31"."""
    between = text[part.mark.span.end : whole.mark.span.start].lower().split()
    return " ".join(between) in words["of"] and part.value < whole.value


def _taken_off(one: Figure, whole: Figure, parts: Sequence[Figure], holds: bool) -> Check:
    said = [figure(p.claim.value) for p in parts]
    listed = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
    return _check(
        f"{figure(whole.claim.value)} less {listed} leaves {figure(one.claim.value)}",
        " - ".join(str(f.claim.value) for f in (whole, *parts)),
        whole.value - sum(p.value for p in parts),
        holds,
        (one, whole, *parts),
    )


def _more(
    one: Figure, before: Sequence[Figure], ahead: Sequence[Figure], text: str, words: Table
) -> Check | None:
    """A number "more than" another, with the one that it makes just before it."""
    if one.value <= SMALL or one.claim.comparator is not Comparator.EXACT or not ahead or not before:
        return None
    behind = text[one.end : ahead[0].mark.span.start].lower()
    sign = next((s for name, s in (("more", 1), ("fewer", -1)) if _opens(behind, words[name])), 0)
    old, new = ahead[0], before[-1]
    far = one.mark.span.start - new.end > BACK or len(behind) > BACK
    compared = rf"\b(?:{'|'.join(words['than'])})\W+(?:[\w'’]+\W+){{0,{BETWEEN}}}$"
    if not sign or far or not re.search(compared, behind):
        return None
    if not new.like(old) or not _is_beside(text[new.end : one.mark.span.start]):
        return None
    computed = sign * (new.value - old.value)
    return _check(
        f"{figure(new.claim.value)} is {figure(one.claim.value)} {'more' if sign > 0 else 'fewer'} than {figure(old.claim.value)}",
        f"{new.claim.value} - {old.claim.value}",
        new.value - old.value,
        computed == one.value,
        (one, new, old),
    )


def _opens(behind: str, stems: Sequence[str]) -> bool:
    first = behind.split()[:2]
    return any(word.strip(",") in stems for word in first)


def _is_beside(between: str) -> bool:
    """Whether only the rest of one clause stands between a number and the difference told of it."""
    return not any(a in ".!?" and b.isspace() for a, b in pairwise(f"{between} "))


def _check(statement: str, formula: str, computed: float, holds: bool, of: Sequence[Figure]) -> Check:
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=statement,
        formula=formula,
        computed=int(computed),
        holds=holds,
        claims=tuple(f.claim.id for f in of),
        note="" if holds else f"the difference is {figure(int(abs(computed)))}",
    )
