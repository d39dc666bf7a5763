"""Applying: decisions laid over a dossier, beside what the machine made of it.

Claims keep what was read and carry the verdict and the right value next to it. Findings leave rejected claims out,
are merged, split and settled as decided, and say so in their note. Entities that are the same become one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from habeas.model.claim import Claim
from habeas.model.dossier import Dossier
from habeas.review.decision import Decision, Verdict, in_force
from habeas.review.entities import joined_entities
from habeas.review.findings import decided_findings
from habeas.review.placing import place

__all__ = ["apply"]


def apply(dossier: Dossier, decisions: Iterable[Decision]) -> Dossier:
    """`dossier` as people decided; the same dossier where nothing was decided. No report and no claim is removed."""
    held = in_force(decisions)
    if not held:
        return dossier
    texts = {report.sha256: report.text for report in dossier.reports}
    placed = place(held, dossier.claims, texts)
    claims = tuple(_decided(claim, placed.on_claims.get(claim.id)) for claim in dossier.claims)
    return replace(
        dossier,
        claims=claims,
        findings=decided_findings(dossier, claims, held),
        entities=joined_entities(dossier.entities, held),
    )


def _decided(claim: Claim, decision: Decision | None) -> Claim:
    if decision is None:
        return claim
    right = decision.ruling.value if decision.ruling.verdict is Verdict.CORRECTED else None
    return replace(claim, decision=decision.ruling.verdict.value, correction=right)
