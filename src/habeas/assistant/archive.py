"""Archive: the rows of one dossier, opened for reading only."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.errors import DossierError
from habeas.model.dossier import Dossier
from habeas.model.law import LegalStep
from habeas.publish.catalogue import catalogue
from habeas.publish.exports.database import database
from habeas.publish.placing import MANIFEST
from habeas.publish.values import restored
from habeas.review.folding import fold

__all__ = ["Archive", "Row", "archive_of", "open_archive"]

Row = Mapping[str, Any]
"""A row of a table by the names of its columns."""

_TABLES, _RECORD = "dossier.sqlite", "record.json"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Archive:
    """A dossier's tables, its steps of law, and what it is called. `protected` says that the names of private people
    were replaced before a word of it came here."""

    name: str
    tables: sqlite3.Connection
    steps: tuple[LegalStep, ...]
    protected: bool = False

    def rows(self, query: str, *values: object) -> list[Row]:
        """The rows that `query` selects."""
        cursor = self.tables.execute(query, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def number(self, query: str, *values: object) -> int:
        """The one number that `query` selects."""
        return int(self.tables.execute(query, values).fetchone()[0])


def open_archive(folder: Path) -> Archive:
    """The archive of the dossier in `folder`. Raises DossierError where there is none or its tables were changed."""
    sealed = _sealed(folder)
    for name in (_TABLES, _RECORD):
        if _digest(folder / name) != sealed.get(name):
            raise DossierError(
                str(folder / name), "is missing or has changed since it was written; build the dossier again"
            )
    address = f"{(folder / _TABLES).resolve().as_uri()}?mode=ro&immutable=1"
    tables = _for_reading(sqlite3.connect(address, uri=True))
    if "decision" not in {row[1] for row in tables.execute("PRAGMA table_info(claims)")}:
        raise DossierError(str(folder), "was made by an older habeas; build it again from its reports")
    rows = json.loads((folder / _RECORD).read_bytes()).get("steps", ())
    return Archive(folder.resolve().name, tables, tuple(restored(LegalStep, row) for row in rows))


def archive_of(dossier: Dossier, name: str, protected: bool) -> Archive:
    """The archive of a dossier that is in memory; nothing is written to disk."""
    tables = sqlite3.connect(":memory:")
    tables.deserialize(database(catalogue(dossier)))
    return Archive(name, _for_reading(tables), dossier.record.steps, protected)


def _for_reading(tables: sqlite3.Connection) -> sqlite3.Connection:
    tables.execute("PRAGMA query_only = 1")
    tables.create_function("fold", 1, _folded, deterministic=True)
    return tables


def _folded(text: str | None) -> str:
    return fold(text or "")


def _sealed(folder: Path) -> dict[str, str]:
    """What the manifest says of each file: its SHA-256."""
    try:
        outputs = json.loads((folder / MANIFEST).read_bytes())["outputs"]
        return {row["path"]: row["sha256"] for row in outputs}
    except FileNotFoundError as error:
        raise DossierError(
            str(folder), f"no dossier here (no {MANIFEST}): build one with `habeas build REPORTS --out DIR`"
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DossierError(
            str(folder / MANIFEST), f"cannot be read ({error}); build the dossier again"
        ) from error


def _digest(path: Path) -> str | None:
    """SHA-256 of a file, read in pieces as it may be large; None where it is missing."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                found.update(piece)
    except OSError:
        return None
    return found.hexdigest()
