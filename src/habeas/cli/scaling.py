"""habeas build --runner: the same dossier, its reports read and understood on Daft, here or on a cluster."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.model.dossier import Dossier
    from habeas.read import Limits
    from habeas.scale.mapping import Standing
    from habeas.second_reader.rereading import SecondReader

__all__ = ["Run", "is_url", "scaled"]


def is_url(place: str) -> bool:
    """Whether a report given on the command line lies in a store and not on this machine."""
    return "://" in place


@dataclass(frozen=True, slots=True)
class Run:
    """What the command line says of how to build: `--runner`, `--work`, and where the dossier goes."""

    runner: str | None
    work: str | None
    out: Path


def scaled(
    places: Sequence[str],
    run: Run,
    pack: str,
    published: date | None,
    second: SecondReader | None,
    limits: Limits,
) -> Dossier:
    """The dossier of the reports at `places`, made by the runner. Its partitions lie in `--work`, else beside it."""
    from habeas.scale.building import Scale, build

    assert run.runner is not None
    scale = Scale(run.work or f"{run.out}.work", run.runner, limits=limits)
    return build(places, scale, pack, published, _line, second)


def _line(standing: Standing) -> None:
    """One line a stage on standard error, rewritten in place on a terminal, written once when it is done elsewhere."""
    done = standing.done >= standing.total
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{_said(standing)}" + ("\n" if done else ""))
        sys.stderr.flush()
    elif done:
        sys.stderr.write(_said(standing) + "\n")


def _said(standing: Standing) -> str:
    words = f"{standing.stage:<10} {standing.done:>7,} of {standing.total:,}"
    if standing.rows:
        words += f" parts, {standing.rows:,} reports"
    if standing.found:
        words += f"; {standing.found:,} parts were in the work folder"
    return words
