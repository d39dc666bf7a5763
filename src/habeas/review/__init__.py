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
from habeas.review.protecting import cleared_by, is_protected, protect, withheld_by

__all__ = [
    "ClaimAnchor",
    "Decision",
    "EntityAnchor",
    "FindingAnchor",
    "Placed",
    "Ruling",
    "Verdict",
    "apply",
    "cleared_by",
    "in_force",
    "is_protected",
    "on_claim",
    "on_entities",
    "on_finding",
    "on_person",
    "place",
    "protect",
    "withheld_by",
]
