"""habeas export: a finished dossier in the format of another tool."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from habeas.cli.ledger import reviewed
from habeas.cli.printing import print_json
from habeas.errors import UsageError

if TYPE_CHECKING:
    from habeas.model.dossier import Dossier
    from habeas.publish.exports.formats import Format

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(export)


def export(
    source: str = typer.Argument(
        "dossier", help="A dossier's folder, or a ledger (a file or postgresql://...)."
    ),
    name: str | None = typer.Option(
        None,
        "--format",
        "-f",
        help="markdown, pdf, xlsx, csl, bibtex, csv, parquet, sqlite, ftm, statements, annotations, claimreview, timeline. "
        "Told from the end of --out's name unless given.",
    ),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="The file to write; standard output unless given."
    ),
    fonts: list[Path] = typer.Option(
        [], "--font", help="Of a PDF: a font file for letters that the bundled font lacks, as of Chinese."
    ),
    protected: bool | None = typer.Option(
        None,
        "--protect/--named",
        help="Private people under pseudonyms, or by name: of a ledger protected unless you say --named, of a dossier as "
        "it stands.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was written as JSON."),
) -> None:
    """Write a dossier in the format of another tool, from the dossier alone: no report is read again."""
    form = _format(name, out)
    if out is None and form.binary and sys.stdout.isatty():
        raise UsageError(f"{form.name} is no text for a terminal; name a file with --out")
    if fonts and form.name != "pdf":
        raise UsageError(f"--font is of a PDF; {form.name} holds no fonts")
    from habeas.publish.placing import place_file

    content = _content(source, form, protected, fonts)
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    place_file(content, out)
    if as_json:
        print_json([{"format": form.name, "out": str(out), "bytes": len(content)}])
    else:
        typer.echo(f"{out}: {len(content):,} bytes of {form.name}, for {form.opens}")


def _format(name: str | None, out: Path | None) -> Format:
    """The format asked for by name, or by the end of the file's name. Raises UsageError."""
    from habeas.publish.exports.formats import FORMATS, format_for, format_of_file

    if name is not None:
        return format_for(name)
    found = format_of_file(out.name) if out else None
    if found is None:
        names = ", ".join(form.name for form in FORMATS)
        raise UsageError(f"say which format with --format; one of {names}")
    return found


def _content(source: str, form: Format, protected: bool | None, fonts: Sequence[Path]) -> bytes:
    """The bytes of a format: a file that the dossier holds already is handed on as it stands."""
    from habeas.publish.catalogue import catalogue
    from habeas.publish.exports.pdf import pdf

    folder = Path(source)
    ledger = "://" in source or folder.is_file()
    kept = folder / form.file
    if form.kept and not ledger and not protected and (folder / "manifest.json").is_file() and kept.is_file():
        return kept.read_bytes()
    known = catalogue(_dossier(source, ledger, protected))
    return pdf(known, fonts) if fonts else form.make(known)


def _dossier(source: str, ledger: bool, protected: bool | None) -> Dossier:
    from habeas.publish.opening import open_dossier

    if ledger:
        return reviewed(None, source, True, protected)
    opened = open_dossier(Path(source))
    return reviewed(opened, None, False, True) if protected else opened
