"""habeas build: reports to a dossier."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from habeas.cli.ledger import reviewed
from habeas.cli.limiting import MostMegabytes, MostMemory, MostSeconds, TraceMemory, limits_of
from habeas.cli.printing import print_json, progress
from habeas.cli.scaling import Run, is_url, scaled
from habeas.cli.second import second_reader, told
from habeas.errors import UsageError
from habeas.packs import DEFAULT

if TYPE_CHECKING:
    from habeas.model.dossier import Dossier
    from habeas.read import Limits
    from habeas.second_reader.rereading import SecondReader

__all__ = ["day", "register"]

_PROTECTED = typer.Option(
    None,
    "--protect/--named",
    help="Private people under pseudonyms in every file, or by name. From a ledger they are protected unless you say "
    "--named; what is built from files alone is a working copy with the names.",
)


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
    reports: list[str] = typer.Argument(
        None,
        help="Files and folders of reports: text, HTML, PDF, WARC, JSONL, Parquet; with --runner stores as well (s3://...).",
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
    protected: bool | None = _PROTECTED,
    runner: str | None = typer.Option(
        None, help="Read and understand on Daft: native (this machine), ray, or ray://host:port. Same bytes."
    ),
    work: str | None = typer.Option(
        None,
        help="With --runner: the folder or store that keeps each part of the work; OUT.work if not given.",
    ),
    reader: str | None = typer.Option(
        None, help="Ask a second reader as well: openai:http://127.0.0.1:8080/v1, any compatible endpoint."
    ),
    reader_model: str | None = typer.Option(None, help="The model to ask there."),
    reader_cache: Path | None = typer.Option(
        None, help="The folder that keeps its answers; the user's cache folder unless given."
    ),
    reader_timeout: float = typer.Option(120, min=0.1, max=3600, help="Seconds to wait for each answer."),
    count_reader: bool = typer.Option(
        False,
        "--count-reader",
        help="Let its claims into findings, checks and the record, pointed out there.",
    ),
    most_mb: MostMegabytes = 50,
    most_seconds: MostSeconds = 60,
    most_memory: MostMemory = 4000,
    trace_memory: TraceMemory = 512,
    as_json: bool = typer.Option(False, "--json", help="Print the counts as JSON."),
) -> None:
    """Build the dossier of a folder of reports. Same input, same bytes; no network unless --reader names one."""
    from habeas.publish import publish

    if not reports and ledger is None:
        raise UsageError("name the reports to build from, or a ledger with --ledger")
    second = second_reader(reader, reader_model, reader_cache, reader_timeout, count_reader)
    if second is not None and not reports:
        raise UsageError("--reader reads reports: name them")
    run = Run(runner, work, out)
    limits = limits_of(most_mb, most_seconds, most_memory, trace_memory)
    built = _built(reports, pack, day(published), run, second, limits) if reports else None
    dossier = reviewed(built, ledger, decided, protected)
    _tell(dossier, len(publish(dossier, out)), out, as_json)
    unanswered = dossier.reread is not None and bool(dossier.reread.unanswered)
    if dossier.failures or not dossier.reports or unanswered:
        raise typer.Exit(1)


def _tell(dossier: Dossier, files: int, out: Path, as_json: bool) -> None:
    """Say what was built, what could not be read, and of which reports a part was left unread."""
    from habeas.mark.reach import UNREAD

    counts = {
        "reports": len(dossier.reports),
        "origins": len(dossier.lineage.origins),
        "claims": len(dossier.claims),
        "findings": len(dossier.findings),
        "checks": len(dossier.checks),
        "not_understood": len(dossier.unclaimed),
        "failures": len(dossier.failures),
        "files": files,
    }
    for failure in dossier.failures:
        typer.echo(f"habeas: {failure.doc}: {failure.reason}", err=True)
    for doc, reason in dict.fromkeys((u.doc, u.reason) for u in dossier.unclaimed if u.kind == UNREAD):
        typer.echo(f"habeas: {doc}: {reason}", err=True)
    if as_json:
        account = {"second_reader": asdict(dossier.reread)} if dossier.reread else {}
        print_json([{**counts, **account, "out": str(out)}])
    else:
        typer.echo(
            f"{counts['reports']} reports, {counts['origins']} origins, {counts['claims']} claims, "
            f"{counts['findings']} findings, {counts['checks']} checks, {counts['not_understood']} not understood"
        )
        for line in told(dossier.reread) if dossier.reread else ():
            typer.echo(line)
        typer.echo(f"{out / 'index.html'}")


def _built(
    reports: list[str],
    pack: str,
    published: date | None,
    run: Run,
    second: SecondReader | None,
    limits: Limits,
) -> Dossier:
    """The dossier of the reports given, on this machine's processors or by a runner."""
    for place in reports:
        if is_url(place):
            if run.runner is None:
                raise UsageError(f"{place} lies in a store: read it with --runner native, or on a cluster")
        elif not Path(place).exists():
            raise UsageError(f"{place}: no such file or folder")
    if run.runner is not None:
        return scaled(reports, run, pack, published, second, limits)
    if run.work is not None:
        raise UsageError("--work goes with --runner")
    from habeas.flow import build as build_dossier

    return build_dossier([Path(place) for place in reports], pack, published, progress, second, limits)
