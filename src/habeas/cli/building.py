"""habeas build: reports to a dossier."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import typer

from habeas.cli.ledger import reviewed
from habeas.cli.printing import print_json, progress
from habeas.errors import UsageError
from habeas.packs import DEFAULT

__all__ = ["day", "register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(build)


def day(text: str | None) -> date | None:
    """An ISO date given on the command line. Raises UsageError."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise UsageError(f"--published {text}: write the day as 2025-03-27") from None


def build(
    reports: list[Path] = typer.Argument(
        None, help="Files and folders of reports: text, HTML, PDF, WARC, JSONL, Parquet."
    ),
    out: Path = typer.Option(Path("dossier"), "--out", "-o", help="The folder to write the dossier to."),
    pack: str = typer.Option(DEFAULT, help="The domain: a bundled pack or a folder with a pack.toml."),
    published: str | None = typer.Option(None, help="The day of reports that state none, as 2025-03-27."),
    ledger: str | None = typer.Option(
        None,
        "--ledger",
        help="Take people's decisions from this ledger; without REPORTS, its reports as well.",
    ),
    decided: bool = typer.Option(
        True, "--with-decisions/--without-decisions", help="Whether decisions are shown."
    ),
    protected: bool = typer.Option(
        False, "--protect", help="Replace the names of private people by pseudonyms in every file."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print the counts as JSON."),
) -> None:
    """Build the dossier of a folder of reports. Same input, same bytes; no network."""
    from habeas.flow import build as build_dossier
    from habeas.publish import publish

    for path in reports or ():
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    if not reports and ledger is None:
        raise UsageError("name the reports to build from, or a ledger with --ledger")
    built = build_dossier(reports, pack, published=day(published), watch=progress) if reports else None
    if ledger is not None or protected:
        dossier = reviewed(built, ledger, decided, protected)
    else:
        assert built is not None
        dossier = built
    files = publish(dossier, out)
    counts = {
        "reports": len(dossier.reports),
        "origins": len(dossier.lineage.origins),
        "claims": len(dossier.claims),
        "findings": len(dossier.findings),
        "checks": len(dossier.checks),
        "not_understood": len(dossier.unclaimed),
        "failures": len(dossier.failures),
        "files": len(files),
    }
    for failure in dossier.failures:
        typer.echo(f"habeas: {failure.doc}: {failure.reason}", err=True)
    if as_json:
        print_json([{**counts, "out": str(out)}])
    else:
        typer.echo(
            f"{counts['reports']} reports, {counts['origins']} origins, {counts['claims']} claims, "
            f"{counts['findings']} findings, {counts['checks']} checks, {counts['not_understood']} not understood"
        )
        typer.echo(f"{out / 'index.html'}")
    if dossier.failures or not dossier.reports:
        raise typer.Exit(1)
