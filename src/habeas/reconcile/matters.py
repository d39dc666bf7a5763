"""Whether reports that seem to contradict each other are about one matter: reports of two cars, two games or two markets
stand in one story of a large collection, and give their numbers in the same words.

What a report is about it mentions most. Two reports that have none of these names in common tell of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from habeas.model.claim import Kind
from habeas.model.finding import Status
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question

__all__ = ["of_one_matter"]

_APART = frozenset({Status.CONFLICT, Status.SUPERSEDED})
_QUOTED = frozenset({"wording", "speaker", "name"})
"""Properties of questions that are of one thing by their words."""


def of_one_matter(questions: Iterable[Question], case: Case) -> Iterator[Question]:
    """The questions, without contradictions between reports of two matters; what is asked of one subject stays, as numbers
    that are of two things."""
    for question in questions:
        if question.status not in _APART or question.property in _QUOTED or _are_of_one(question, case):
            yield question
        elif _is_of_one_subject(question):
            yield replace(question, status=Status.DIFFERENT_SCOPE, note="of reports about different things")


def _are_of_one(question: Question, case: Case) -> bool:
    """Whether two reports that answer a question otherwise mention one name most, or one of them names nothing."""
    told: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for answer in question.answers:
        for id_ in answer.claims:
            doc = case.claim[id_].doc
            if not case.leading[doc]:
                return True
            for place in case.leading[doc]:
                told[place].add((answer.value, doc))
    # What one report denies in the words of another is one answer.
    apart = min(2, len(question.answers))
    return any(len({v for v, _ in both}) >= apart and len({d for _, d in both}) > 1 for both in told.values())


def _is_of_one_subject(question: Question) -> bool:
    numbers = all(c.kind is Kind.QUANTITY for c in question.claims)
    return numbers and len({(name_key(c.subject), c.property) for c in question.claims}) == 1
