"""The stage in one function: the described system, part by part, each laid out as its pack says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.claim import Claim
from habeas.model.lineage import Lineage
from habeas.model.pack import Pack, Part
from habeas.model.record import Entry, Lane, Matrix, PartRecord, Record, Row
from habeas.model.report import Report
from habeas.reconcile import Settled
from habeas.record.collection import Collection
from habeas.record.dated_rule import rule_entries, thresholds
from habeas.record.encounters import encounter_entries, encounter_lanes
from habeas.record.law import law_entries, law_lanes
from habeas.record.measures import measures
from habeas.record.movements import movement_entries, movement_lanes
from habeas.record.series import series
from habeas.record.sources import description_matrices, source_entries
from habeas.record.standards import standard_entries, standard_matrices
from habeas.record.statements import statement_entries
from habeas.record.terms import terms
from habeas.record.timeline import timeline
from habeas.record.unknowns import unknowns

__all__ = ["record"]

MOST = 120
"""Rows of one entry; past it nobody reads on, and a page of a thousand reports would not open."""


def record(settled: Settled, lineage: Lineage, reports: Sequence[Report], pack: Pack) -> Record:
    """The parts of the pack, filled from the settled claims. Pure: the same claims give the same record."""
    held = Collection(settled, lineage, tuple(reports), pack)
    return Record(
        parts=tuple(_part(part, held) for part in pack.parts),
        timeline=timeline(held),
        steps=settled.steps,
    )


def _part(part: Part, held: Collection) -> PartRecord:
    claims = held.of_part.get(part.id, ())
    return PartRecord(
        id=part.id,
        title=part.title,
        gist=part.gist,
        entries=tuple(_readable(e) for e in _entries(part, claims, held)),
        series=series(claims, held),
        lanes=_lanes(part, claims, held),
        matrices=_matrices(part, held),
        unknowns=unknowns(part, held),
        thresholds=thresholds(held.settled.claims, held.pack) if part.view == "dated rule" and claims else (),
    )


def _entries(part: Part, claims: Sequence[Claim], held: Collection) -> tuple[Entry, ...]:
    """The part's entries in the layout that the pack names; things and their figures where it names none."""
    match part.view:
        case "law":
            return law_entries(part.id, claims, held)
        case "movements":
            return movement_entries(part.id, claims, held)
        case "terms":
            return terms(part.id, claims, held)
        case "standards":
            return standard_entries(part.id, claims, held)
        case "dated rule":
            return rule_entries(part.id, claims, held)
        case "statements":
            return statement_entries(part.id, claims, held)
        case "encounters":
            return encounter_entries(part.id, claims, held)
        case "sources":
            return source_entries(part.id, held)
    return measures(part.id, claims, held)


def _readable(entry: Entry) -> Entry:
    """The entry with as many rows as a reader can take in, and how many more there are."""
    left = len(entry.rows) - MOST
    if left <= 0:
        return entry
    more = Row("more", f"{left:,} more rows of this kind: the claims' page holds them all", ())
    return replace(entry, rows=(*entry.rows[:MOST], more))


def _lanes(part: Part, claims: Sequence[Claim], held: Collection) -> tuple[Lane, ...]:
    match part.view:
        case "law":
            return law_lanes(held)
        case "movements":
            return movement_lanes(part.id, held)
        case "encounters":
            return encounter_lanes(claims, held)
    return ()


def _matrices(part: Part, held: Collection) -> tuple[Matrix, ...]:
    match part.view:
        case "standards":
            return standard_matrices(held)
        case "sources":
            return description_matrices(held)
    return ()
