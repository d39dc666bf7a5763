"""Simulating: many runs of a scenario at once, a day at a time.

Memory is a few arrays of one number a run, whatever the horizon: each reported day is reduced to its quantiles before
the next one begins.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from habeas.project.draws import Draws, draw
from habeas.project.parameters import Floats
from habeas.project.scenario import Scenario, WhenFull
from habeas.project.steps import Leaving, day_exact, day_smooth, event, leaving

__all__ = ["Paths", "simulate"]

SMALL = 200
"""Below this many people in sight a day is drawn in whole people; above, by the normal curve (a Poisson number of
mean 200 is within half a percent of it everywhere that a band shows)."""

FEW = 9
"""Below this many arrivals a day, where nobody leaves, a day is drawn in whole people: the normal curve would lose
people there (at a mean of 9 it is below zero once in 700 days)."""

QUANTILES = (0.05, 0.5, 0.95)


@dataclass(frozen=True, slots=True)
class Paths:
    """What was kept of all runs: the quantiles of each reported day, and the last day whole.

    `occupancy`, `cost` and `turned` have shape `(reported days, 3)`; `full_on` is the first day of each run on which
    the place was full, infinite if it never was; `final_*` have one value for each run.
    """

    draws: Draws
    days: tuple[int, ...]
    occupancy: Floats
    cost: Floats
    turned: Floats
    full_on: Floats
    final_occupancy: Floats
    final_cost: Floats
    final_turned: Floats
    offered: Floats
    person_days: Floats


def simulate(scenario: Scenario) -> Paths:
    """All runs of `scenario`. The same scenario and seed give the same numbers."""
    generator = np.random.default_rng(scenario.seed)
    return _Run(scenario, draw(scenario, generator), generator).paths()


class _Run:
    """The state of all runs, each array of shape `(runs,)`."""

    def __init__(self, scenario: Scenario, draws: Draws, generator: np.random.Generator) -> None:
        runs = scenario.runs
        self.scenario, self.draws, self.generator = scenario, draws, generator
        self.stock = np.rint(np.broadcast_to(draws["stock"], runs)).astype(np.float64)
        self.turned, self.offered, self.person_days = np.zeros(runs), np.zeros(runs), np.zeros(runs)
        self.full_on = np.full(runs, math.inf)
        self.leaving: Leaving = leaving(draws["mean_stay"])
        self.gone = draws["departures"] + draws["returns"]
        self.small = _in_sight(scenario) < SMALL or self._few_come_and_none_leave()
        self.batches = bool(draws["batch"].any())
        self.next_batch = np.array(np.broadcast_to(draws["batch_first"], runs), dtype=np.float64)
        self.splits = _splits(scenario, draws) if scenario.one_by_one else 0

    def _few_come_and_none_leave(self) -> bool:
        none_leave = not self.leaving.spread.any() and not self.gone.any()
        return none_leave and 0 < float(self.draws["arrivals"].min()) < FEW

    def paths(self) -> Paths:
        """Every day of the horizon; the quantiles of the reported ones."""
        scenario = self.scenario
        days = tuple(dict.fromkeys((*range(0, scenario.days, scenario.every), scenario.days)))
        reported = set(days)
        kept: list[tuple[Floats, Floats, Floats]] = [self._quantiles(0)]
        self._note_full(0)
        for today in range(1, scenario.days + 1):
            self._day(today)
            if today in reported:
                kept.append(self._quantiles(today))
        occupancy, cost, turned = (np.array(part) for part in zip(*kept, strict=True))
        return Paths(
            self.draws, days, occupancy, cost, turned, self.full_on, self._occupancy(), self._cost(scenario.days),
            self.turned, self.offered, self.person_days,
        )  # fmt: skip

    def _day(self, today: int) -> None:
        arriving, opened = self._arriving(today - 1)
        room = self._room(today)
        before = self.stock
        if self.splits:
            self._events(arriving, room)
        else:
            step = day_exact if self.small else day_smooth
            self.stock = step(before, arriving, self.gone, self.leaving, self.generator)
            self.offered += arriving
        if self.batches:
            batch = self._batch(today - 1, opened)
            self.stock = self.stock + batch
            self.offered += batch
        if self.scenario.when_full is WhenFull.TURN_AWAY:
            self._turn_away(np.maximum(room, before))
        self.person_days += self.stock
        self._note_full(today)

    def _turn_away(self, limit: Floats) -> None:
        """Those over the limit do not come in. People who were there already are never put out."""
        inside = np.minimum(self.stock, limit)
        self.turned += self.stock - inside
        self.stock = inside

    def _arriving(self, day: int) -> tuple[Floats, Floats | None]:
        """The mean of the day's arrivals, and for each run whether (1 or 0) people may arrive; None: in all."""
        rate, opened = self.draws["arrivals"], None
        for stop in self.draws.stops:
            closed = stop.happens & (stop.since <= day) & (day < stop.until)
            opened = ~closed if opened is None else opened & ~closed
        if opened is None:
            return rate, None
        share = opened.astype(np.float64)
        return rate * share, share

    def _batch(self, day: int, opened: Floats | None) -> Floats:
        due = self.next_batch <= day
        self.next_batch = self.next_batch + due * np.maximum(self.draws["batch_every"], 1.0)
        sizes = np.rint(self.draws["batch"]) * due
        return sizes if opened is None else sizes * opened

    def _room(self, day: int) -> Floats:
        """How many of the flowing people the place can hold on `day`."""
        capacity = self.draws["capacity"]
        if self.draws["expansion"].any():
            opened = self.draws.opens & (self.draws["expansion_on"] <= day)
            capacity = capacity + self.draws["expansion"] * opened
        return np.maximum(np.floor(capacity - self.draws["others"]), 0.0)

    def _events(self, arriving: Floats, room: Floats) -> None:
        comes = arriving / self.splits
        leaves = 1.0 / np.maximum(self.draws["mean_stay"], 1e-6) / self.splits
        limit = room if self.scenario.when_full is WhenFull.TURN_AWAY else np.full(1, math.inf)
        for _ in range(self.splits):
            chance = self.generator.random(len(self.stock))
            self.offered += chance < comes
            self.stock, turned = event(self.stock, limit, comes, leaves, chance)
            self.turned += turned
        if self.gone.any():
            self.stock = np.maximum(self.stock - self.generator.poisson(self.gone, len(self.stock)), 0.0)

    def _note_full(self, today: int) -> None:
        room = self._room(today)
        if np.isinf(room).all():
            return
        newly = (self.stock >= room) & np.isinf(self.full_on)
        if newly.any():
            self.full_on[newly] = today

    def _occupancy(self) -> Floats:
        return self.stock + self.draws["others"]

    def _cost(self, day: int) -> Floats:
        payment, term = self.draws["payment"], np.maximum(self.draws["term"], 1.0)
        terms = np.floor(max(day - 1, 0) / term) + 1 if self.scenario.renewed else np.ones(1)
        return payment * terms + self.draws["person_day"] * self.person_days

    def _quantiles(self, day: int) -> tuple[Floats, Floats, Floats]:
        return quantiles(self._occupancy()), quantiles(self._cost(day)), quantiles(self.turned)


def quantiles(values: Floats) -> Floats:
    """The 5th, 50th and 95th percentile: the values of runs, never between two (sorting beats selecting in numpy)."""
    ordered = np.sort(values)
    last = len(ordered) - 1
    return ordered[[round(q * last) for q in QUANTILES]]


def _in_sight(scenario: Scenario) -> float:
    """About how many people a run deals with: those there, or those a stay's worth of arrivals would be."""
    stay = min(scenario.highest("mean_stay"), scenario.days)
    return max(scenario.highest("stock"), scenario.highest("arrivals") * stay)


def _splits(scenario: Scenario, draws: Draws) -> int:
    """Into how many steps a day is cut so that no step holds more than one event."""
    room = scenario.highest("capacity") + scenario.highest("expansion")
    busiest = (
        room
        if math.isfinite(room) and scenario.when_full is WhenFull.TURN_AWAY
        else _in_sight(scenario) * 2 + 20
    )
    leaves = 1.0 / max(float(draws["mean_stay"].min()), 1e-6)
    return max(
        1, math.ceil(float(draws["arrivals"].max()) + max(busiest, scenario.highest("stock")) * leaves)
    )
