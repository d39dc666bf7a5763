"""What courts did to one measure, in order: blocked, restricted, upheld, lifted; the later overtakes the earlier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from habeas.model.claim import Claim
from habeas.model.finding import Status
from habeas.model.law import Effect, LegalStep
from habeas.reconcile.case import Case
from habeas.reconcile.questions import Question, asked

__all__ = ["order_questions"]

_ANSWERS = {Effect.STOPS: "stopped or restricted", Effect.ALLOWS: "upheld or allowed"}


def order_questions(case: Case) -> Iterator[Question]:
    """One question a story: is the measure stopped or allowed, and what overtook what."""
    step_of = {id_: step for step in case.steps if step.effect is not Effect.NONE for id_ in step.claims}
    for claims in case.told_by_story(c for c in case.claims if c.id in step_of):
        yield _question(claims, step_of)


def _question(claims: Sequence[Claim], step_of: Mapping[str, LegalStep]) -> Question:
    steps = list({step_of[c.id].id: step_of[c.id] for c in claims}.values())
    status, note = _status(steps)
    told = Counter(step_of[c.id].measure for c in claims if step_of[c.id].measure)
    measure = max(told, key=lambda name: (told[name], name)) if told else claims[0].subject
    given = [(_ANSWERS[step_of[c.id].effect], c) for c in claims]
    return asked(
        "Do the courts stop the measure or let it go on?", measure, "legal status", status, given, note
    )


def _status(steps: Sequence[LegalStep]) -> tuple[Status, str]:
    """What the last step in time does, where steps differ; those that no report places leave the order open."""
    if len({step.effect for step in steps}) == 1:
        return Status.AGREE, "every report that speaks of it says the same"
    last = {e: max((_day(s) for s in steps if s.effect is e), default=date.min) for e in _ANSWERS}
    placed = last[Effect.STOPS] != last[Effect.ALLOWS]
    stopped = last[Effect.STOPS] > last[Effect.ALLOWS]
    told = "allowed at first, then stopped" if stopped else "stopped at first, then allowed"
    return Status.SUPERSEDED, told if placed else f"{told}; the reports' days leave the order open"


def _day(step: LegalStep) -> date:
    return step.earliest or date.min
