"""A projection as tables: rows of words, for the terminal and for the page alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.project.outcome import Band, Projection
from habeas.project.words import amount, full_words, percent, range_words

__all__ = ["Table", "tables", "text"]

_SHOWN_DAYS = 13


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; the first column heads its row. `note` says what a reader must know of it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def tables(projection: Projection) -> tuple[Table, ...]:
    """Parameters, what is missing, the outcome by day, and what drives it, in reading order."""
    found = (
        _parameters(projection),
        _switches(projection),
        _missing(projection),
        _bands(projection),
        _drivers(projection),
    )
    return tuple(table for table in found if table.rows)


def text(projection: Projection) -> str:
    """The tables as plain text with aligned columns."""
    parts = [f"{projection.scenario.title}: {projection.scenario.runs:,} runs", full_words(projection)]
    for table in tables(projection):
        parts.append(f"\n{table.title}")
        parts.append(_aligned((table.head, *table.rows)))
        if table.note:
            parts.append(f"({table.note})")
    return "\n".join(parts)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _parameters(projection: Projection) -> Table:
    scenario = projection.scenario
    rows = tuple(
        (p.label, range_words(p, scenario), str(p.basis), " ".join(p.claims), p.note)
        for p in scenario.parameters
    )
    return Table("Parameters", ("parameter", "range", "basis", "claims", "note"), rows)


def _switches(projection: Projection) -> Table:
    scenario = projection.scenario
    rows = tuple(
        (
            s.label,
            range_words(s.since, scenario),
            range_words(s.until, scenario) if s.until else "open",
            range_words(s.chance, scenario),
            str(s.since.basis),
            " ".join(s.since.claims),
        )
        for s in scenario.switches
    )
    return Table("Intervals without arrivals", ("switch", "from", "until", "chance", "basis", "claims"), rows)


def _missing(projection: Projection) -> Table:
    rows = tuple((m.id, m.question) for m in projection.scenario.missing)
    note = "left out of the model; give an assumption in the scenario to let them in" if rows else ""
    return Table("What nobody has said", ("parameter", "question"), rows, note)


def _bands(projection: Projection) -> Table:
    currency = projection.scenario.currency
    paid = any(band.p95 for band in projection.cost)
    full = dict(projection.full.by)
    step = max(1, -(-(len(projection.occupancy) - 1) // (_SHOWN_DAYS - 1)))
    picked = sorted({*range(0, len(projection.occupancy), step), len(projection.occupancy) - 1})
    rows = []
    for n in picked:
        held, cost = projection.occupancy[n], projection.cost[n]
        money = (_band(cost, currency),) if paid else ()
        rows.append((held.day.isoformat(), _band(held), percent(full[held.day]), *money))
    head = (
        "day",
        "people: half of the runs (nine tenths)",
        "full by then",
        *(("cost so far",) if paid else ()),
    )
    return Table("Through time", head, tuple(rows), _end_note(projection))


def _band(band: Band, currency: str = "") -> str:
    middle, low, high = (amount(value, currency) for value in (band.p50, band.p5, band.p95))
    return middle if low == high else f"{middle} ({low} to {high})"


def _end_note(projection: Projection) -> str:
    notes = []
    if projection.turned_away.p95 > 0:
        notes.append(f"turned away in all: {_band(projection.turned_away)}")
    if projection.cost_per_person_day:
        notes.append(
            f"cost of a person and day: {_band(projection.cost_per_person_day, projection.scenario.currency)}"
        )
    return "; ".join(notes)


def _drivers(projection: Projection) -> Table:
    rows = tuple(
        (d.label, _signed(d.occupancy), _signed(d.cost), _signed(d.full_on)) for d in projection.drivers
    )
    head = ("uncertain parameter", "people at the end", "cost", "date full")
    return Table("What drives the spread (rank correlation)", head, rows)


def _signed(value: float | None) -> str:
    return "-" if value is None else f"{value:+.2f}"
