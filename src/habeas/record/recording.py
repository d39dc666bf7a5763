"""The stage in one function: the described system, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.claim import Claim
from habeas.model.lineage import Lineage
from habeas.model.pack import Pack, Part
from habeas.model.record import PartRecord, Record, Unknown
from habeas.model.report import Report
from habeas.reconcile import Settled
from habeas.record.entries import entries
from habeas.record.series import series
from habeas.record.timeline import timeline

__all__ = ["record"]


def record(settled: Settled, lineage: Lineage, reports: Sequence[Report], pack: Pack) -> Record:
    """The parts of the pack, filled from the settled claims."""
    labels = {p.id: p.label for p in pack.properties}
    return Record(
        parts=tuple(_part(part, settled, pack, labels) for part in pack.parts),
        timeline=timeline(settled.claims),
    )


def _part(part: Part, settled: Settled, pack: Pack, labels: dict[str, str]) -> PartRecord:
    claims = [c for c in settled.claims if c.part == part.id]
    return PartRecord(
        id=part.id,
        title=part.title,
        gist=part.gist,
        entries=entries(part.id, claims, settled, labels),
        series=series(claims, pack.properties),
        unknowns=_unknowns(part, settled.claims, pack),
    )


def _unknowns(part: Part, claims: Sequence[Claim], pack: Pack) -> tuple[Unknown, ...]:
    answered = {c.property for c in claims}
    return tuple(
        Unknown(q.question)
        for q in pack.questions
        if q.part == part.id and not answered.intersection(q.properties)
    )
