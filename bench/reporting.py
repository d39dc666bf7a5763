"""What every bench prints and keeps: a table for people, and JSON with the commits of data and program."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

__all__ = ["commit_of", "report", "table"]


def commit_of(folder: Path) -> str:
    """The commit that a checkout stands at; for an unpacked one, what a file COMMIT in it or <folder>.commit says."""
    try:
        found = subprocess.run(["git", "-C", str(folder), "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
        top = subprocess.run(
            ["git", "-C", str(folder), "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True
        )
        if Path(top.stdout.strip()).resolve() == folder.resolve():
            return found.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        pass
    for note in (folder / "COMMIT", folder.with_name(folder.name + ".commit")):
        if note.is_file():
            return note.read_text().strip()
    return "unknown"


def table(rows: list[list[str]]) -> str:
    """Rows as aligned columns; the first row is the head."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def report(name: str, data: Path, results: dict[str, object], rows: list[list[str]], out: Path | None) -> None:
    """Print the table and, where `out` is given, write the results with the commits of the data and of habeas."""
    print(table(rows))
    if out is None:
        return
    here = Path(__file__).resolve().parent.parent
    kept = {"bench": name, "data": commit_of(data), "habeas": commit_of(here), "results": results}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
