"""The formats a dossier can leave in, by name: what makes each, what opens it, and which are in every dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from habeas.errors import UsageError
from habeas.publish import codec
from habeas.publish.catalogue import Catalogue
from habeas.publish.exports.annotations import web_annotations
from habeas.publish.exports.claimreview import claim_reviews
from habeas.publish.exports.database import database
from habeas.publish.exports.ftm import ftm_entities, ftm_statements
from habeas.publish.exports.markdown import markdown
from habeas.publish.exports.pdf import pdf
from habeas.publish.exports.references import bibtex, csl_items
from habeas.publish.exports.tables import claims_csv, claims_parquet
from habeas.publish.exports.timelinejs import timeline
from habeas.publish.exports.workbook import workbook

__all__ = ["FORMATS", "Format", "format_for", "format_of_file"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `file` is its name in a dossier; `kept` says whether every build writes it there, or only an export
    makes it. `binary` bytes are no text for a terminal. A file whose name ends with `ends` is of this format."""

    name: str
    file: str
    opens: str
    make: Callable[[Catalogue], bytes]
    ends: str | None = None
    kept: bool = True
    binary: bool = False


FORMATS = (
    Format("csl", "references.csl.json", "Zotero, pandoc, word processors", lambda c: codec.document(csl_items(c)), ".csl.json"),
    Format("bibtex", "references.bib", "LaTeX, JabRef, Zotero", bibtex, ".bib"),
    Format("markdown", "dossier.md", "pandoc, Obsidian, any editor", markdown, ".md"),
    Format("pdf", "dossier.pdf", "any reader of PDF", pdf, ".pdf", kept=False, binary=True),
    Format("xlsx", "dossier.xlsx", "Excel, LibreOffice, Google Sheets", workbook, ".xlsx", kept=False, binary=True),
    Format("csv", "claims.csv", "any spreadsheet", claims_csv, ".csv"),
    Format("parquet", "claims.parquet", "pandas, polars, DuckDB", claims_parquet, ".parquet", binary=True),
    Format("sqlite", "dossier.sqlite", "Datasette, sqlite3", database, ".sqlite", binary=True),
    Format("ftm", "entities.ftm.json", "the ftm tools, Aleph", lambda c: codec.lines(ftm_entities(c)), ".ftm.json"),
    Format("statements", "statements.csv", "nomenklatura", ftm_statements),
    Format("annotations", "annotations.jsonld", "readers of W3C Web Annotations", lambda c: codec.document(web_annotations(c))),
    Format("claimreview", "claimreview.jsonld", "readers of schema.org", lambda c: codec.document(claim_reviews(c))),
    Format("timeline", "timeline.json", "TimelineJS", lambda c: codec.document(timeline(c))),
)  # fmt: skip
"""In the order in which they are shown."""


def format_for(name: str) -> Format:
    """The format called `name`. Raises UsageError with all names."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise UsageError(f"--format {name}: no such format; one of {', '.join(one.name for one in FORMATS)}")


def format_of_file(name: str) -> Format | None:
    """The format that the end of a file's name tells, None where it tells none.

    >>> format_of_file("story.bib").name, format_of_file("story.json")
    ('bibtex', None)
    """
    return next((one for one in FORMATS if one.ends and name.lower().endswith(one.ends)), None)
