"""Offices: who is said to be what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import of_several
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, asked

__all__ = ["office_questions"]

OTHERWISE = "different titles of one person; one may say more, or an office may have changed"


def office_questions(case: Case) -> Iterator[Question]:
    """One question a person and sort of role, where at least two reports name it."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.ROLE:
            groups[name_key(claim.subject), claim.property].append(claim)
    for (_, role), claims in groups.items():
        if not of_several(claims):
            continue
        subject = claims[0].subject
        text = f"What office does {subject} hold?" if role == "holds office" else f"{subject}: {role}?"
        alike = _alike(claims)
        status = Status.AGREE if alike else Status.REFINES
        told = [(str(c.value), c) for c in claims]
        yield asked(text, subject, role, status, told, "" if alike else OTHERWISE)


def _alike(claims: Sequence[Claim]) -> bool:
    """Whether the titles share their words: "DHS Secretary" and "Secretary" do."""
    known = [content_roots(str(c.value)) for c in claims]
    shortest = min(known, key=len)
    return all(shortest & k for k in known)
