"""Sensitivity: which of the uncertain parameters drives the spread of an outcome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from habeas.project.parameters import ROLES, Floats
from habeas.project.scenario import Scenario
from habeas.project.simulate import Paths

__all__ = ["Driver", "drivers", "rank_correlation"]


@dataclass(frozen=True, slots=True)
class Driver:
    """One uncertain parameter: Spearman's rank correlation of its draws with each outcome, in [-1, 1].

    None where the outcome is the same in all runs. `full_on` counts a place that never fills as filled last.
    """

    name: str
    label: str
    occupancy: float | None
    cost: float | None
    full_on: float | None

    @property
    def strength(self) -> float:
        """The largest of the three, whatever its sign."""
        return max(abs(value or 0.0) for value in (self.occupancy, self.cost, self.full_on))


def drivers(scenario: Scenario, paths: Paths) -> tuple[Driver, ...]:
    """Every parameter that was drawn from a range, the strongest first."""
    horizon = np.minimum(paths.full_on, scenario.days + 1)
    outcomes = tuple(ranks(values) for values in (paths.final_occupancy, paths.final_cost, horizon))
    found = []
    for name, values in paths.draws.named.items():
        own = ranks(values)
        label = ROLES[name].label if name in ROLES else name
        found.append(Driver(name, label, *(_correlation(own, outcome) for outcome in outcomes)))
    return tuple(sorted(found, key=lambda driver: (-driver.strength, driver.name)))


def rank_correlation(a: Floats, b: Floats) -> float | None:
    """Spearman's rank correlation, ties at their mean rank; None if either never varies.

    >>> rank_correlation(np.array([1.0, 2.0, 3.0, 4.0]), np.array([10.0, 40.0, 900.0, 1000.0]))
    1.0
    """
    return _correlation(ranks(a), ranks(b))


def ranks(values: Floats) -> Floats:
    """The rank of each value, ties at the mean of their ranks."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    means: Floats = ends - (counts - 1) / 2.0
    return means[place]


def _correlation(a: Floats, b: Floats) -> float | None:
    spread = float(a.std() * b.std())
    if spread == 0:
        return None
    return round(float(((a - a.mean()) * (b - b.mean())).mean() / spread), 4)
