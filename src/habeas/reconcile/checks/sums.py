"""Parts and wholes: 238 and 23 make 261."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from habeas.model.finding import Check, CheckType
from habeas.model.marks import Comparator, QuantityKind
from habeas.model.wording import figure
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, rounded

__all__ = ["made_up", "sums"]

REACH = 500
"""Characters from the whole to its parts: a paragraph."""

CLOSE = 40
"""Characters between two numbers of one list of parts."""

TOGETHER = 120
"""Characters between two parts of one whole that are told of different things."""

TELLING, WIDE = 100, 260
"""A whole from which two parts hardly make it by chance, and the characters between them then."""

CROWD = 8
"""Like numbers beside a whole beyond which some of them make it by chance: a table, a list of results."""

MULTITUDE = 16
"""The same for three or four of them that stand in one list."""

LEAST = 13
"""A whole below this is the sum of two other small numbers too often by chance."""

_DASHES = ("—", " –", " -")
"""Between a whole and what may be its parts: "ten hostages—five men and five women"."""

_BREAK = re.compile(r"(?<![^a-z][a-z])[.!?;]\s")
"""The end of a sentence or a half of one, which no initials are ("five U.S. citizens")."""

_SINGLE = frozenset({Comparator.EXACT, Comparator.APPROX, Comparator.AT_LEAST})


def sums(case: Case) -> Iterator[Check]:
    """A check for each whole with two parts near it that add up, or that say they are its parts and do not."""
    for doc in case.of_doc:
        counts = [f for f in figures(case, doc) if _counts(f)]
        text = case.report[doc].text
        words = lexicon(case.report[doc].language, "reconcile")
        starts = [f.mark.number.start for f in counts]
        done: set[tuple[str | bool | None, ...]] = set()
        for whole in counts:
            at = whole.mark.number.start
            reach = 2 * REACH if _is_telling(whole) else REACH
            within = counts[bisect_left(starts, at - reach) : bisect_right(starts, at + reach)]
            near = [f for f in within if f is not whole]
            found = (*_adding(whole, near, text), *_stated(whole, near, text, words))
            for check in found:
                told = (*sorted(check.formula.split(" + ")), check.statement.rpartition(" ")[2], check.holds)
                if told not in done:
                    done.add(told)
                    yield check


def _counts(one: Figure) -> bool:
    claim = one.claim
    plain = claim.comparator in _SINGLE and claim.value_max is None
    return one.mark.kind is QuantityKind.COUNT and isinstance(claim.value, int) and claim.value > 0 and plain


def _adding(whole: Figure, near: Sequence[Figure], text: str) -> Iterator[Check]:
    """Two numbers near the whole, or a list of three or four, whose sum is the whole to the digit."""
    near = [f for f in near if f.like(whole) or f.claim.property == whole.claim.property]
    if whole.value < LEAST or len(near) > MULTITUDE:
        return
    for one, other in combinations(near if len(near) <= CROWD else (), 2):
        if one.value + other.value == whole.value and one.value != other.value and _of_one(one, other, whole):
            yield _check(whole, (one, other), holds=True)
    for parts in _listed(near):
        crowded = len(near) > CROWD and _is_broken(parts, text)
        if not crowded and sum(p.value for p in parts) == whole.value:
            yield _check(whole, parts, holds=True)


def _of_one(one: Figure, other: Figure, whole: Figure) -> bool:
    """Whether two numbers can be the parts of a whole: each answers what the whole does, or they stand together and count
    one sort of thing, or stand side by side."""
    if one.claim.property == whole.claim.property == other.claim.property:
        return True
    apart = abs(other.mark.number.start - one.mark.number.end)
    units = {whole.claim.unit, one.claim.unit, other.claim.unit} - {None}
    return apart <= ((WIDE if _is_telling(whole) else TOGETHER) if len(units) < 2 else CLOSE)


def _is_telling(whole: Figure) -> bool:
    """Whether two parts hardly make a number by chance."""
    return whole.value >= TELLING and whole.value % 10 != 0


def _listed(near: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Three and four numbers that follow one another closely, as in "131 men, 42 women and 14 children"."""
    for size in (3, 4):
        for start in range(len(near) - size + 1):
            run = tuple(near[start : start + size])
            if all(b.mark.number.start - a.mark.number.end <= CLOSE for a, b in pairwise(run)):
                yield run


