"""What every command prints with: JSON lines for programs, plain sentences for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping

import typer

__all__ = ["print_json", "progress"]


def print_json(rows: Iterable[Mapping[str, object]]) -> None:
    """One JSON object a line."""
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False))


def progress(stage: str, done: int, total: int) -> None:
    """One line a stage on standard error, rewritten in place on a terminal, written once elsewhere."""
    if sys.stderr.isatty():
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\r{stage:<10} {done:>7,} of {total:,}{end}")
        sys.stderr.flush()
    elif done >= total > 1000:
        sys.stderr.write(f"{stage:<10} {total:,}\n")
