"""Counts that one report gives in a word ("dozens") and others in figures that the word cannot mean ("443")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import QuantityKind
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import Bounds, meant_bounds, vague_bounds
from habeas.reconcile.questions import Question, figure_question
from habeas.reconcile.scopes import is_past, is_repeated, is_wide
from habeas.reconcile.telling import PEOPLE, is_part, sort_of, told_of, words_of

__all__ = ["vague_questions"]

LEAST, MOST = 12, 1_000_000
"""Words that may mean fewer or more than this exclude hardly any number."""
LOOSE = 2
"""The factor by which a word is used of more or fewer than it means: nobody counts dozens to the last."""
FAR = 10
"""The factor by which a number of the same may differ from what a word can mean."""
MANY = 40
"""Counts of one thing in one story beyond which they are of many things."""


def vague_questions(case: Case) -> Iterator[Question]:
    """One question for each thing that one report counts in a word which no number of other reports fits."""
    vague = [c for c in case.claims if c.kind is Kind.QUANTITY and _bounds(c) is not None]
    told: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    for claim in vague:
        if (thing := _thing(claim, case)) is not None:
            told[thing].append(claim)
    stories = {story for story, _, _ in told}
    counted: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims if stories else ():
        plain = claim.kind is Kind.QUANTITY and not isinstance(claim.value, str)
        if plain and case.story[claim.doc] in stories and (thing := _thing(claim, case)) in told:
            counted[thing].append(claim)
    for thing, words in told.items():
        exact = counted.get(thing, [])
        if exact and len(exact) <= MANY:
            yield from _excluded(words, exact, case)


def _bounds(claim: Claim) -> Bounds | None:
    """What a count in a word can mean; None where that is nearly anything."""
    if not isinstance(claim.value, str):
        return None
    found = vague_bounds(claim.value)
    if found is None or found.low < LEAST or found.high >= MOST:
        return None
    return Bounds(found.low / LOOSE, found.high * LOOSE)


def _thing(claim: Claim, case: Case) -> tuple[int, str, str] | None:
    """What happened to whom in which story; None for what is of a part, of another year or of a whole country."""
    mark = case.quantity_of.get(claim.id)
    if mark is None or mark.kind not in (QuantityKind.COUNT, QuantityKind.VAGUE):
        return None
    told = told_of(claim, case)
    # What happens again and again is counted of one time or another.
    if told is None or told in words_of(claim, case)["growing"]["again"]:
        return None
    apart = is_part(claim, case) or is_past(claim, case) or is_wide(claim, case) or is_repeated(claim, case)
    sort = PEOPLE if claim.unit == "people" else sort_of(claim, case, told)
    return None if apart else (case.story[claim.doc], told, sort)


def _excluded(words: Sequence[Claim], exact: Sequence[Claim], case: Case) -> Iterator[Question]:
    """Words whose report gives no number of the same, with the numbers of others, if none of them fits."""
    counting = {c.doc for c in exact}
    alone = [c for c in words if c.doc not in counting]
    for word in {str(c.value): c for c in reversed(alone)}.values():
        allowed = _bounds(word)
        if allowed is None:
            continue
        near = [c for c in exact if _is_near(c, allowed)]
        if near and not any(_fits(c, allowed) for c in exact):
            same = [c for c in alone if c.value == word.value]
            yield figure_question(
                [*same, *near], Status.CONFLICT, "no number fits the word", case, of=near[0], named=False
            )


def _fits(claim: Claim, allowed: Bounds) -> bool:
    meant = meant_bounds(claim.value, claim.value_max, claim.comparator)
    return meant is None or meant.meets(allowed)


def _is_near(claim: Claim, allowed: Bounds) -> bool:
    return allowed.low <= FAR * float(claim.value) and float(claim.value) <= FAR * allowed.high
