"""One subject under one frame: what several reports say of the same thing in the same respect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.stems import stems

__all__ = ["topic_questions"]

_LOOSE = frozenset({"", "clause", "saying", "described"})
"""Frames too wide to be a question of their own."""


def topic_questions(case: Case) -> Iterator[Question]:
    """Claims of one named subject and one frame, from at least two reports."""
    groups: dict[tuple[str, Kind, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        known = case.directory.find(claim.subject)
        if claim.kind in (Kind.QUANTITY, Kind.QUOTATION, Kind.ROLE) or known is None or claim.frame in _LOOSE:
            continue
        groups[known.id, claim.kind, claim.frame].append(claim)
    for (_, kind, frame), claims in groups.items():
        if len({c.doc for c in claims}) < 2:
            continue
        subject = claims[0].subject
        by_value: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_value[_shown(claim)].append(claim)
        status, note = _status(claims, case)
        yield Question(
            text=f"{subject}: {frame.replace('-', ' ')} ({kind})?",
            subject=subject,
            property=frame,
            status=status,
            claims=tuple(claims),
            answers=answers(by_value.items()),
            note=note,
        )


def _shown(claim: Claim) -> str:
    return str(claim.value) if claim.property == "described_as" else f"{claim.property} {claim.value}"


def _status(claims: Sequence[Claim], case: Case) -> tuple[Status, str]:
    """Agree where the reports' words share content; conflict where one denies what another says; else refines."""
    for i, one in enumerate(claims):
        for other in claims[i + 1 :]:
            if one.doc != other.doc and one.negated != other.negated and _overlap(one, other, case) >= 0.6:
                return Status.CONFLICT, "one report denies what another says"
    alike = any(
        one.doc != other.doc and _overlap(one, other, case) >= 0.5
        for i, one in enumerate(claims)
        for other in claims[i + 1 :]
    )
    return (
        (Status.AGREE, "")
        if alike
        else (Status.REFINES, "different things said in one respect; they can all hold")
    )


def _overlap(one: Claim, other: Claim, case: Case) -> float:
    mine = stems(_shown(one), case.report[one.doc].language)
    theirs = stems(_shown(other), case.report[other.doc].language)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))
