"""How often claims of a kind are right, by the prior of the rule that made them: `packs/calibration.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from habeas.errors import PackError

__all__ = ["Calibration", "calibration"]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The map of one kind: a prior of at least `priors[i]` (and below the next) means `confidence[i]`.

    `claims` is how many judged claims it was fitted on, `source` where they are from.
    """

    kind: str
    source: str
    claims: int
    priors: tuple[float, ...]
    confidence: tuple[float, ...]


@cache
def calibration() -> tuple[Calibration, ...]:
    """The maps of all kinds that were measured. Raises PackError where the file is not what the fitting wrote."""
    where = "packs/calibration.toml"
    try:
        rows = tomllib.loads((resources.files("habeas.packs") / "calibration.toml").read_text("utf-8"))[
            "kinds"
        ]
        return tuple(_checked(row) for row in rows)
    except (FileNotFoundError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise PackError(where, f"{error}; write it anew with bench/fit_calibration.py") from None


def _checked(row: dict[str, Any]) -> Calibration:
    one = Calibration(
        row["kind"], row["source"], row["claims"], tuple(row["priors"]), tuple(row["confidence"])
    )
    if len(one.priors) != len(one.confidence) or not one.priors or one.priors[0] != 0.0:
        raise ValueError(f"{one.kind}: needs as many priors as confidences, the first prior 0.0")
    if list(one.priors) != sorted(one.priors) or list(one.confidence) != sorted(one.confidence):
        raise ValueError(f"{one.kind}: priors and confidences must rise")
    return one
