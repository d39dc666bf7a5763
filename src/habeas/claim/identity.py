"""The id of a claim: made from what it says and where, so that the same report gives the same id everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from habeas.claim.confidence import confidence
from habeas.model.claim import Claim

__all__ = ["identified", "ordered"]

_LENGTH = 12
"""Hex digits of an id: 48 bits, one collision expected in about 20 million claims."""


def identified(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in text order, each with its id, and its rule's prior turned into a calibrated confidence.

    The id hashes the report, kind, span, property and value; of claims that agree in all of these (which differ
    in their subject, say) the later ones in order get the hash of the next round.
    """
    seen: set[str] = set()
    found = []
    for claim in ordered(claims):
        name = _id(claim, 0)
        turn = 0
        while name in seen:
            turn += 1
            name = _id(claim, turn)
        seen.add(name)
        sure = confidence(claim.kind, claim.confidence)
        found.append(replace(claim, id=name, confidence=sure))
    return tuple(found)


def ordered(claims: Iterable[Claim]) -> list[Claim]:
    """In text order; claims of one span by kind, property, subject and value."""
    return sorted(claims, key=lambda c: (c.span, c.kind.value, c.property, c.subject, str(c.value)))


def _id(claim: Claim, turn: int) -> str:
    parts = (
        claim.report,
        claim.kind.value,
        str(claim.span.start),
        str(claim.span.end),
        claim.property,
        str(claim.value),
        str(turn),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:_LENGTH]