def _is_broken(parts: Sequence[Figure], text: str) -> bool:
    """Whether the numbers of a list stand in several sentences."""
    return _BREAK.search(text[parts[0].mark.number.end : parts[-1].mark.number.start].lower()) is not None


def _stated(whole: Figure, near: Sequence[Figure], text: str, words: Table) -> Iterator[Check]:
    """Numbers that are introduced as parts of the whole ("of the 11, seven ..., three ... and two ...").

    Parts that make less than the whole need not be all of them, so that nothing can be told; those that make the
    whole, or more, can be told.
    """
    after = [f for f in near if 0 < f.mark.number.start - whole.mark.number.end <= REACH // 2]
    parts = _parts(whole, after, text, words)
    if len(parts) < 2:
        return
    total = sum(p.value for p in parts)
    full = rounded(whole.value) if whole.value >= 1000 else None
    fits = total == whole.value or (full is not None and full.low <= total <= full.high)
    lead = text[whole.mark.number.end : parts[0].mark.number.start]
    if fits or (total > whole.value and not lead.rstrip().endswith(_DASHES)):
        yield _check(whole, parts, holds=fits)


def _parts(whole: Figure, after: Sequence[Figure], text: str, words: Table) -> tuple[Figure, ...]:
    """The numbers after the whole up to the one that "and" leads in, where words say that they are its parts."""
    if not after or not _introduced(whole, after[0], text, words):
        return ()
    for n, (one, other) in enumerate(pairwise(after)):
        between = text[one.mark.number.end : other.mark.number.start].lower()
        if _BREAK.search(between) or other.mark.number.start - one.mark.number.end > 2 * CLOSE:
            return ()
        if any(re.search(rf"\b{re.escape(word)}\b", between) for word in words["and_words"]):
            return tuple(after[: n + 2])
    return ()


def _introduced(whole: Figure, first: Figure, text: str, words: Table) -> bool:
    """Whether parts are announced between the whole and the first of them, or just before the whole ("of the 71")."""
    lead = text[whole.mark.number.end : first.mark.number.start].lower()
    if _BREAK.search(lead) and not any(f" {cue} " in f" {lead} " for cue in words["part_cues"]):
        return False
    before = " ".join(text[max(0, whole.mark.span.start - CLOSE) : whole.mark.span.start].lower().split())
    shared = any(f" {before}".endswith(f" {cue}") for cue in words["whole_cues"])
    told = any(f" {cue} " in f" {' '.join(lead.split())} " for cue in words["part_cues"])
    return told or (shared and "," in lead) or lead.rstrip().endswith((":", *_DASHES))


def made_up(whole: Figure, parts: Sequence[Figure]) -> Check:
    """The check that says that these parts make the whole."""
    return _check(whole, parts, holds=True)


def _check(whole: Figure, parts: Sequence[Figure], *, holds: bool) -> Check:
    total = sum(int(p.value) for p in parts)
    said = [figure(p.claim.value) for p in parts]
    listed = f"{', '.join(said[:-1])} and {said[-1]}"
    if holds:
        note = "" if total == whole.value else f"the parts make {figure(total)}; the whole is rounded"
    else:
        note = f"the parts make {figure(total)}, more than the whole"
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{listed} {'make' if holds else 'are parts of'} {figure(whole.claim.value)}",
        formula=" + ".join(str(p.claim.value) for p in parts),
        computed=total,
        holds=holds,
        claims=(whole.claim.id, *(p.claim.id for p in parts)),
        note=note,
    )
