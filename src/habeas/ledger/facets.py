"""Facets: the fields by which the claims of one build are browsed, held in memory as numbers.

A claim of a build never changes, so this is read once for a build; which claims fit a query, and how many of them are of
each kind, subject and so on, is then counted in milliseconds, whatever is asked together. The one thing that changes,
the verdict in force, is brought up to date report by report.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from habeas.ledger.shapes import ClaimQuery, Counted, Facet
from habeas.ledger.state import state
from habeas.ledger.tables import build_readings, claims, decisions, finding_claims, readings, ruled
from habeas.ledger.words import claim_rows_with
from habeas.review.decision import Verdict

__all__ = ["DECIDED", "FACETS", "UNDECIDED", "FacetIndex", "index_of", "renewed"]

_MOST = 50
"""Values that a facet lists at most."""

_KNOWN = 32
"""Queries whose answers are kept, each of eight bytes a claim."""

UNDECIDED = "none"
"""Asks for claims that nobody has decided on."""

DECIDED = "any"
"""Asks for claims that somebody has decided on, however."""

_FIELDS = ("kind", "subject", "speaker", "modality", "month", "origin")
FACETS = ("kind", "subject", "speaker", "modality", "status", "month", "origin")

_RULED = tuple(sorted(Verdict))

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Column:
    """One field of many claims: the values there are, sorted, and for each claim the place of its value (-1: none)."""

    values: Sequence[str]
    codes: NDArray[np.int32]

    def place(self, value: str) -> int:
        """The place of a value, -2 where no claim has it."""
        at = bisect_left(self.values, value)
        return at if at < len(self.values) and self.values[at] == value else -2

    def counted(self, chosen: NDArray[np.int32]) -> tuple[Counted, ...]:
        """The most frequent values among some claims' places, most frequent first."""
        counts = np.bincount(chosen[chosen >= 0], minlength=1)
        least = np.partition(counts, -_MOST)[-_MOST] if len(counts) > _MOST else 1
        found = np.flatnonzero(counts >= max(1, least))
        order = np.lexsort((found, -counts[found]))[:_MOST]
        return tuple(Counted(self.values[n], int(counts[n])) for n in found[order])


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """The claims of one build in the order of their rows; `decided` is the last decision that `verdicts` knows of."""

    build: int
    rows: Numbers
    ids: tuple[str, ...]
    readings: NDArray[np.int64]
    of_report: Mapping[str, tuple[int, ...]]
    fields: Mapping[str, _Column]
    earliest: _Column
    latest: _Column
    status: _Column
    standing: NDArray[np.int64]
    """The claim (its place here) that each of `status` is of: a claim may stand in several findings."""
    verdicts: _Column
    decided: int
    answered: dict[ClaimQuery, tuple[Numbers, tuple[Facet, ...]]] = field(default_factory=dict)

    def answer(self, connection: Connection, query: ClaimQuery) -> tuple[Numbers, tuple[Facet, ...]]:
        """The rows of the claims that fit, in order, and the facets; the last queries, asked page by page, are known."""
        known = self.answered.get(query)
        if known is None:
            chosen = self.chosen(connection, query)
            known = self.rows[self.fitting(chosen)], self.facets(chosen)
            if len(self.answered) >= _KNOWN:
                self.answered.clear()
            self.answered[query] = known
        return known

    def chosen(self, connection: Connection, query: ClaimQuery) -> dict[str, Mask]:
        """For every condition of the query, which claims fit it."""
        found: dict[str, Mask] = {}
        for name, column in self.fields.items():
            value = getattr(query, name)
            if value is not None:
                found[name] = column.codes == column.place(value)
        if query.status is not None:
            found["status"] = self._at(self.standing[self.status.codes == self.status.place(query.status)])
        if query.report is not None:
            found["report"] = np.isin(self.readings, self.of_report.get(query.report, ()))
        if query.words is not None:
            found["words"] = self._at(self.places(claim_rows_with(connection, query.words)))
        if query.verdict is not None:
            found["verdict"] = self._ruled(query.verdict)
        if query.since is not None or query.until is not None:
            found["time"] = self._in_time(query.since, query.until)
        return found

    def _ruled(self, verdict: str) -> Mask:
        if verdict == UNDECIDED:
            return self.verdicts.codes < 0
        if verdict == DECIDED:
            return self.verdicts.codes >= 0
        fits: Mask = self.verdicts.codes == self.verdicts.place(verdict)
        return fits

    def _in_time(self, since: str | None, until: str | None) -> Mask:
        first, last = self.earliest.codes, self.latest.codes
        fits = np.ones(len(self.rows), dtype=bool)
        if since is not None:
            ends = last >= bisect_left(self.latest.values, since)
            fits &= (ends & (last >= 0)) | (
                (last < 0) & (first >= 0) & (first >= bisect_left(self.earliest.values, since))
            )
        if until is not None:
            fits &= (first >= 0) & (first < bisect_right(self.earliest.values, until))
        return fits

    def places(self, rows: Numbers) -> Numbers:
        """The places of those of `rows` (sorted) that are of this build."""
        at = np.searchsorted(self.rows, rows)
        at = np.minimum(at, max(0, len(self.rows) - 1))
        return at[self.rows[at] == rows] if len(self.rows) else at[:0]

    def _at(self, places: Numbers) -> Mask:
        fits = np.zeros(len(self.rows), dtype=bool)
        fits[places] = True
        return fits

    def fitting(self, conditions: Mapping[str, Mask], but: str = "") -> Mask:
        """Which claims fit all conditions, but the one named."""
        fits = np.ones(len(self.rows), dtype=bool)
        for name, mask in conditions.items():
            if name != but:
                fits &= mask
        return fits

    def facets(self, conditions: Mapping[str, Mask]) -> tuple[Facet, ...]:
        """Every facet; within each, its own choice is left open, so that another can be made. The verdicts come last."""
        all_of_them = self.fitting(conditions)
        made = []
        for name in FACETS:
            fits = self.fitting(conditions, name) if name in conditions else all_of_them
            if name == "status":
                made.append(Facet(name, self.status.counted(self.status.codes[fits[self.standing]])))
            else:
                column = self.fields[name]
                made.append(Facet(name, column.counted(column.codes[fits])))
        free = self.fitting(conditions, "verdict")
        ruled_on = self.verdicts.counted(self.verdicts.codes[free])
        left = int(free.sum()) - sum(one.claims for one in ruled_on)
        return (*made, Facet("verdict", (*ruled_on, Counted(UNDECIDED, left))))


