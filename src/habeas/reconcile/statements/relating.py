"""How claims in words relate: one denies another, they say the same, or each says something of its own."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.wording import figure
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case

__all__ = ["relate", "said"]

DENIED = 0.6
"""Shared content from which a negated claim denies the other; below it they may speak of different things."""

SAME = 0.5
"""Shared content of the shorter claim from which two say the same."""

MANY = 60
"""Beyond this many claims only the first are compared: the answer no longer changes, the cost would."""


def said(claim: Claim) -> str:
    """A claim in words as one short sentence."""
    if claim.kind is Kind.QUOTATION or claim.property == "described_as":
        return str(claim.value)
    return f"{claim.subject} {claim.property} {figure(claim.value)}".strip()


def relate(claims: Sequence[Claim], case: Case) -> tuple[Status, str]:
    """The status of claims that answer one question, and why."""
    known = [(c, content_roots(said(c), case.report[c.doc].language)) for c in claims[:MANY]]
    pairs = [
        (one, other, len(mine & theirs) / max(1, min(len(mine), len(theirs))))
        for i, (one, mine) in enumerate(known)
        for other, theirs in known[i + 1 :]
        if one.doc != other.doc
    ]
    if any(one.negated != other.negated and share >= DENIED for one, other, share in pairs):
        return Status.CONFLICT, "one report denies what another says"
    if any(share >= SAME for _, _, share in pairs):
        return Status.AGREE, "said in other words"
    return Status.REFINES, "different things said to one question; they can all hold"
