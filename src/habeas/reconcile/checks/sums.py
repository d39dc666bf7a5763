"""Parts and wholes: 238 and 23 make 261."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import Comparator, Quantity, QuantityKind
from habeas.model.wording import figure
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case

__all__ = ["sums"]

REACH = 500
"""Characters from the whole to its parts: a paragraph."""

CLOSE = 40
"""Characters between two numbers of one list of parts."""

LEAST = 13
"""A whole below this is the sum of two other small numbers too often by chance."""


def sums(case: Case) -> Iterator[Check]:
    """A check for each whole with two parts near it that add up, or that say they are its parts and do not."""
    for doc in case.of_doc:
        known = [(c, case.quantity_of[c.id]) for c in case.of_doc[doc] if c.id in case.quantity_of]
        counts = [(c, q) for c, q in known if _counts(c, q)]
        counts.sort(key=lambda pair: pair[1].number.start)
        text = case.report[doc].text
        words = lexicon(case.report[doc].language, "reconcile")
        done: set[tuple[str, str, str]] = set()
        for whole, mark in counts:
            near = [
                (c, q)
                for c, q in counts
                if q is not mark and abs(q.number.start - mark.number.start) <= REACH
            ]
            yield from _adding(whole, near, done)
            yield from _stated(whole, mark, near, text, words, done)


def _counts(claim: Claim, mark: Quantity) -> bool:
    plain = claim.comparator in (Comparator.EXACT, Comparator.APPROX) and claim.value_max is None
    return mark.kind is QuantityKind.COUNT and isinstance(claim.value, int) and claim.value > 0 and plain


def _count(claim: Claim) -> int:
    """The number of a claim that `_counts`."""
    assert isinstance(claim.value, int)
    return claim.value


def _adding(
    whole: Claim, near: Sequence[tuple[Claim, Quantity]], done: set[tuple[str, str, str]]
) -> Iterator[Check]:
    if _count(whole) < LEAST:
        return
    for (one, _), (other, _) in combinations(near, 2):
        if _count(one) + _count(other) == _count(whole) and one.value != other.value:
            yield from _once(_check(whole, one, other, holds=True), done)
    for parts in _listed(near):
        if sum(map(_count, parts)) == _count(whole):
            yield from _once(_check(whole, *parts, holds=True), done)


def _listed(near: Sequence[tuple[Claim, Quantity]]) -> Iterator[tuple[Claim, ...]]:
    """Three and four numbers that follow one another closely, as in "131 men, 42 women and 14 children"."""
    for size in (3, 4):
        for start in range(len(near) - size + 1):
            run = near[start : start + size]
            marks = [q.number for _, q in run]
            if all(b.start - a.end <= CLOSE for a, b in pairwise(marks)):
                yield tuple(c for c, _ in run)


def _stated(
    whole: Claim,
    mark: Quantity,
    near: Sequence[tuple[Claim, Quantity]],
    text: str,
    words: Table,
    done: set[tuple[str, str, str]],
) -> Iterator[Check]:
    """Two numbers after the whole, introduced as its parts ("of whom 12 ... and 7 ...")."""
    after = [(c, q) for c, q in near if 0 < q.number.start - mark.number.end <= REACH // 2]
    if len(after) != 2:
        return
    (one, first), (other, second) = after
    lead = text[mark.number.end : first.number.start].lower()
    between = text[first.number.end : second.number.start].lower()
    introduced = any(f" {cue} " in f" {lead} " for cue in words["part_cues"])
    both = any(f" {word} " in between for word in words["and_words"])
    if introduced and both and _count(one) + _count(other) > _count(whole):
        yield from _once(_check(whole, one, other, holds=False), done)


def _once(check: Check, done: set[tuple[str, str, str]]) -> Iterator[Check]:
    key = (check.formula, check.statement, check.claims[0][:0])
    if key not in done:
        done.add(key)
        yield check


def _check(whole: Claim, *parts: Claim, holds: bool) -> Check:
    total = sum(map(_count, parts))
    said = [figure(p.value) for p in parts]
    listed = f"{', '.join(said[:-1])} and {said[-1]}"
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{listed} {'make' if holds else 'are parts of'} {figure(whole.value)}",
        formula=" + ".join(str(p.value) for p in parts),
        computed=total,
        holds=holds,
        claims=(whole.id, *(p.id for p in parts)),
        note="" if holds else f"the parts make {figure(total)}, more than the whole",
    )
