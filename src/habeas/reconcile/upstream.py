"""Upstream sources: whose word the claims of a finding go back to."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.model.claim import Claim
from habeas.reconcile.names import name_key

__all__ = ["upstream"]


def upstream(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The named sources at the far end of each claim's chain, each once, in order of first use.

    Three outlets quoting one group are three reports, perhaps three origins, and one upstream source.
    """
    found: dict[str, str] = {}
    for claim in claims:
        names = [*(a.name for a in claim.asserted_by), *claim.relaying]
        if names:
            found.setdefault(name_key(names[-1]), names[-1])
        elif claim.via:
            found.setdefault(name_key(claim.via), claim.via)
    return tuple(found.values())
