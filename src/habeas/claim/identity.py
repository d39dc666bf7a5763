"""The id of a claim: made from what it says and where, so that the same report gives the same id everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from habeas.claim.confidence import confidence
from habeas.model.claim import Claim, Claims

__all__ = ["identified", "ordered", "told_apart"]

_BYTES = 6
"""Bytes of an id: 48 bits, one collision expected in about 20 million claims."""


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
        found.append(_finished(claim, name, confidence(claim.kind, claim.confidence)))
    return tuple(found)


def told_apart(claims: Sequence[Claims]) -> tuple[Claims, ...]:
    """The claims of each report, those of reports with the same bytes under ids of their own: a report that comes twice is
    two reports, and the second makes its claims once more."""
    seen: set[str] = set()
    found = []
    twins = {sha for sha, number in Counter(_bytes(one) for one in claims).items() if sha and number > 1}
    for one in claims:
        if _bytes(one) in twins:
            fresh = tuple([_renamed(claim, seen) for claim in one.claims])
            seen.update([claim.id for claim in fresh])
            found.append(replace(one, claims=fresh))
        else:
            found.append(one)
    return tuple(found)


def _bytes(one: Claims) -> str:
    return one.claims[0].report if one.claims else ""


def _renamed(claim: Claim, seen: set[str]) -> Claim:
    name = claim.id
    while name in seen:
        name = _hashed(f"{name}\x1f{claim.doc}")
    return claim if name == claim.id else replace(claim, id=name)


def _finished(claim: Claim, name: str, sure: float) -> Claim:
    """The claim, its id and confidence filled in.

    A claim without an id was just made by this stage and nobody else holds it yet, so it is filled in place: a copy
    of its 27 fields costs more than finding its speaker, date and place. A claim that has an id is copied.
    """
    if claim.id:
        return replace(claim, id=name, confidence=sure)
    object.__setattr__(claim, "id", name)
    object.__setattr__(claim, "confidence", sure)
    return claim


def ordered(claims: Iterable[Claim]) -> list[Claim]:
    """In text order; claims of one span by kind, property, subject and value."""
    return sorted(
        claims, key=lambda c: (c.span.start, c.span.end, c.kind, c.property, c.subject, str(c.value))
    )


def _id(claim: Claim, turn: int) -> str:
    start, end = claim.span.start, claim.span.end
    return _hashed(
        f"{claim.report}\x1f{claim.kind}\x1f{start}\x1f{end}\x1f{claim.property}\x1f{claim.value}\x1f{turn}"
    )


def _hashed(words: str) -> str:
    """The hash that ids are made of: BLAKE2b, which for a few words takes half the time of SHA-256."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
