"""habeas project: a place and an agreement as stocks and flows."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from habeas.cli.opening import Opened, open_dossier
from habeas.cli.printing import print_json
from habeas.errors import UsageError

if TYPE_CHECKING:
    from habeas.model.pack import Pack
    from habeas.project import Projection, Scenario

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(project)


def project(
    scenario: Path | None = typer.Argument(
        None, help="A scenario in TOML; without one, what the dossier's claims allow is projected."
    ),
    folder: Path = typer.Option(Path("dossier"), "--in", "-i", help="The dossier's folder."),
    out: Path | None = typer.Option(
        None, "--out", "-o", help="A folder for the pictures, tables, JSON and scenario."
    ),
    start: str | None = typer.Option(
        None, help="The first day of a scenario made from the dossier, as 2025-04-01."
    ),
    runs: int | None = typer.Option(None, help="How many runs, in place of the scenario's own."),
    pack: str | None = typer.Option(None, help="The domain, in place of the one the dossier was built with."),
    as_json: bool = typer.Option(False, "--json", help="Print the projection as one JSON object."),
) -> None:
    """Project occupancy, cost and the date full from claims, with bands, and say what drives the spread."""
    from habeas.packs import load_pack
    from habeas.project import project as run
    from habeas.publish.state import pack_name

    opened = open_dossier(folder)
    chosen = _scenario(scenario, opened, load_pack(pack or pack_name(folder)), _day(start))
    if runs is not None:
        chosen = _with_runs(chosen, runs)
    projection = run(chosen)
    files = _write(projection, out) if out else []
    if as_json:
        from habeas.project.encoding import projection_json

        print_json([projection_json(projection)])
        return
    from habeas.project.tables import text

    typer.echo(text(projection))
    for path in files:
        typer.echo(str(path))


def _scenario(path: Path | None, opened: Opened, pack: Pack, start: date | None) -> Scenario:
    if path is None:
        from habeas.project.defaults import default_scenario

        return default_scenario(opened.claims, pack, start)
    if start is not None:
        raise UsageError("--start is for scenarios made from the dossier; the file states its own start")
    from habeas.project.reading import read_scenario

    return read_scenario(path, opened.claims, pack)


def _with_runs(scenario: Scenario, runs: int) -> Scenario:
    from dataclasses import replace

    if not 1 <= runs <= 10_000_000:
        raise UsageError(f"--runs {runs}: give 1 to 10,000,000")
    return replace(scenario, runs=runs)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise UsageError(f"--start {text}: write the day as 2025-03-27") from None


def _write(projection: Projection, out: Path) -> list[Path]:
    """Pictures, page, JSON and the scenario as used, in the folder `out`."""
    import json

    from habeas.project.encoding import projection_json
    from habeas.project.page import page
    from habeas.project.picture import cost_picture, full_picture, occupancy_picture
    from habeas.project.writing import scenario_toml

    files = {
        "projection.html": page(projection),
        "projection.json": json.dumps(projection_json(projection), ensure_ascii=False, indent=1) + "\n",
        "occupancy.svg": occupancy_picture(projection),
        "full.svg": full_picture(projection),
        "cost.svg": cost_picture(projection),
        "scenario.toml": scenario_toml(projection.scenario),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (out / name).write_text(content, "utf-8")
    except OSError as error:
        raise UsageError(f"--out {out}: cannot be written ({error.strerror})") from None
    return [out / name for name in files]
