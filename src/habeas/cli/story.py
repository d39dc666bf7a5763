"""habeas add, diff: a running story."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from habeas.cli.building import day
from habeas.cli.ledger import add_to_ledger
from habeas.cli.limiting import MostMegabytes, MostMemory, MostSeconds, limits_of
from habeas.cli.printing import print_json, progress
from habeas.errors import UsageError

if TYPE_CHECKING:
    from habeas.model.dossier import Dossier

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(add)
    app.command()(diff)


def add(
    reports: list[Path] = typer.Argument(
        help="Later reports: files and folders of text, HTML, PDF, WARC, JSONL."
    ),
    folder: Path = typer.Option(Path("dossier"), "--in", "-i", help="The dossier to add them to."),
    pack: str | None = typer.Option(
        None, help="The pack's folder, for a dossier whose pack is not a bundled one."
    ),
    published: str | None = typer.Option(None, help="The day of reports that state none, as 2025-03-27."),
    replace: bool = typer.Option(
        False, "--replace", help="A report of a name the dossier holds takes the place of the one held."
    ),
    ledger: str | None = typer.Option(
        None, "--ledger", help="A ledger to add them to instead: a file, or postgresql://USER@HOST/NAME."
    ),
    by: str | None = typer.Option(None, "--by", help="Who adds them to the ledger."),
    most_mb: MostMegabytes = 50,
    most_seconds: MostSeconds = 60,
    most_memory: MostMemory = 4000,
    as_json: bool = typer.Option(False, "--json", help="Print the counts as JSON."),
) -> None:
    """Add later reports to a dossier, reading only the new ones; say what they change."""
    from dataclasses import replace as renamed

    from habeas.publish import publish
    from habeas.story import add as add_reports
    from habeas.story import diff as compare
    from habeas.story import edition, edition_of
    from habeas.story.words import text

    _all_there(reports)
    limits = limits_of(most_mb, most_seconds, most_memory)
    if ledger is not None:
        add_to_ledger(reports, ledger, pack, day(published), by, as_json, limits)
        return
    before = renamed(edition(folder), name="before")
    grown = add_reports(
        reports,
        folder,
        pack_name=pack,
        published=day(published),
        replace=replace,
        watch=progress,
        limits=limits,
    )
    dossier = grown.dossier
    if grown.changed:
        publish(dossier, folder)
    for failure in grown.failures:
        typer.echo(f"habeas: {failure.doc}: {failure.reason}", err=True)
    changes = compare(before, edition_of(dossier, "now"))
    if as_json:
        counts = {"new": len(grown.new), "known": len(grown.known), "replaced": len(grown.replaced)}
        whole = _sizes(dossier)
        print_json([{**counts, **whole, "changes": len(changes.changes), "in": str(folder)}])
    else:
        typer.echo(f"{len(grown.new)} new reports read, {len(grown.known)} known already")
        typer.echo(text(changes))
    if grown.failures:
        raise typer.Exit(1)


def _all_there(reports: list[Path]) -> None:
    for path in reports:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")


def _sizes(dossier: Dossier) -> dict[str, int]:
    return {
        "reports": len(dossier.reports),
        "origins": len(dossier.lineage.origins),
        "claims": len(dossier.claims),
    }


def diff(
    old: Path = typer.Argument(help="The earlier dossier's folder."),
    new: Path = typer.Argument(help="The later dossier's folder."),
    out: Path | None = typer.Option(None, "--out", "-o", help="A page to write, as changes.html."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object a change, one a line."),
) -> None:
    """Say what is new, confirmed, overtaken, contested, corrected or withdrawn from one dossier to another."""
    from habeas.story import diff as compare
    from habeas.story import edition
    from habeas.story.page import page
    from habeas.story.words import change_json, text

    found = compare(edition(old), edition(new))
    if out is not None:
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(page(found), "utf-8")
        except OSError as error:
            raise UsageError(f"--out {out}: cannot be written ({error.strerror})") from None
    if as_json:
        print_json(change_json(change) for change in found.changes)
        return
    typer.echo(text(found))
    if out is not None:
        typer.echo(str(out))
