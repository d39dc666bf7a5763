"""claim: marks to claims."""

from __future__ import annotations

from habeas.claim.claiming import claim

__all__ = ["claim"]
