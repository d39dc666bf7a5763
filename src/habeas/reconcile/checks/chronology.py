"""Dates of one event told twice."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.finding import Check
from habeas.reconcile.case import Case

__all__ = ["chronology"]


def chronology(case: Case) -> Iterator[Check]:
    """Checks of dates."""
    return iter(())
