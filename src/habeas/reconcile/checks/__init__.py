"""Checks: what can be computed from what is reported."""

from __future__ import annotations

from habeas.reconcile.checks.checking import checks

__all__ = ["checks"]
