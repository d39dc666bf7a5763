"""The kept results of the benches, and what each figure is to reach."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Figure", "Result", "Stage", "read_results", "read_stages"]

Row = dict[str, "float | int | None"]


@dataclass(frozen=True, slots=True)
class Result:
    """One file of bench/results: the commits, and tables of systems and measures."""

    bench: str
    data: dict[str, str]
    habeas: str
    about: dict[str, object]
    tables: dict[str, dict[str, Row]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it is kept ([bench, table, system, measure]), its peer, and what it is to reach."""

    stage: str
    measure: str
    at: tuple[str, str, str, str]
    peer: str = ""
    reach: float | None = None
    peer_times: float | None = None
    peer_less: float = 0.0
    lower: bool = False
    held_out: tuple[str, ...] = ()

    def value(self, results: dict[str, Result]) -> float | None:
        """The figure of habeas."""
        return _looked_up(results, self.at)

    def value_held_out(self, results: dict[str, Result]) -> float | None:
        """The figure on data that nobody worked on, where there is some."""
        return _looked_up(results, self.held_out) if self.held_out else None

    def value_of_peer(self, results: dict[str, Result]) -> float | None:
        """The peer's figure in the same table and run."""
        bench, table, _, measure = self.at
        return _looked_up(results, (bench, table, self.peer, measure)) if self.peer else None

    def goal(self, results: dict[str, Result]) -> float | None:
        """What the figure is to reach; None where it is shown for comparison only."""
        if self.peer_times is None:
            return self.reach
        peer = self.value_of_peer(results)
        return None if peer is None else peer * self.peer_times - self.peer_less

    def met(self, results: dict[str, Result]) -> bool | None:
        """Whether the goal is reached; None where there is no goal or no figure."""
        value, goal = self.value(results), self.goal(results)
        if value is None or goal is None:
            return None
        return value <= goal if self.lower else value >= goal


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: what is measured, on what its rules were worked out, and its figures."""

    id: str
    title: str
    about: str
    developed: str
    figures: tuple[Figure, ...] = field(default=())


def read_results(folder: Path) -> dict[str, Result]:
    """The results by the name of their bench. Raises ValueError naming the file that has not the shape of all."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        kept = json.loads(path.read_text("utf-8"))
        if set(kept) != {"bench", "data", "habeas", "about", "results"} or kept["bench"] != path.stem:
            raise ValueError(f"{path}: not written by bench/reporting.py: run its bench again")
        found[path.stem] = Result(path.stem, kept["data"], kept["habeas"], kept["about"], kept["results"])
    return found


def read_stages(path: Path) -> tuple[Stage, ...]:
    """The stages of bench/reach.toml with their figures, in order."""
    rows = tomllib.loads(path.read_text("utf-8"))
    figures = [
        Figure(**{**row, "at": tuple(row["at"]), "held_out": tuple(row.get("held_out", ()))})
        for row in rows["figures"]
    ]
    return tuple(
        Stage(**row, figures=tuple(one for one in figures if one.stage == row["id"]))
        for row in rows["stages"]
    )


def _looked_up(results: dict[str, Result], at: tuple[str, ...]) -> float | None:
    bench, table, system, measure = at
    if bench not in results:
        return None
    return results[bench].tables.get(table, {}).get(system, {}).get(measure)
