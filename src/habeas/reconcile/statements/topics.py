"""One subject under one frame: what several reports say of the same thing in the same respect."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.marks import EntityType
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import of_several
from habeas.reconcile.questions import Question
from habeas.reconcile.statements.relating import relate

__all__ = ["topic_questions"]

_LOOSE = frozenset({"", "clause", "saying", "described"})
"""Frames too wide to be a question of their own."""

_GROUP = "what it is"
_OF_A_GROUP = frozenset({Kind.ALLEGATION, Kind.CONDITION, Kind.EVENT, Kind.LEGAL, Kind.ROLE})
"""What is said of a group is few and of many frames: where it began, what it does, what it is called."""

_ASKED = {
    Kind.EVENT: "What is told of {}",
    Kind.LEGAL: "What rules or rulings concern {}",
    Kind.CONDITION: "How is {} described",
    Kind.AGREEMENT: "What was agreed with {}",
    Kind.ALLEGATION: "What is {} said to have done or to be",
    Kind.PLAN: "What does {} plan or demand",
}


def topic_questions(case: Case) -> Iterator[Question]:
    """Claims of one named subject and one frame, from at least two reports."""
    groups: dict[tuple[str, Kind, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        known = case.directory.find(claim.subject)
        if known is not None and known.type is EntityType.GROUP and claim.kind in _OF_A_GROUP:
            groups[known.id, Kind.ALLEGATION, _GROUP].append(claim)
            continue
        if claim.kind in (Kind.QUANTITY, Kind.QUOTATION, Kind.ROLE) or known is None or claim.frame in _LOOSE:
            continue
        groups[known.id, claim.kind, claim.frame].append(claim)
    for (_, kind, frame), claims in groups.items():
        if not of_several(claims):
            continue
        subject = claims[0].subject
        related = relate(claims, case)
        yield Question(
            text=f"What is {subject}?"
            if frame == _GROUP
            else f"{_ASKED[kind].format(subject)}: {_label(claims)}?",
            subject=subject,
            property=frame,
            status=related.status,
            claims=tuple(claims),
            answers=related.answers,
            note=related.note,
        )


def _label(claims: Sequence[Claim]) -> str:
    """What most of the claims say of their subject, in the reports' own word for it."""
    counted = Counter(c.property.replace("_", " ") for c in claims)
    return max(counted, key=lambda word: (counted[word], word))
