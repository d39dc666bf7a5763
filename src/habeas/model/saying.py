"""Saying: a claim in words as one short sentence, as findings show and compare it."""

from __future__ import annotations

from habeas.model.claim import Claim, Kind
from habeas.model.wording import figure

__all__ = ["said"]


def said(claim: Claim) -> str:
    """A claim in words as one short sentence."""
    if claim.kind is Kind.QUOTATION or claim.property == "described_as":
        return str(claim.value)
    told = claim.property.replace("_", " ")
    value = figure(claim.value)
    # A noun that names its own act ("visit", "visit to the camp") is not said twice.
    twice = f"{value} ".lower().startswith(f"{told} ".lower())
    return f"{claim.subject} {value if twice else f'{told} {value}'}".strip()
