"""Opening a dossier again from its files alone: what every later question and export starts from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from habeas.errors import DossierError
from habeas.model.dossier import Dossier, Failure
from habeas.model.marks import Marks
from habeas.model.record import Record
from habeas.model.report import Report
from habeas.model.reread import Reread
from habeas.publish import codec
from habeas.publish.placing import MANIFEST
from habeas.publish.values import restored

__all__ = ["open_dossier"]


def open_dossier(folder: Path | str) -> Dossier:
    """The dossier that a build wrote to `folder`; no report is read or understood again.

    What only the building needed is left out: the marks of each report are empty, and a report of a web page no longer
    leads back to the places of the page's source. Raises DossierError where there is no dossier, or a broken one.
    """
    home = Path(folder)
    sealed = _sealed(home)
    try:
        reports = tuple(_report(home, row) for row in codec.read_lines(home / "reports.jsonl"))
        return Dossier(
            pack=sealed["pack"]["name"],
            pack_version=sealed["pack"]["version"],
            reports=reports,
            failures=tuple(Failure(row["doc"], row["reason"]) for row in sealed["failures"]),
            marks=tuple(Marks(report.doc, report.language) for report in reports),
            claims=tuple(map(codec.claim_from, codec.read_lines(home / "claims.jsonl"))),
            unclaimed=tuple(map(codec.unclaimed_from, codec.read_lines(home / "unclaimed.jsonl"))),
            lineage=codec.lineage_from(_document(home / "lineage.json")),
            entities=tuple(map(codec.entity_from, _document(home / "entities.json"))),
            findings=tuple(map(codec.finding_from, codec.read_lines(home / "findings.jsonl"))),
            checks=tuple(map(codec.check_from, codec.read_lines(home / "checks.jsonl"))),
            record=restored(Record, _document(home / "record.json")),
            pack_digest=sealed["pack"].get("sha256", ""),
            reread=restored(Reread, sealed["second_reader"]) if "second_reader" in sealed else None,
            protected=bool(sealed.get("protected", False)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DossierError(
            str(home), f"is not of the shape that this program writes ({error!r}); build the dossier again"
        ) from error


def _sealed(folder: Path) -> Any:
    if not (folder / MANIFEST).is_file():
        raise DossierError(
            str(folder), f"no dossier here (no {MANIFEST}): build one with `habeas build REPORTS --out DIR`"
        )
    return _document(folder / MANIFEST)


def _document(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise DossierError(str(path), f"cannot be read ({error}); build the dossier again") from error


def _report(folder: Path, row: Any) -> Report:
    path = folder / row["text"]
    if not path.resolve().is_relative_to(folder.resolve()):
        raise DossierError(str(folder / "reports.jsonl"), f"{row['text']} points outside the dossier")
    try:
        return codec.report_from(row, path.read_bytes().decode())
    except (OSError, UnicodeDecodeError) as error:
        raise DossierError(str(path), f"cannot be read ({error}); build the dossier again") from error
