"""What held from day to day: the state of each measure between the days on which reports place its steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from habeas.model.law import Effect, LegalState, LegalStep
from habeas.model.record import Entry, Row
from habeas.model.wording import day
from habeas.reconcile.legal import groups, states_on
from habeas.record.collection import Collection
from habeas.record.wording import days

__all__ = ["periods"]

_HELD = {
    Effect.STOPS: "an order stops the measure",
    Effect.ALLOWS: "the measure may go on",
    Effect.NONE: "no order is told",
    None: "cannot be told",
}


def periods(part: str, held: Collection) -> tuple[Entry, ...]:
    """One entry for each measure of which a step stops it: its state from day to day, with the claims."""
    return tuple(
        Entry(
            f"{part}:days:{course[0].story}:{course[0].measure}",
            f"What held, from day to day: {course[0].measure or 'an order'}",
            rows,
        )
        for course in groups(held.settled.steps)
        if (rows := tuple(_rows(course)))
    )


def _rows(course: Sequence[LegalStep]) -> Iterator[Row]:
    known = {s.id: s for s in course}
    told = list(_states(course)) if any(s.effect is Effect.STOPS for s in course) else []
    for first, last, state in told:
        cited = dict.fromkeys(i for step in (*state.steps, *state.open) for i in known[step].claims)
        yield Row(_when(first, last), f"{_HELD[state.effect]}: {state.note}", tuple(cited))


def _when(first: date | None, last: date | None) -> str:
    if first is None and last is not None:
        return f"before {day(last + timedelta(1))}"
    return days(first, last) if first else "on any day"


def _states(course: Sequence[LegalStep]) -> Iterator[tuple[date | None, date | None, LegalState]]:
    """The state of each stretch of days in which it stays the same; the first has no first day, the last no last."""
    moving = [s for s in course if s.effect is not Effect.NONE]
    edges = sorted({d for s in moving for d in (s.earliest, s.latest) if d is not None})
    if not edges:
        yield None, None, states_on((date.min,), course)[0]
        return
    starts: list[date | None] = [None, *edges]
    states = states_on((edges[0] - timedelta(1), *edges), course)
    first = 0
    for at in range(1, len(starts) + 1):
        if at < len(starts) and _alike(states[at], states[first]):
            continue
        following = starts[at] if at < len(starts) else None
        yield starts[first], following - timedelta(1) if following else None, states[first]
        first = at


def _alike(one: LegalState, other: LegalState) -> bool:
    return (one.effect, one.steps, one.open, one.note) == (other.effect, other.steps, other.open, other.note)
