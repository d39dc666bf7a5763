"""What every bench prints and keeps: a table for people, and JSON with the commits of data and program.

Every file in `bench/results/` has one shape:

    {"bench": name, "data": {"owner/repository": commit}, "habeas": commit, "about": {...},
     "results": {table: {system: {measure: number}}}}
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from checkouts import repository_of

__all__ = ["Tables", "commit_of", "habeas_commit", "keep", "report", "table"]

Tables = Mapping[str, Mapping[str, Mapping[str, "float | int | None"]]]
"""Title of a table, then system, then measure."""

_HOME = Path(__file__).resolve().parent.parent


def commit_of(folder: Path) -> str:
    """The commit that a checkout stands at; for an unpacked one, what a file COMMIT in it or <folder>.commit says."""
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top and Path(top).resolve() == folder.resolve():
        return _git(folder, "rev-parse", "HEAD") or "unknown"
    for note in (folder / "COMMIT", folder.with_name(folder.name + ".commit")):
        if note.is_file():
            return note.read_text("utf-8").split()[0]
    return "unknown"


def habeas_commit() -> str:
    """The commit of habeas, with a plus sign where the program differs from it."""
    commit = _git(_HOME, "rev-parse", "HEAD") or "unknown"
    changed = _git(_HOME, "status", "--porcelain", "--", "src")
    return f"{commit}+" if changed else commit


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as aligned columns; the first row is the head."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def keep(
    name: str,
    data: Sequence[Path],
    results: Tables,
    out: Path | None,
    about: Mapping[str, object] | None = None,
) -> None:
    """Write the results with the commits of the data and of habeas; nothing where `out` is None."""
    if out is None:
        return
    kept = {
        "bench": name,
        "data": {repository_of(folder): commit_of(folder) for folder in data},
        "habeas": habeas_commit(),
        "about": dict(about or {}),
        "results": results,
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(_rounded(kept), indent=1, ensure_ascii=False) + "\n", "utf-8")


def report(
    name: str,
    data: Sequence[Path],
    results: Tables,
    out: Path | None,
    about: Mapping[str, object] | None = None,
) -> None:
    """Print every table of the results, and keep them where `out` is given."""
    for title, systems in results.items():
        measures = list(dict.fromkeys(m for row in systems.values() for m in row))
        rows = [[title, *measures]]
        rows += [[system, *(_cell(row.get(m)) for m in measures)] for system, row in systems.items()]
        print(table(rows), end="\n\n")
    keep(name, data, results, out, about)


def _cell(value: float | int | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _rounded(value: object) -> object:
    """Floats to four significant places after the point: more would be noise in a diff."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(inner) for inner in value]
    return value


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
