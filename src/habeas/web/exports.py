"""Exports: the files of the dossier as of the last change, kept in a folder until something changes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from threading import Lock

from habeas.errors import UsageError
from habeas.ledger import Ledger
from habeas.publish import publish
from habeas.publish.catalogue import catalogue
from habeas.publish.exports.formats import FORMATS
from habeas.publish.opening import open_dossier
from habeas.review import apply, cleared_by, protect, withheld_by
from habeas.web.refusing import RefusedError

__all__ = ["FILES", "Exports"]

FILES = (
    ("dossier.zip", "The whole dossier", "Every page and file; opens from disk, without a network."),
    ("dossier.pdf", "Report, PDF", "To read on paper, with foot notes to the words."),
    ("dossier.md", "Report, Markdown", "The same, for pandoc, Obsidian and any editor."),
    ("dossier.xlsx", "Workbook", "For Excel and LibreOffice; no cell holds a formula."),
    ("references.csl.json", "References, CSL", "For Zotero and word processors."),
    ("references.bib", "References, BibTeX", "For LaTeX."),
    ("claims.csv", "Claims, table", "Opens in any spreadsheet; cells that look like formulas are defused."),
    ("claims.jsonl", "Claims, lines", "One JSON object a line."),
    ("claims.parquet", "Claims, Parquet", "For polars, DuckDB and pandas."),
    ("findings.jsonl", "Findings", "One JSON object a line."),
    ("checks.jsonl", "Checks", "What was computed, and whether it holds."),
    ("lineage.json", "Lineage", "Which reports derive from which."),
    ("timeline.json", "Timeline", "For TimelineJS."),
    ("entities.ftm.json", "Entities", "FollowTheMoney."),
    ("annotations.jsonld", "Annotations", "W3C Web Annotation."),
    ("claimreview.jsonld", "ClaimReview", "schema.org."),
    ("dossier.sqlite", "Database", "Opens in Datasette."),
)
"""File, name, and what it is for."""

_PATIENCE = 2.0
"""Seconds that a request waits for files that are being made for another."""

_MAKING = "The files are being made; this page comes by itself in a moment."


class Exports:
    """Both dossiers, with and without the names of protected people, each published when first asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="habeas-exports-")
        self._made: dict[bool, Path] = {}
        self._head = 0

    def file(self, name: str, protected: bool) -> Path:
        """The path of one of `FILES`. Raises UsageError in an empty ledger, RefusedError while others are being made."""
        if not self._lock.acquire(timeout=_PATIENCE):
            raise RefusedError(503, _MAKING, again=5)
        try:
            last = self._ledger.history(1)
            head = last[0].seq if last else 0
            if head != self._head:
                self._made.clear()
                self._head = head
            if protected not in self._made:
                self._made[protected] = self._publish(protected)
            out = self._made[protected]
            if name == "dossier.zip" and not out.with_suffix(".zip").exists():
                shutil.make_archive(str(out), "zip", out)
            return out.with_suffix(".zip") if name == "dossier.zip" else _on_demand(out, name)
        finally:
            self._lock.release()

    def close(self) -> None:
        """Delete the files."""
        self._folder.cleanup()

    def _publish(self, protected: bool) -> Path:
        dossier = self._ledger.dossier()
        if dossier is None:
            raise UsageError("there is nothing to export yet")
        decisions = self._ledger.decisions()
        made = apply(dossier, decisions)
        if protected:
            people = dossier.entities
            allowed, withheld = cleared_by(people, decisions), withheld_by(people, decisions)
            made = protect(made, allowed, self._ledger.pseudonym_key(), withheld)
        out = Path(self._folder.name) / f"{'protected' if protected else 'named'}-{self._head}"
        publish(made, out)
        return out


def _on_demand(folder: Path, name: str) -> Path:
    """A file of the dossier in `folder`; one that no build writes is made beside it when first asked for."""
    form = next((form for form in FORMATS if form.file == name and not form.kept), None)
    if form is None:
        return folder / name
    path = folder.with_name(f"{folder.name}-{name}")
    if not path.exists():
        path.write_bytes(form.make(catalogue(open_dossier(folder))))
    return path
