"""Review: what people decided about claims, names and findings, and how it is laid over what the machine read."""

from __future__ import annotations

from habeas.review.applying import apply
from habeas.review.decision import (
    ClaimAnchor,
    Decision,
    EntityAnchor,
    FindingAnchor,
    Ruling,
    Verdict,
    in_force,
    on_claim,
    on_entities,
    on_finding,
    on_person,
)
from habeas.review.placing import Placed, place

__all__ = [
    "ClaimAnchor",
    "Decision",
    "EntityAnchor",
    "FindingAnchor",
    "Placed",
    "Ruling",
    "Verdict",
    "apply",
    "in_force",
    "on_claim",
    "on_entities",
    "on_finding",
    "on_person",
    "place",
]