def index_of(connection: Connection, build: int) -> FacetIndex:
    """The index of a build, read from the store."""
    asked = (
        select(
            claims.c.row,
            claims.c.reading,
            claims.c.id,
            claims.c.kind,
            claims.c.subject,
            claims.c.speaker,
            claims.c.modality,
            func.substr(claims.c.earliest, 1, 7),
            build_readings.c.origin,
            claims.c.earliest,
            claims.c.latest,
        )
        .join(build_readings, build_readings.c.reading == claims.c.reading)
        .where(build_readings.c.build == build)
        .order_by(claims.c.row)
    )
    told = list(zip(*connection.execute(asked), strict=True)) or [()] * 11
    rows, read, ids, *fields, earliest, latest = told
    of_report: dict[str, list[int]] = defaultdict(list)
    within = select(build_readings.c.reading).where(build_readings.c.build == build)
    for number, sha in connection.execute(
        select(readings.c.id, readings.c.sha256).where(readings.c.id.in_(within))
    ):
        of_report[sha].append(number)
    standing, statuses = _standing(connection, build, ids)
    bare = FacetIndex(
        build=build,
        rows=np.array(rows, dtype=np.int64),
        ids=tuple(ids),
        readings=np.array(read, dtype=np.int64),
        of_report={sha: tuple(numbers) for sha, numbers in of_report.items()},
        fields={name: _column(values) for name, values in zip(_FIELDS, fields, strict=True)},
        earliest=_column(earliest),
        latest=_column(latest),
        status=_column(statuses),
        standing=np.array(standing, dtype=np.int64),
        verdicts=_Column(_RULED, np.full(len(ids), -1, dtype=np.int32)),
        decided=0,
    )
    return renewed(connection, bare, state(connection).decision)


def _column(values: Iterable[str | None]) -> _Column:
    told = tuple(values)
    known = sorted({value for value in told if value is not None})
    place: dict[str | None, int] = {value: n for n, value in enumerate(known)}
    return _Column(known, np.fromiter((place.get(v, -1) for v in told), dtype=np.int32, count=len(told)))


def _standing(connection: Connection, build: int, ids: Sequence[str]) -> tuple[list[int], list[str]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(ids):
        places[name].append(place)
    asked = select(finding_claims.c.claim, finding_claims.c.status).where(finding_claims.c.build == build)
    pairs = [
        (place, status) for claim, status in connection.execute(asked) for place in places.get(claim, ())
    ]
    return [place for place, _ in pairs], [status for _, status in pairs]


def renewed(connection: Connection, index: FacetIndex, last: int) -> FacetIndex:
    """The index with the verdicts as of decision `last`: read anew for the reports that were decided on since."""
    if last <= index.decided:
        return index
    asked = select(claims.c.row, ruled.c.verdict).join(ruled, ruled.c.claim == claims.c.id)
    codes = index.verdicts.codes.copy()
    if index.decided == 0:
        codes[:] = -1
    else:
        fresh = select(decisions.c.report).where(
            decisions.c.id > index.decided, decisions.c.report.is_not(None)
        )
        touched = [n for sha in connection.scalars(fresh.distinct()) for n in index.of_report.get(sha, ())]
        codes[np.isin(index.readings, touched)] = -1
        asked = asked.where(claims.c.reading.in_(touched))
    for row, verdict in connection.execute(asked):
        place = int(np.searchsorted(index.rows, row))
        if place < len(index.rows) and index.rows[place] == row:
            codes[place] = _RULED.index(verdict)
    return replace(index, verdicts=_Column(_RULED, codes), decided=last, answered={})
