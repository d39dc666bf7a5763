"""What nobody has said: the pack's questions without an answer, and reports that say it was withheld."""

from __future__ import annotations

from habeas.model.claim import Claim, Modality
from habeas.model.pack import PackQuestion, Part
from habeas.model.record import Unknown
from habeas.reconcile.statements.asked import answering
from habeas.record.collection import Collection

__all__ = ["unknowns"]


def unknowns(part: Part, held: Collection) -> tuple[Unknown, ...]:
    """The part's questions that no claim answers, or that are answered only by saying that it was not disclosed."""
    silent = held.withheld
    hidden = {c.id for c in silent}
    found = []
    for question in held.pack.questions:
        if question.part != part.id or not (question.properties or question.words):
            continue
        answers = [c for c in answering(question, held.settled.claims) if c.id not in hidden and _tells(c)]
        if not answers:
            said = tuple(c.id for c in silent if _about(question, c))
            note = "A report says that this was not disclosed." if said else "No report says."
            found.append(Unknown(question.question, said, note))
    asked = {i for u in found for i in u.withheld}
    found += [_open(c) for c in silent if c.part == part.id and c.id not in asked]
    return tuple(found)


def _tells(claim: Claim) -> bool:
    return not (claim.negated and claim.modality is Modality.DENIED)


def _about(question: PackQuestion, claim: Claim) -> bool:
    """Whether the withheld thing is what the question asks: it answers by its words."""
    return bool(answering(question, [claim]))


def _open(claim: Claim) -> Unknown:
    words = " ".join(claim.quote.split())
    return Unknown(f"{words[:1].upper()}{words[1:]}", (claim.id,), "Told as withheld or not known.")
