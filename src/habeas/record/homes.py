"""Cohorts while they are gathered, found by number, day and report instead of one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import inf

from habeas.model.claim import Claim, Kind
from habeas.reconcile.intervals import Bounds
from habeas.record.staging import Staged

__all__ = ["Cohort", "Homes"]

ANY = Bounds(-inf, inf)


@dataclass(slots=True)
class Cohort:
    """Claims of one cohort while it is gathered: `planned` ones have not happened by any report.

    `allowed` is what all of its counts allow.
    """

    story: int
    group: str
    planned: bool
    members: list[tuple[Claim, Staged | None]] = field(default_factory=list)
    counts: list[tuple[Claim, Bounds]] = field(default_factory=list)
    parts: list[Claim] = field(default_factory=list)
    earliest: date | None = None
    latest: date | None = None
    allowed: Bounds = ANY

    @property
    def docs(self) -> tuple[str, ...]:
        """The reports that tell of it, by name."""
        return tuple(sorted({c.doc for c, _ in self.members}))


@dataclass(slots=True)
class Homes:
    """The cohorts of one story and kind of act. What it finds is in the order in which they were opened, and holds all
    that can fit: number and day of a cohort only narrow as claims join it."""

    _all: list[Cohort] = field(default_factory=list)
    _number: dict[int, int] = field(default_factory=dict)
    _listed: dict[tuple[object, ...], list[int]] = field(default_factory=lambda: defaultdict(list))
    _of_report: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _read: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def keep(self, cohort: Cohort) -> None:
        """Know a cohort that was opened, or that claims have joined."""
        number = self._number.setdefault(id(cohort), len(self._all))
        if number == len(self._all):
            self._all.append(cohort)
            value = _exact(cohort.allowed)
            days = _days(cohort.earliest, cohort.latest) or [None]
            self._listed["number", value].append(number)
            for day in days:
                self._listed["day", day].append(number)
                self._listed["both", value, day].append(number)
        for claim, _ in cohort.members[self._read[number] :]:
            if claim.kind is not Kind.QUANTITY:
                self._of_report[claim.doc].add(number)
        self._read[number] = len(cohort.members)

    def counted(self, count: Bounds, days: tuple[date, date] | None) -> Iterator[Cohort]:
        """Where a number can belong, told of some days or of none."""
        value = _exact(count)
        if value is None:
            return self.dated(days) if days else iter(self._all)
        if days is None:
            return self._found(("number", v) for v in (value, None))
        return self._found(("both", v, day) for v in (value, None) for day in (*_days(*days), None))

    def dated(self, days: tuple[date, date]) -> Iterator[Cohort]:
        """What can have been on one of the days."""
        return self._found(("day", day) for day in (*_days(*days), None))

    def of_report(self, doc: str) -> Iterator[Cohort]:
        """The cohorts whose act the report tells."""
        return (self._all[n] for n in sorted(self._of_report.get(doc, ())))

    def only(self) -> Cohort | None:
        """The one cohort, None where there are several or none."""
        return self._all[0] if len(self._all) == 1 else None

    def _found(self, keys: Iterable[tuple[object, ...]]) -> Iterator[Cohort]:
        numbers = {n for key in keys for n in self._listed.get(key, ())}
        return (self._all[n] for n in sorted(numbers))


def _exact(allowed: Bounds) -> float | None:
    return allowed.low if allowed.low == allowed.high else None


def _days(first: date | None, last: date | None) -> list[date | None]:
    """Each day of a period; none where it has no first or no last."""
    if first is None or last is None:
        return []
    return [first + timedelta(n) for n in range((last - first).days + 1)]
