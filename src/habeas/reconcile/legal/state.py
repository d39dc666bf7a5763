"""What held on a day: in force, not in force, or cannot be told, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from habeas.model.law import Effect, LegalState, LegalStep

__all__ = ["groups", "state_on"]


def groups(steps: Sequence[LegalStep]) -> tuple[tuple[LegalStep, ...], ...]:
    """Steps in courses: one course for each measure and the reports that tell of it, in the order given."""
    courses: list[list[LegalStep]] = []
    for step in steps:
        last = courses[-1][-1] if courses else None
        if last is not None and last.measure == step.measure and last.story == step.story:
            courses[-1].append(step)
        else:
            courses.append([step])
    return tuple(tuple(course) for course in courses)


def state_on(day: date, course: Sequence[LegalStep]) -> LegalState:
    """What held of one measure at the end of `day`, by the steps of its course in order.

    A step counts as taken when its latest possible day has come, as open when only its earliest has (or no report
    dates it). An open step that could change the answer leaves it untold.
    """
    moving = [s for s in course if s.effect is not Effect.NONE]
    measure = course[0].measure if course else ""
    taken = [s for s in moving if s.latest is not None and s.latest <= day]
    opened = [
        s for s in moving
        if (s.latest is None or s.latest > day) and (s.earliest is None or s.earliest <= day)
    ]  # fmt: skip
    overtaken = {i for s in taken for i in s.overtakes}
    standing = [s for s in taken if s.id not in overtaken]
    held = standing[-1].effect if standing else None
    last = max((s.earliest for s in standing if s.earliest), default=None)
    doubtful = [s for s in opened if s.effect is not held and _could_follow(s, last)]
    if held is None and not opened:
        first = next((s for s in moving if s.earliest and s.earliest > day), None)
        note = (
            f"no report tells of an order before {first.earliest}" if first else "no report tells of an order"
        )
        return LegalState(measure, day, Effect.NONE, (), (), note)
    ids = tuple(s.id for s in standing if s.effect is held)
    if doubtful:
        note = "; ".join(f"{_undated(s)}, so it may have come before this day or after it" for s in doubtful)
        return LegalState(measure, day, None, ids, tuple(s.id for s in doubtful), note)
    return LegalState(measure, day, held, ids, (), _told(standing, held))


def _could_follow(step: LegalStep, last: date | None) -> bool:
    """Whether an open step can have come after all that stands: not if its last possible day is before the first
    possible day of one."""
    return step.latest is None or last is None or step.latest >= last


def _undated(step: LegalStep) -> str:
    who = f"{step.actor} ({step.act})"
    if step.earliest is None and step.latest is None:
        return f"no report dates this: {who}"
    if step.earliest is None:
        return f"told by {step.latest} without a day: {who}"
    return f"between {step.earliest} and {step.latest}: {who}"


def _told(standing: Sequence[LegalStep], held: Effect | None) -> str:
    parts = [f"{s.act} by {s.actor}, {_day(s)}" for s in standing if s.effect is held]
    return "; ".join(parts)


def _day(step: LegalStep) -> str:
    if step.earliest == step.latest and step.latest is not None:
        return step.latest.isoformat()
    if step.earliest is None:
        return f"by {step.latest}"
    return f"between {step.earliest} and {step.latest}"
