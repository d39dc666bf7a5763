"""The whole program in one function."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.dossier import Dossier
from habeas.packs import load_pack
from habeas.read import read
from habeas.reconcile import reconcile
from habeas.record import record
from habeas.trace import trace

__all__ = ["build"]


def build(paths: Sequence[Path], pack_name: str = "detention") -> Dossier:
    """The dossier of the reports in `paths` (files and folders)."""
    pack = load_pack(pack_name)
    reports, failures = read(paths)
    marks = tuple(mark(report, pack) for report in reports)
    claimed = tuple(claim(report, seen, pack) for report, seen in zip(reports, marks, strict=True))
    lineage = trace(reports, marks)
    settled = reconcile(reports, marks, claimed, lineage, pack)
    return Dossier(
        pack=pack.name,
        pack_version=pack.version,
        reports=reports,
        failures=failures,
        marks=marks,
        claims=settled.claims,
        unclaimed=tuple(u for c in claimed for u in c.unclaimed),
        lineage=lineage,
        entities=settled.entities,
        findings=settled.findings,
        checks=settled.checks,
        record=record(settled, lineage, reports, pack),
    )
