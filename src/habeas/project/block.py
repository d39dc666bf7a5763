"""Block: some thousand runs that are moved on together, a day at a time, while they fit in the processor's cache."""

from __future__ import annotations

import math

import numpy as np

from habeas.project.counts import Arrivals
from habeas.project.draws import Draws
from habeas.project.parameters import Floats
from habeas.project.scenario import Scenario, WhenFull
from habeas.project.steps import SHORTEST, Leaving, day_exact, day_smooth, event

__all__ = ["Block"]

SMALL = 200
"""Below this many people in sight a day is drawn in whole people; above, by the normal curve (a Poisson number of
mean 200 is within half a percent of it everywhere that a band shows)."""

FEW = 9
"""Below this many arrivals a day, where nobody leaves, a day is drawn in whole people: the normal curve would lose
people there (at a mean of 9 it is below zero once in 700 days)."""


class Block:
    """The state of the block's runs, each array of shape `(runs,)`.

    `stock` are the people of the flows who are there, `turned` those turned away so far, `offered` those who came to
    the door (counted only one by one), `full_on` the first day on which the place was full, infinite before it is.
    """

    def __init__(self, scenario: Scenario, draws: Draws, runs: int, generator: np.random.Generator) -> None:
        self.scenario, self.draws, self.generator, self.runs = scenario, draws, generator, runs
        self.stock = np.rint(np.broadcast_to(draws["stock"], runs)).astype(np.float64)
        self.turned, self.offered, self.person_days = np.zeros(runs), np.zeros(runs), np.zeros(runs)
        self.full_on = np.full(runs, math.inf)
        self.leaving = Leaving(draws["mean_stay"])
        self.added = draws["arrivals"] * self.leaving.newcomers
        self.gone = draws["departures"] + draws["returns"]
        self.arriving, self.going = Arrivals(self.added), Arrivals(self.gone)
        self.exact = in_sight(scenario) < SMALL or self._few_come_and_none_leave()
        self.next_batch = self._first_batch()
        self.splits = _splits(scenario, draws) if scenario.one_by_one else 0
        self._note_full(0, self._room(0))

    def day(self, today: int) -> None:
        """Move all runs on to the end of day `today` (1 is the first)."""
        share = self._share(today - 1)
        room = self._room(today)
        before = self.stock
        self.stock = self._flows(before, share, room)
        if self.draws["batch"].any():
            batch = self._batch(today - 1, share)
            self.stock = self.stock + batch
        if self.scenario.when_full is WhenFull.TURN_AWAY and float(self.stock.max()) > float(room.min()):
            self._turn_away(np.maximum(room, before))
        self.person_days += self.stock
        self._note_full(today, room)

    def occupancy(self) -> Floats:
        """All who are there, the others included."""
        return self.stock + self.draws["others"]

    def cost(self, day: int) -> Floats:
        """What has been paid by the end of `day`: each term at its beginning, each person and day as it passes."""
        payment, term = self.draws["payment"], np.maximum(self.draws["term"], 1.0)
        terms = np.where(self.draws.renews, np.floor(max(day - 1, 0) / term) + 1, 1.0)
        return payment * terms + self.draws["person_day"] * self.person_days

    def _flows(self, before: Floats, share: Floats | None, room: Floats) -> Floats:
        """The stock after the day's arrivals and departures, batches apart."""
        if self.splits:
            return self._events(before, share, room)
        if self.exact:
            return day_exact(before, self.arriving, share, self.going, self.leaving, self.generator)
        added = self.added if share is None else self.added * share
        return day_smooth(before, added, self.gone, self.leaving, self.generator)

    def _share(self, day: int) -> Floats | None:
        """For each run whether (1 or 0) people may arrive; None: in all."""
        opened = None
        for stop in self.draws.stops:
            off = (stop.since <= day) & (day < stop.until)
            if off.any():
                on = ~(stop.happens & off)
                opened = on if opened is None else opened & on
        return None if opened is None else opened.astype(np.float64)

    def _between(self) -> Floats:
        return np.maximum(self.draws["batch_every"], 1.0)

    def _first_batch(self) -> Floats:
        """The day of the first batch that is not over when the scenario starts."""
        first = np.array(np.broadcast_to(self.draws["batch_first"], self.runs), dtype=np.float64)
        return first + np.ceil(np.maximum(-first, 0.0) / self._between()) * self._between()

    def _batch(self, day: int, share: Floats | None) -> Floats:
        due = self.next_batch <= day
        self.next_batch = self.next_batch + due * self._between()
        sizes = np.rint(self.draws["batch"]) * due
        return sizes if share is None else sizes * share

    def _room(self, day: int) -> Floats:
        """How many of the flowing people the place can hold on `day`."""
        capacity = self.draws["capacity"]
        if self.draws["expansion"].any() and (built := self.draws["expansion_on"] <= day).any():
            capacity = capacity + self.draws["expansion"] * (self.draws.opens & built)
        return np.maximum(np.floor(capacity - self.draws["others"]), 0.0)

    def _turn_away(self, limit: Floats) -> None:
        """Those over the limit do not come in. People who were there already are never put out."""
        inside = np.minimum(self.stock, limit)
        self.turned += self.stock - inside
        self.stock = inside

    def _events(self, stock: Floats, share: Floats | None, room: Floats) -> Floats:
        comes = self.draws["arrivals"] / self.splits * (1.0 if share is None else share)
        leaves = 1.0 / np.maximum(self.draws["mean_stay"], SHORTEST) / self.splits
        limit = room if self.scenario.when_full is WhenFull.TURN_AWAY else np.full(1, math.inf)
        for _ in range(self.splits):
            chance = self.generator.random(self.runs)
            self.offered += chance < comes
            stock, turned = event(stock, limit, comes, leaves, chance)
            self.turned += turned
        if self.gone.any():
            stock = np.maximum(stock - self.going.draw(self.generator, self.runs), 0.0)
        return stock

    def _note_full(self, today: int, room: Floats) -> None:
        reached = self.stock >= room
        if reached.any():
            self.full_on[reached & np.isinf(self.full_on)] = today

    def _few_come_and_none_leave(self) -> bool:
        none_leave = not self.leaving.ever and not self.gone.any()
        return none_leave and float(self.draws["arrivals"].min()) < FEW


def in_sight(scenario: Scenario) -> float:
    """About how many people a run deals with: those there, or those a stay's worth of arrivals would be."""
    stay = min(scenario.highest("mean_stay"), scenario.days)
    return max(scenario.highest("stock"), scenario.highest("arrivals") * stay)


def _splits(scenario: Scenario, draws: Draws) -> int:
    """Into how many steps a day is cut so that no step holds more than one event."""
    room = scenario.highest("capacity") + scenario.highest("expansion")
    limited = math.isfinite(room) and scenario.when_full is WhenFull.TURN_AWAY
    busiest = room if limited else in_sight(scenario) * 2 + 20
    leaves = 1.0 / max(float(draws["mean_stay"].min()), SHORTEST)
    return max(
        1, math.ceil(float(draws["arrivals"].max()) + max(busiest, scenario.highest("stock")) * leaves)
    )
