"""Placing: which decision holds for which claim, also after a newer program has read the reports again.

A decision looks for its claim in the same report: by id; else by span, kind and property; else, where the text is laid
out anew, by its very words; else by the claim of the same kind and property that shares most of its span. A decision
that finds no claim is not lost: it is listed as unplaced, for a person to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.span import Span
from habeas.review.decision import ClaimAnchor, Decision

__all__ = ["Placed", "place"]

_SHARE = 0.6
"""The least share of both spans together that two claims must have in common to be taken for the same."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The last decision for each claim (by claim id), and the decisions whose claim is no longer read."""

    on_claims: Mapping[str, Decision]
    unplaced: tuple[Decision, ...]


def place(held: Iterable[Decision], claims: Sequence[Claim], texts: Mapping[str, str]) -> Placed:
    """Place the decisions on claims among `held` (oldest first); `texts` are the reports' texts by SHA-256."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    on_claims: dict[str, Decision] = {}
    unplaced = []
    for decision in held:
        anchor = decision.ruling.anchor
        if not isinstance(anchor, ClaimAnchor):
            continue
        found = _find(anchor, by_report.get(anchor.report, []), texts.get(anchor.report, ""))
        if found is None:
            unplaced.append(decision)
        else:
            on_claims.pop(found.id, None)
            on_claims[found.id] = decision
    return Placed(on_claims, tuple(unplaced))


def _find(anchor: ClaimAnchor, claims: Sequence[Claim], text: str) -> Claim | None:
    same = [c for c in claims if c.id == anchor.claim]
    if same:
        return same[0]
    kind = [c for c in claims if c.kind.value == anchor.kind]
    span = Span(anchor.start, anchor.end)
    stands = span.of(text) == anchor.quote
    there = [c for c in kind if c.span == span] if stands else [c for c in kind if c.quote == anchor.quote]
    if one := _only(there, anchor.property):
        return one
    if not stands:
        return None
    near = [c for c in kind if c.property == anchor.property and _share(c.span, span) >= _SHARE]
    return max(near, key=lambda c: _share(c.span, span), default=None)


def _only(claims: Sequence[Claim], prop: str) -> Claim | None:
    """The one claim meant; where several stand there, the one of the same property."""
    if len(claims) == 1:
        return claims[0]
    same = [c for c in claims if c.property == prop]
    return same[0] if same else None


def _share(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))
