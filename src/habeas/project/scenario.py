"""Scenario: a place and an agreement as stocks and flows, ready to be projected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from habeas.project.parameters import ROLES, Parameter

__all__ = ["MORE_RUNS", "Missing", "Scenario", "Switch", "WhenFull"]

MORE_RUNS = 10_000
"""Runs unless a scenario says otherwise: the 5th and 95th percentile then stand to about a percent of the spread."""


class WhenFull(StrEnum):
    """What happens to people who arrive when the place is full."""

    TURN_AWAY = "turn_away"
    CROWD = "crowd"


@dataclass(frozen=True, slots=True)
class Switch:
    """An interval in which nobody arrives: an order that stops the transfers, from its start until it is lifted.

    `since` and `until` are parameters in days after the scenario's start, `until` None while it stays in force;
    `chance` is the share of runs in which it happens at all.
    """

    label: str
    since: Parameter
    until: Parameter | None
    chance: Parameter


@dataclass(frozen=True, slots=True)
class Missing:
    """A parameter that neither claims nor the scenario give, and the question that would have to be answered."""

    id: str
    question: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything that a projection needs. `days` is the horizon; `every` the days from one reported day to the next.

    `one_by_one` simulates single events (for small places, where the Erlang loss formula holds exactly); otherwise
    a step is a day.
    """

    title: str
    start: date
    days: int
    parameters: tuple[Parameter, ...]
    switches: tuple[Switch, ...] = ()
    missing: tuple[Missing, ...] = ()
    runs: int = MORE_RUNS
    seed: int = 1
    every: int = 7
    when_full: WhenFull = WhenFull.TURN_AWAY
    one_by_one: bool = False
    currency: str = ""

    def parameter(self, name: str) -> Parameter | None:
        """The parameter `name` where it is given."""
        return next((p for p in self.parameters if p.id == name), None)

    def highest(self, name: str) -> float:
        """The most that the parameter `name` can be."""
        given = self.parameter(name)
        return given.high if given else ROLES[name].default

    def day(self, offset: float) -> date:
        """The date `offset` days after the start."""
        return self.start + timedelta(days=round(offset))
