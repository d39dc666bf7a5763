"""One subject under one frame: what several reports say of the same thing in the same respect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from habeas.model.claim import Claim, Kind
from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question, answers
from habeas.reconcile.statements.relating import relate, said

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
            by_value[said(claim)].append(claim)
        status, note = relate(claims, case)
        yield Question(
            text=f"What do the reports say of {subject}: {_label(frame, kind)}?",
            subject=subject,
            property=frame,
            status=status,
            claims=tuple(claims),
            answers=answers(by_value.items()),
            note=note,
        )


def _label(frame: str, kind: Kind) -> str:
    """The frame's id in plain words."""
    return f"{frame.removesuffix('-noun').replace('-', ' ')} ({kind})"
