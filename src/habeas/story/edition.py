"""Edition: what a dossier says at one time, as far as two of them can be compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import DossierError
from habeas.model.claim import Claim
from habeas.model.dossier import Dossier
from habeas.model.finding import Finding
from habeas.model.lineage import Lineage
from habeas.publish import codec
from habeas.publish.placing import MANIFEST

__all__ = ["Edition", "edition", "edition_of"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a dossier. `reports` maps the name of each report to the SHA-256 of its bytes."""

    name: str
    reports: Mapping[str, str]
    claims: Mapping[str, Claim]
    findings: tuple[Finding, ...]
    lineage: Lineage

    def origins(self, docs: tuple[str, ...]) -> int:
        """How many independent origins the reports `docs` are."""
        return len({self.lineage.origin_of(doc) for doc in docs})

    def docs(self, claims: tuple[str, ...]) -> tuple[str, ...]:
        """The reports that `claims` stand in."""
        return tuple(dict.fromkeys(self.claims[c].doc for c in claims if c in self.claims))


def edition_of(dossier: Dossier, name: str) -> Edition:
    """The edition that a dossier in memory is."""
    return Edition(
        name,
        {report.doc: report.sha256 for report in dossier.reports},
        {claim.id: claim for claim in dossier.claims},
        dossier.findings,
        dossier.lineage,
    )


def edition(folder: Path) -> Edition:
    """The edition that the dossier in `folder` is. Raises DossierError."""
    try:
        inputs = json.loads((folder / MANIFEST).read_bytes())["inputs"]
        reports = {str(row["doc"]): str(row["sha256"]) for row in inputs}
        lineage = codec.lineage_from(json.loads((folder / "lineage.json").read_bytes()))
    except FileNotFoundError as error:
        raise DossierError(
            str(folder), "no dossier here: build one with `habeas build REPORTS --out DIR`"
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DossierError(str(folder), f"is not whole ({error}); build the dossier again") from error
    claims = (codec.claim_from(row) for row in codec.read_lines(folder / "claims.jsonl"))
    findings = (codec.finding_from(row) for row in codec.read_lines(folder / "findings.jsonl"))
    return Edition(folder.name, reports, {c.id: c for c in claims}, tuple(findings), lineage)
