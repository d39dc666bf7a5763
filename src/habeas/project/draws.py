"""Draws: one value of every parameter for every run, and the chance of each day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.project.parameters import ROLES, Floats
from habeas.project.scenario import Scenario, Switch

__all__ = ["Draws", "Stop", "draw"]

_FAR = 1e9
"""A day that never comes."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A switch as drawn: for each run the first day without arrivals and the first with them again."""

    since: Floats
    until: Floats
    happens: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Draws:
    """The drawn parameters by id, each of shape `(runs,)` or, where fixed, `(1,)`; and the drawn switches.

    `named` are the drawn values that vary, by the name they go under in the account of what drives the spread.
    """

    values: dict[str, Floats]
    stops: tuple[Stop, ...]
    opens: NDArray[np.bool_]
    renews: NDArray[np.bool_]
    named: dict[str, Floats]

    def part(self, runs: slice) -> Draws:
        """The draws of some of the runs."""
        return Draws(
            {name: _part(values, runs) for name, values in self.values.items()},
            tuple(Stop(_part(s.since, runs), _part(s.until, runs), s.happens[runs]) for s in self.stops),
            self.opens[runs],
            self.renews[runs],
            {},
        )

    def __getitem__(self, name: str) -> Floats:
        return self.values[name]


def _part(values: Floats, runs: slice) -> Floats:
    """What is the same in all runs is so in some."""
    return values if len(values) == 1 else values[runs]


def draw(scenario: Scenario, generator: np.random.Generator) -> Draws:
    """Draw every parameter of `scenario`, in the fixed order of the roles, so that a seed gives one result."""
    values: dict[str, Floats] = {}
    named: dict[str, Floats] = {}
    for name, role in ROLES.items():
        given = scenario.parameter(name)
        values[name] = given.draw(generator, scenario.runs) if given else np.full(1, role.default)
        if given and not given.fixed:
            named[name] = values[name]
    stops = tuple(_stop(s, scenario.runs, generator, named) for s in scenario.switches)
    opens = generator.random(scenario.runs) < values["expansion_chance"]
    if scenario.parameter("expansion") and not (opens.all() or not opens.any()):
        named["expansion opens"] = opens.astype(np.float64)
    renews = generator.random(scenario.runs) < values["renewal"]
    if scenario.parameter("payment") and not (renews.all() or not renews.any()):
        named["payment comes again"] = renews.astype(np.float64)
    return Draws(values, stops, opens, renews, named)


def _stop(switch: Switch, runs: int, generator: np.random.Generator, named: dict[str, Floats]) -> Stop:
    since = switch.since.draw(generator, runs)
    until = switch.until.draw(generator, runs) if switch.until else np.full(1, _FAR)
    happens = generator.random(runs) < switch.chance.draw(generator, runs)
    for part, values in (("since", since), ("until", until)):
        if len(values) > 1:
            named[f"{switch.label}: {part}"] = values
    if not (happens.all() or not happens.any()):
        named[f"{switch.label}: happens"] = happens.astype(np.float64)
    return Stop(since, until, happens)
