"""habeas marks: what was seen before any claim was made."""

from __future__ import annotations

from pathlib import Path

import typer

from habeas.cli.building import day
from habeas.cli.printing import print_json
from habeas.errors import UsageError
from habeas.packs import DEFAULT

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(marks)


def marks(
    reports: list[Path] = typer.Argument(help="Files and folders of reports."),
    kind: str | None = typer.Option(
        None, help="Only marks of this kind: quantity, moment, quotation, name, ..."
    ),
    pack: str = typer.Option(DEFAULT, help="The domain: a bundled pack or a folder with a pack.toml."),
    published: str | None = typer.Option(None, help="The day of reports that state none, as 2025-03-27."),
) -> None:
    """Print every mark of every report, one JSON object a line."""
    from habeas.mark import mark
    from habeas.mark.rows import rows
    from habeas.packs import load_pack
    from habeas.read import read

    for path in reports:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    loaded = load_pack(pack)
    found, failures = read(reports, published=day(published))
    for report in found:
        seen = rows(report, mark(report, loaded))
        print_json(row for row in seen if kind is None or row["kind"] == kind)
    for failure in failures:
        typer.echo(f"habeas: {failure.doc}: {failure.reason}", err=True)
    if failures:
        raise typer.Exit(1)
