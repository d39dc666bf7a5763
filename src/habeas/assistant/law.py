"""The law of a day, as the reports tell it."""

from __future__ import annotations

from datetime import date
from typing import Any

from habeas.assistant.archive import Archive
from habeas.assistant.arguments import Arguments
from habeas.assistant.bounds import fitting, page
from habeas.assistant.cited import cited, claim_json
from habeas.model.law import Effect, LegalState, LegalStep
from habeas.publish.wording import shortened
from habeas.reconcile.legal import groups, state_on

__all__ = ["law_on"]

_HELD = {
    Effect.STOPS: "stopped by an order",
    Effect.ALLOWS: "allowed: an order that stopped it was overtaken, or none did",
    Effect.NONE: "no order in force",
    None: "cannot be told",
}

_COURSE = 16_000
"""Characters for the steps of one measure."""


def law_on(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """What law and orders were in force on a day, step by step, with the words behind each step."""
    on, measure = asked.day("date"), (asked.text("measure") or "").lower()
    assert on is not None, "date is required"
    courses = [c for c in groups(archive.steps) if measure in c[0].measure.lower()]
    told = []
    for course in courses:
        state = state_on(on, course)
        steps = fitting((_step(archive, step, state, on) for step in course), _COURSE)
        told.append(
            {
                "measure": shortened(state.measure or "a measure that no report names", 200),
                "state": _HELD[state.effect],
                **({"note": shortened(state.note, 400)} if state.note else {}),
                "steps": steps,
                **({"steps_left": len(course) - len(steps)} if len(steps) < len(course) else {}),
            }
        )
    offset = asked.whole("offset")
    note = {} if told else {"note": "no report of this record tells of an order or a law that was invoked"}
    return page("measures", told[offset:], len(told), offset, on=on.isoformat(), no_legal_advice=True, **note)


def _step(archive: Archive, step: LegalStep, state: LegalState, on: date) -> dict[str, Any]:
    days = [day.isoformat() if day else None for day in (step.earliest, step.latest)]
    later = step.earliest is not None and step.earliest > on
    standing = (
        "in force"
        if step.id in state.steps
        else "may have come before or after the day"
        if step.id in state.open
        else "came later"
        if later
        else "overtaken or not decisive"
    )
    words = cited(archive, step.claims).values()
    return {
        "standing": standing,
        "actor": step.actor,
        "act": step.act,
        **({"vote": step.vote} if step.vote else {}),
        "between": days,
        "claims": len(step.claims),
        "words": [claim_json(row, 240) for row in list(words)[:2]],
    }
