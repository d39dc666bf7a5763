"""Findings about quotations: one remark in the words of several reports."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers

__all__ = ["wording_questions"]

LEAST = 4
"""Stems in common below which two quotations are of two remarks."""

COMMON = 40
"""Quotations in which a speaker may use a word before it says nothing about the remark."""

ALIKE = 0.35
"""Share of the shorter quotation's content that the longer one must hold to be taken for the same remark."""


def wording_questions(case: Case) -> Iterator[Question]:
    """For each speaker: remarks that several reports quote alike, and remarks they quote in different words."""
    spoken: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUOTATION and claim.asserted_by and len(str(claim.value).split()) >= 4:
            spoken[name_key(claim.asserted_by[-1].name)].append(claim)
    for claims in spoken.values():
        if len({c.doc for c in claims}) > 1:
            yield from _alike(claims)
            yield from _reworded(claims, case.report[claims[0].doc].language)


def _alike(claims: Sequence[Claim]) -> Iterator[Question]:
    """Quotations whose words stand whole in another report's quotation."""
    holders: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for run in _runs(_plain(claim)):
            holders[run].append(claim)
    done: set[str] = set()
    for claim in sorted(claims, key=lambda c: (len(str(c.value)), c.id)):
        if claim.id in done:
            continue
        words = _plain(claim)
        same = [c for c in holders[next(iter(_runs(words)))] if c.doc != claim.doc and words in _plain(c)]
        if same:
            group = [claim, *same]
            done.update(c.id for c in group)
            yield _question(group, Status.AGREE, "the same words in each report")


def _runs(words: str) -> Iterator[str]:
    """Every four words in a row, in order; a quotation that holds another holds its first four."""
    parts = words.split()
    for i in range(max(1, len(parts) - 3)):
        yield " ".join(parts[i : i + 4])


def _reworded(claims: Sequence[Claim], language: str) -> Iterator[Question]:
    """Quotations of one remark that differ in words: at most one is what was said."""
    known = [content_roots(str(c.value), language) for c in claims]
    pairs = []
    for i, j in _sharing(known):
        one, other = claims[i], claims[j]
        if one.doc == other.doc or _plain(one) in _plain(other) or _plain(other) in _plain(one):
            continue
        common = len(known[i] & known[j])
        if common >= LEAST and common / max(1, min(len(known[i]), len(known[j]))) >= ALIKE:
            pairs.append((i, j))
    for group in joined(sorted({n for pair in pairs for n in pair}), pairs):
        yield _question([claims[n] for n in group], Status.CONFLICT, "quoted in different words")


def _sharing(known: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Pairs with enough roots in common, found through the roots; a word that a speaker always uses joins nothing."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, content in enumerate(known):
        for stem in content:
            holders[stem].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        if len(group) <= COMMON:
            shared.update(combinations(group, 2))
    least = LEAST if len(known) <= COMMON else LEAST - 1
    return sorted(pair for pair, count in shared.items() if count >= least)


@lru_cache(maxsize=50_000)
def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower().replace("’", "'").replace("'", "")))


def _plain(claim: Claim) -> str:
    """The words alone, so that marks, case and cuts of punctuation make no difference."""
    return _folded(str(claim.value))


def _question(claims: Sequence[Claim], status: Status, note: str) -> Question:
    speaker = claims[0].asserted_by[-1].name
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[str(claim.value)].append(claim)
    return Question(
        text=f"In what words did {speaker} say this?",
        subject=speaker,
        property="wording",
        status=status,
        claims=tuple(claims),
        answers=answers(groups.items()),
        note=note,
    )
