"""Meetings and visits: who, where, when, done or planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.record import Entry, Lane, LaneItem, Row
from habeas.reconcile.names import name_key
from habeas.record.collection import Collection
from habeas.record.measures import span_of
from habeas.record.rows import distinct, quantity_rows
from habeas.record.wording import sentence

__all__ = ["encounter_entries", "encounter_lanes"]

_AHEAD = frozenset({Modality.PLANNED, Modality.CONDITIONAL})
SHORT = 4
"""Words that a telling needs at least to say who met whom or what was visited."""


def encounter_entries(part: str, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """One entry for each person or body: what is done, then what is planned; the best attested first."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        known = held.entity.get(name_key(claim.subject))
        if known is not None and known.type in ("person", "organisation", "group"):
            found[known.name].append(claim)
        elif (
            claim.kind is not Kind.QUANTITY and len(claim.quote.split()) >= SHORT and _names_one(claim, held)
        ):
            found[""].append(claim)
    order = sorted(found, key=lambda n: (not n, -len({c.doc for c in found[n]}), -len(found[n]), n))
    return tuple(e for n in order if (e := _entry(part, n, found[n], held)).rows)


def _names_one(claim: Claim, held: Collection) -> bool:
    """Whether the words name a person or a body: without one nobody has met anybody."""
    text = f" {name_key(claim.quote)} "
    return any(f" {key} " in text for key in held.people_named.get(claim.doc, ()))


def _entry(part: str, name: str, claims: Sequence[Claim], held: Collection) -> Entry:
    told = [c for c in claims if c.kind is not Kind.QUANTITY]
    rows = [*_rows([c for c in told if not _ahead(c)], "done", held)]
    rows += _rows([c for c in told if _ahead(c)], "planned", held)
    rows += quantity_rows(claims, held)
    earliest, latest = span_of(told)
    return Entry(f"{part}:{name or 'others'}", name or "Others", tuple(rows), "", None, earliest, latest)


def _ahead(claim: Claim) -> bool:
    return claim.kind is Kind.PLAN or claim.modality in _AHEAD


def _rows(claims: Sequence[Claim], label: str, held: Collection) -> list[Row]:
    """Tellings as rows, with the day where one is told; a bare noun ("her visit") stands only if nothing else does."""
    groups = distinct(sorted(claims, key=lambda c: -len(c.quote)), held)
    full = [g for g in groups if len(g[0].quote.split()) >= SHORT] or groups
    found = []
    for group in full:
        dated = next((c for c in group if c.earliest and c.latest and c.as_of), None)
        when = f", {dated.as_of}" if dated else ""
        found.append(Row(f"{label}{when}", sentence(group[0]), tuple(c.id for c in group)))
    return sorted(found, key=lambda r: r.label)


def encounter_lanes(claims: Sequence[Claim], held: Collection) -> tuple[Lane, ...]:
    """Dated meetings on one lane."""
    placed = [
        c
        for c in claims
        if c.kind is not Kind.QUANTITY and c.earliest and c.latest and len(c.quote.split()) >= SHORT
    ]
    items = tuple(
        LaneItem(
            sentence(g[0]),
            "plan" if _ahead(g[0]) else "event",
            g[0].earliest,
            g[0].latest,
            tuple(c.id for c in g),
        )
        for g in distinct(placed, held)
    )
    return (Lane("encounters", "Meetings and visits", items),) if items else ()
