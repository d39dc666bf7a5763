"""Findings about quotations: one remark in the words of several reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.stems import stems

__all__ = ["wording_questions"]

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
    done: set[str] = set()
    for claim in sorted(claims, key=lambda c: (len(str(c.value)), c.id)):
        if claim.id in done:
            continue
        same = [c for c in claims if c.doc != claim.doc and _plain(claim) in _plain(c)]
        if same:
            group = [claim, *same]
            done.update(c.id for c in group)
            yield _question(group, Status.AGREE, "the same words in each report")


def _reworded(claims: Sequence[Claim], language: str) -> Iterator[Question]:
    """Quotations of one remark that differ in words: at most one is what was said."""
    for i, one in enumerate(claims):
        for other in claims[i + 1 :]:
            if one.doc == other.doc or _plain(one) in _plain(other) or _plain(other) in _plain(one):
                continue
            mine, theirs = stems(str(one.value), language), stems(str(other.value), language)
            common = mine & theirs
            if len(common) >= 4 and len(common) / max(1, min(len(mine), len(theirs))) >= ALIKE:
                yield _question([one, other], Status.CONFLICT, "quoted in different words")


def _plain(claim: Claim) -> str:
    """The words alone, so that marks, case and cuts of punctuation make no difference."""
    return " ".join(re.findall(r"\w+", str(claim.value).lower().replace("’", "'").replace("'", "")))


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
