"""Record: the described system, part by part, in a few shapes that a page, a file or a query can show.

The parts themselves (facility, transfer, law, agreement ...) come from the pack. What fills them is always one of
these shapes, and every value in every shape names the claims it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.model.law import LegalStep

__all__ = [
    "Band",
    "Cell",
    "Entry",
    "Lane",
    "LaneItem",
    "Matrix",
    "PartRecord",
    "Point",
    "Record",
    "Row",
    "Series",
    "Threshold",
    "Unknown",
]


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled value of an entry; `finding` is the id of the finding that reconciles it, if any."""

    label: str
    value: str
    claims: tuple[str, ...]
    finding: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a part: a facility, a transfer, an order, an agreement, a statement, a meeting."""

    id: str
    title: str
    rows: tuple[Row, ...]
    kind: str = ""
    as_of: str | None = None
    earliest: date | None = None
    latest: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One reported value of a series; `earliest`/`latest` say when it was so."""

    value: float
    value_max: float | None
    comparator: str
    earliest: date | None
    latest: date | None
    label: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """What the values of a series are seen against, from the least to the most that is reported of it: the capacity
    behind the number of people held. Where reports differ, it is as wide as their difference."""

    label: str
    low: float
    high: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Reported values of one property of one subject through time, in `unit`."""

    id: str
    title: str
    subject: str
    property: str
    unit: str
    points: tuple[Point, ...]
    against: Band | None = None


@dataclass(frozen=True, slots=True)
class LaneItem:
    """Something that happens at a moment or holds over an interval (open ends are None)."""

    label: str
    kind: str
    earliest: date | None
    latest: date | None
    claims: tuple[str, ...]
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of a time chart: one law, one court, the transfers."""

    id: str
    title: str
    items: tuple[LaneItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell of a matrix."""

    row: int
    column: int
    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of claims: conditions x rules, reports x descriptions."""

    id: str
    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A question of the pack that no report answers; `withheld` are claims that say it was not disclosed."""

    question: str
    withheld: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A length of time from which a rule covers somebody: as told (`claims`) or as enacted (no claims).

    `days` is None where the telling gives no length in days; `comparator` says how a stay must stand to it. `starts` is
    the first day of the rule, where a report dates it.
    """

    source: str
    said: str
    days: float | None
    comparator: str
    starts: date | None
    claims: tuple[str, ...]
    gist: str = ""


@dataclass(frozen=True, slots=True)
class PartRecord:
    """One part of the described system."""

    id: str
    title: str
    gist: str
    entries: tuple[Entry, ...] = ()
    series: tuple[Series, ...] = ()
    lanes: tuple[Lane, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    thresholds: tuple[Threshold, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """The described system. `timeline` holds all dated claims of all parts in time order, `steps` the course of law."""

    parts: tuple[PartRecord, ...]
    timeline: tuple[LaneItem, ...] = ()
    steps: tuple[LegalStep, ...] = ()
