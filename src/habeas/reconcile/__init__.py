"""reconcile: claims to findings and checks."""

from __future__ import annotations

from habeas.reconcile.reconciling import Settled, reconcile

__all__ = ["Settled", "reconcile"]
