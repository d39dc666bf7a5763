"""A dossier on disk, opened for questions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import DossierError
from habeas.model.claim import Claim
from habeas.model.finding import Check, Finding
from habeas.model.lineage import Lineage

__all__ = ["Opened", "open_dossier", "stored_text"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What the questions of the command line need of a dossier."""

    folder: Path
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    lineage: Lineage


def open_dossier(folder: Path) -> Opened:
    """Read a dossier's record files. Raises DossierError where the folder holds none."""
    from habeas.publish import codec

    if not (folder / "manifest.json").is_file():
        raise DossierError(
            str(folder), "no dossier here (no manifest.json): build one with `habeas build REPORTS --out DIR`"
        )
    return Opened(
        folder=folder,
        claims=tuple(codec.claim_from(row) for row in codec.read_lines(folder / "claims.jsonl")),
        findings=tuple(codec.finding_from(row) for row in codec.read_lines(folder / "findings.jsonl")),
        checks=tuple(codec.check_from(row) for row in codec.read_lines(folder / "checks.jsonl")),
        lineage=codec.lineage_from(json.loads((folder / "lineage.json").read_text("utf-8"))),
    )


def stored_text(folder: Path, doc: str) -> str:
    """The text of a report as the dossier keeps it. Raises DossierError where the dossier has no such report."""
    rows = json.loads((folder / "manifest.json").read_text("utf-8"))["inputs"]
    for row in rows:
        if row["doc"] == doc:
            return str((folder / row["text"]).read_bytes().decode("utf-8"))
    raise DossierError(str(folder), f"holds no report called {doc}")
