"""Findings about what is said in words: events, conditions, laws, agreements, plans, offices, descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question
from habeas.reconcile.statements.asked import asked_questions
from habeas.reconcile.statements.causes import cause_questions
from habeas.reconcile.statements.contested import contested_questions
from habeas.reconcile.statements.dates import date_questions
from habeas.reconcile.statements.days import day_questions
from habeas.reconcile.statements.disputes import dispute_questions
from habeas.reconcile.statements.endings import ending_questions
from habeas.reconcile.statements.framing import framing_questions
from habeas.reconcile.statements.hours import hour_questions
from habeas.reconcile.statements.likeness import likeness_questions
from habeas.reconcile.statements.made_or_not import made_or_not_questions
from habeas.reconcile.statements.naming import naming_questions
from habeas.reconcile.statements.offices import office_questions
from habeas.reconcile.statements.orders import order_questions
from habeas.reconcile.statements.periods import period_questions
from habeas.reconcile.statements.plans import plan_questions
from habeas.reconcile.statements.reasons import reason_questions
from habeas.reconcile.statements.sites import site_questions
from habeas.reconcile.statements.standing import standing_questions
from habeas.reconcile.statements.tensions import tension_questions
from habeas.reconcile.statements.topics import topic_questions

__all__ = ["statement_questions"]

_ALL = (
    order_questions,
    standing_questions,
    plan_questions,
    ending_questions,
    date_questions,
    day_questions,
    period_questions,
    hour_questions,
    site_questions,
    naming_questions,
    office_questions,
    tension_questions,
    dispute_questions,
    contested_questions,
    made_or_not_questions,
    cause_questions,
    reason_questions,
    asked_questions,
    topic_questions,
    likeness_questions,
    framing_questions,
)


def statement_questions(case: Case) -> Iterator[Question]:
    """Every question that claims in words of at least two reports answer, the most exact kinds first."""
    for kind in _ALL:
        yield from kind(case)
