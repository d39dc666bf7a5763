"""What held on a day: in force, not in force, or cannot be told, and why."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import date
from heapq import heappop, heappush

from habeas.model.law import Effect, LegalState, LegalStep
from habeas.model.wording import number

__all__ = ["MOST", "groups", "state_on", "states_on"]

MOST = 40
"""Acts that the answer for one day names and rests on; where more stand, the latest, and how many the others are."""


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
    return states_on((day,), course)[0]


def states_on(days: Sequence[date], course: Sequence[LegalStep]) -> list[LegalState]:
    """What held at the end of each of `days`, which are in order: the course is gone through once for all of them."""
    going = _Going(course)
    return [going.until(day) for day in days]


class _Going:
    """A course gone through from day to day. What stands and what is open are kept by their place in the course."""

    def __init__(self, course: Sequence[LegalStep]) -> None:
        self._measure = course[0].measure if course else ""
        self._moving = [s for s in course if s.effect is not Effect.NONE]
        self._place = {s.id: n for n, s in enumerate(self._moving)}
        places = range(len(self._moving))
        self._to_open = sorted(places, key=lambda n: self._moving[n].earliest or date.min, reverse=True)
        dated = ((s.latest, n) for n, s in enumerate(self._moving) if s.latest is not None)
        self._to_take = sorted(dated, reverse=True)
        self._overtaken: set[str] = set()
        self._standing: dict[Effect, list[int]] = {Effect.STOPS: [], Effect.ALLOWS: []}
        self._open: dict[Effect, list[int]] = {Effect.STOPS: [], Effect.ALLOWS: []}
        self._latest: list[tuple[int, int]] = []
        """The first possible days of what was taken, the last of them first: a heap."""

    def until(self, day: date) -> LegalState:
        """The state at the end of `day`, which is no earlier than any asked before."""
        while self._to_open and (self._moving[self._to_open[-1]].earliest or date.min) <= day:
            opened = self._to_open.pop()
            if (last := self._moving[opened].latest) is None or last > day:
                insort(self._open[self._moving[opened].effect], opened)
        while self._to_take and self._to_take[-1][0] <= day:
            self._take(self._to_take.pop()[1])
        stops, allows = self._standing[Effect.STOPS], self._standing[Effect.ALLOWS]
        if not stops and not allows:
            held = None
        else:
            held = Effect.STOPS if stops[-1:] > allows[-1:] else Effect.ALLOWS
        if held is None and not any(self._open.values()):
            return self._nothing(day)
        standing = self._standing[held] if held else []
        ids = tuple(self._moving[n].id for n in standing[-MOST:])
        count, doubtful = self._doubtful(day, held)
        if doubtful:
            told = [self._moving[n] for n in doubtful]
            note = "; ".join(f"{_undated(s)}, so it may have come before this day or after it" for s in told)
            return LegalState(self._measure, day, None, ids, tuple(s.id for s in told), _more(count) + note)
        note = "; ".join(_told(self._moving[n]) for n in standing[-MOST:])
        return LegalState(self._measure, day, held, ids, (), _more(len(standing)) + note)

    def _take(self, place: int) -> None:
        step = self._moving[place]
        _drop(self._open[step.effect], place)
        self._overtaken.update(step.overtakes)
        for beaten in step.overtakes:
            if beaten in self._place:
                _drop(self._standing[self._moving[self._place[beaten]].effect], self._place[beaten])
        if step.id not in self._overtaken:
            insort(self._standing[step.effect], place)
            if step.earliest:
                heappush(self._latest, (-step.earliest.toordinal(), place))

    def _doubtful(self, day: date, held: Effect | None) -> tuple[int, list[int]]:
        """How many open steps of another effect can have come after all that stands, and the last of them: not those
        whose last possible day is before the first possible day of one that stands."""
        found = [numbers for effect, numbers in self._open.items() if effect is not held]
        while self._latest and self._moving[self._latest[0][1]].id in self._overtaken:
            heappop(self._latest)
        last = -self._latest[0][0] if self._latest else 0
        if last > day.toordinal():
            found = [[n for n in numbers if self._can_follow(n, last)] for numbers in found]
        return sum(map(len, found)), sorted(n for numbers in found for n in numbers[-MOST:])[-MOST:]

    def _can_follow(self, place: int, last: int) -> bool:
        latest = self._moving[place].latest
        return latest is None or latest.toordinal() >= last

    def _nothing(self, day: date) -> LegalState:
        first = next((s.earliest for s in self._moving if s.earliest and s.earliest > day), None)
        note = f"no report tells of an order before {first}" if first else "no report tells of an order"
        return LegalState(self._measure, day, Effect.NONE, (), (), note)


def _drop(places: list[int], place: int) -> None:
    at = bisect_left(places, place)
    if at < len(places) and places[at] == place:
        del places[at]


def _more(count: int) -> str:
    """What stands before the last acts of very many."""
    return f"after {number(count - MOST)} others: " if count > MOST else ""


def _undated(step: LegalStep) -> str:
    who = f"{step.actor} ({step.act})"
    if step.earliest is None and step.latest is None:
        return f"no report dates this: {who}"
    if step.earliest is None:
        return f"told by {step.latest} without a day: {who}"
    return f"between {step.earliest} and {step.latest}: {who}"


def _told(step: LegalStep) -> str:
    return f"{step.act} by {step.actor}, {_day(step)}"


def _day(step: LegalStep) -> str:
    if step.earliest == step.latest and step.latest is not None:
        return step.latest.isoformat()
    if step.earliest is None:
        return f"by {step.latest}"
    return f"between {step.earliest} and {step.latest}"
