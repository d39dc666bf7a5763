"""Apart: the claims of a second reader kept out of all that counts, or let in and pointed out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from habeas.model.claim import Claim, Claims
from habeas.model.finding import Check, Finding

__all__ = ["pointed_out", "put_back", "without_reader"]


def without_reader(claims: Claims) -> Claims:
    """What the program's own rules read in a report."""
    kept = tuple(claim for claim in claims.claims if claim.reader is None)
    return claims if len(kept) == len(claims.claims) else replace(claims, claims=kept)


def put_back(settled: Sequence[Claim], read: Iterable[Claims]) -> tuple[Claim, ...]:
    """The settled claims of the rules with those of the second reader between them, as each report has them."""
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in settled:
        own[claim.doc].append(claim)
    found: list[Claim] = []
    for claims in read:
        rules = iter(own[claims.doc])
        found += (claim if claim.reader else next(rules) for claim in claims.claims)
    return tuple(found)


def pointed_out(
    findings: Iterable[Finding], checks: Iterable[Check], claims: Iterable[Claim]
) -> tuple[tuple[Finding, ...], tuple[Check, ...]]:
    """Findings and checks whose note says how many of their claims are a second reader's."""
    theirs = {claim.id for claim in claims if claim.reader}
    return (
        tuple(replace(f, note=_noted(f.note, f.claims, theirs)) for f in findings),
        tuple(replace(c, note=_noted(c.note, c.claims, theirs)) for c in checks),
    )


def _noted(note: str, claims: Sequence[str], theirs: set[str]) -> str:
    number = sum(claim in theirs for claim in claims)
    if not number:
        return note
    said = f"{number} of its {len(claims)} claims the second reader proposed"
    return f"{note}; {said}" if note else said
