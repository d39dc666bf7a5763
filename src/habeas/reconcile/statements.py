"""Findings about what is said in words: events, conditions, laws, agreements, plans, descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question

__all__ = ["statement_questions"]


def statement_questions(case: Case) -> Iterator[Question]:
    """Claims in words that answer one question."""
    return iter(())
