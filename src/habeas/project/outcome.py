"""Outcome: what a projection says, in bands, dates and causes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from habeas.project.parameters import Floats
from habeas.project.scenario import Scenario
from habeas.project.sensitivity import Driver, drivers
from habeas.project.simulate import Paths, quantiles, simulate

__all__ = ["Band", "DateFull", "Projection", "project"]


@dataclass(frozen=True, slots=True)
class Band:
    """Half of all runs lie below `p50`, nine tenths between `p5` and `p95`."""

    day: date
    p5: float
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class DateFull:
    """When the place is full: the share of runs in which it is within the horizon, and the days by which it is in 5,
    50 and 95 of 100 runs (None: in fewer). `by` is the share that is full by each reported day."""

    probability: float
    p5: date | None
    p50: date | None
    p95: date | None
    by: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """A projected scenario. `cost_per_person_day` is None where nothing is paid or nobody is held."""

    scenario: Scenario
    occupancy: tuple[Band, ...]
    cost: tuple[Band, ...]
    turned_away: Band
    full: DateFull
    cost_per_person_day: Band | None
    drivers: tuple[Driver, ...]

    @property
    def end(self) -> date:
        """The last day of the horizon."""
        return self.occupancy[-1].day


def project(scenario: Scenario) -> Projection:
    """Run `scenario` and say what comes of it. The same scenario and seed give the same answer.

    >>> from habeas.project import Basis, Dimension, Parameter
    >>> place = Scenario("ten a day", date(2030, 1, 1), 100, (
    ...     Parameter("capacity", "capacity", Dimension.PEOPLE, 1000, 1000, Basis.ASSUMED),
    ...     Parameter("stock", "stock", Dimension.PEOPLE, 500, 500, Basis.ASSUMED),
    ...     Parameter("arrivals", "arrivals", Dimension.RATE, 10, 10, Basis.ASSUMED)), runs=500)
    >>> done = project(place)
    >>> done.full.probability, done.full.p50.strftime("%Y-%m")
    (1.0, '2030-02')
    """
    paths = simulate(scenario)
    days = [scenario.day(day) for day in paths.days]
    return Projection(
        scenario=scenario,
        occupancy=_bands(days, paths.occupancy),
        cost=_bands(days, paths.cost),
        turned_away=_bands(days[-1:], paths.turned[-1:])[0],
        full=_full(scenario, paths),
        cost_per_person_day=_unit_cost(days[-1], paths),
        drivers=drivers(scenario, paths),
    )


def _bands(days: list[date], values: Floats) -> tuple[Band, ...]:
    return tuple(Band(day, *(float(v) for v in row)) for day, row in zip(days, values, strict=True))


def _full(scenario: Scenario, paths: Paths) -> DateFull:
    ends = [scenario.day(q) if math.isfinite(q) else None for q in quantiles(paths.full_on)]
    ordered = np.sort(paths.full_on)
    counts = np.searchsorted(ordered, np.array(paths.days), side="right") / len(ordered)
    by = tuple((scenario.day(day), float(share)) for day, share in zip(paths.days, counts, strict=True))
    return DateFull(float(np.isfinite(paths.full_on).mean()), ends[0], ends[1], ends[2], by)


def _unit_cost(day: date, paths: Paths) -> Band | None:
    held = paths.person_days > 0
    if not paths.final_cost.any() or not held.any():
        return None
    row = quantiles(paths.final_cost[held] / paths.person_days[held])
    return Band(day, *(float(v) for v in row))
