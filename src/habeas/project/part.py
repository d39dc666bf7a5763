"""The projection's part of the record: what claims allow, what follows from them by arithmetic, what is missing.

Nothing is drawn here: the page of a dossier holds only what follows from its reports. `habeas project` does the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from habeas.errors import UsageError
from habeas.model.claim import Claim
from habeas.model.pack import Pack
from habeas.model.record import Entry, PartRecord, Record, Row, Unknown
from habeas.project.closed_forms import days_until_full
from habeas.project.defaults import default_scenario
from habeas.project.parameters import Parameter
from habeas.project.ranges import MONTH
from habeas.project.scenario import Scenario
from habeas.project.words import amount, range_words

__all__ = ["PART", "projection_part", "with_projection"]

PART = "projection"
"""The id of the part in a pack."""

_MORE_A_MONTH = (100, 250, 500, 1000, 2500, 5000)


def projection_part(claims: Sequence[Claim], pack: Pack) -> PartRecord | None:
    """The filled part, None where the pack has none of that name.

    It holds each parameter with its claims, how long the free places last at some rates, and the unanswered questions.
    """
    part = next((p for p in pack.parts if p.id == PART), None)
    if part is None:
        return None
    try:
        scenario = default_scenario(claims, pack)
    except UsageError:
        unknowns = tuple(Unknown(p.question) for p in pack.projections)
        return PartRecord(part.id, part.title, part.gist, unknowns=unknowns)
    entries = (_parameters(scenario), _until_full(scenario)) if scenario.parameters else ()
    return PartRecord(
        part.id,
        part.title,
        part.gist,
        entries=tuple(entry for entry in entries if entry and entry.rows),
        unknowns=tuple(Unknown(m.question) for m in scenario.missing),
    )


def with_projection(record: Record, claims: Sequence[Claim], pack: Pack) -> Record:
    """`record` with what claims allow in its part of that name; as it is where the pack has no such part."""
    found = projection_part(claims, pack)
    if found is None:
        return record
    return replace(record, parts=tuple(_joined(p, found) if p.id == PART else p for p in record.parts))


def _joined(part: PartRecord, found: PartRecord) -> PartRecord:
    asked = {u.question for u in found.unknowns}
    more = tuple(u for u in part.unknowns if u.question not in asked)
    return replace(part, entries=(*part.entries, *found.entries), unknowns=(*found.unknowns, *more))


def _parameters(scenario: Scenario) -> Entry:
    rows = tuple(
        Row(p.label, range_words(p, scenario) + (f" ({p.note})" if p.note else ""), p.claims)
        for p in scenario.parameters
    )
    note = "From these a projection starts; what nobody has said must be assumed (habeas project)."
    return Entry(f"{PART}:parameters", scenario.title, rows, note=note)


def _until_full(scenario: Scenario) -> Entry | None:
    capacity, others = scenario.parameter("capacity"), scenario.parameter("others")
    if capacity is None or others is None:
        return None
    cited = (*capacity.claims, *others.claims)
    rows = tuple(_rows(capacity, others, cited, scenario.start))
    note = "Arithmetic on the reported figures, not a forecast: free places divided by each rate."
    return Entry(f"{PART}:full", "When the free places run out", rows, note=note)


def _rows(capacity: Parameter, others: Parameter, cited: tuple[str, ...], start: date) -> Iterator[Row]:
    least, most = max(0.0, capacity.low - others.high), max(0.0, capacity.high - others.low)
    yield Row("free places", _ends(amount(least), amount(most)), cited)
    for more in _MORE_A_MONTH:
        days = [days_until_full(room, more / MONTH) for room in (least, most)]
        months = [amount(round(d / MONTH)) for d in days if d is not None]
        dates = [_month(start, d) for d in days if d is not None]
        yield Row(
            f"at {more:,} more people a month", f"full after {_ends(*months)} months ({_ends(*dates)})", cited
        )


def _month(start: date, days: float) -> str:
    if days > 36_500:
        return "in more than a century"
    return (start + timedelta(days=round(days))).isoformat()[:7]


def _ends(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"
