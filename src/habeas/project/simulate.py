"""Simulating: many runs of a scenario, in blocks of runs, a day at a time.

Memory is a few numbers a run, whatever the horizon: each reported day is reduced to its quantiles before the next one
begins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from habeas.project.block import Block
from habeas.project.draws import Draws, draw
from habeas.project.parameters import Floats
from habeas.project.scenario import Scenario

__all__ = ["Paths", "quantiles", "simulate"]

RUNS_A_BLOCK = 8192
"""Ten arrays of this many numbers fit in the cache of a core; fewer would cost more calls than they save."""

QUANTILES = (0.05, 0.5, 0.95)


@dataclass(frozen=True, slots=True)
class Paths:
    """What was kept of all runs: the quantiles of each reported day, and the last day whole.

    `occupancy`, `cost` and `turned` have shape `(reported days, 3)`; `full_on` is the first day of each run on which
    the place was full, infinite if it never was; `final_*` have one value for each run. `offered`, who came to the
    door, is counted only where a scenario is simulated one by one.
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
    draws = draw(scenario, generator)
    blocks = _blocks(scenario, draws, generator)
    days = tuple(dict.fromkeys((*range(0, scenario.days, scenario.every), scenario.days)))
    kept: list[tuple[Floats, Floats, Floats]] = []
    reached = 0
    for day in days:
        for block in blocks:
            _move(block, reached, day)
        reached = day
        kept.append(_reduced(blocks, day))
    occupancy, cost, turned = (np.array(part) for part in zip(*kept, strict=True))
    return Paths(
        draws=draws,
        days=days,
        occupancy=occupancy,
        cost=cost,
        turned=turned,
        full_on=_joined(blocks, lambda b: b.full_on),
        final_occupancy=_joined(blocks, Block.occupancy),
        final_cost=_joined(blocks, lambda b: b.cost(scenario.days)),
        final_turned=_joined(blocks, lambda b: b.turned),
        offered=_joined(blocks, lambda b: b.offered),
        person_days=_joined(blocks, lambda b: b.person_days),
    )


def _blocks(scenario: Scenario, draws: Draws, generator: np.random.Generator) -> list[Block]:
    """Each block with its own stream of chance, so that no block depends on another."""
    starts = range(0, scenario.runs, RUNS_A_BLOCK)
    streams = generator.spawn(len(starts))
    return [
        Block(
            scenario,
            draws.part(slice(start, start + RUNS_A_BLOCK)),
            min(RUNS_A_BLOCK, scenario.runs - start),
            stream,
        )
        for start, stream in zip(starts, streams, strict=True)
    ]


def _move(block: Block, after: int, until: int) -> None:
    for today in range(after + 1, until + 1):
        block.day(today)


def _reduced(blocks: Sequence[Block], day: int) -> tuple[Floats, Floats, Floats]:
    return (
        quantiles(_joined(blocks, Block.occupancy)),
        quantiles(_joined(blocks, lambda b: b.cost(day))),
        quantiles(_joined(blocks, lambda b: b.turned)),
    )


def _joined(blocks: Sequence[Block], of: Callable[[Block], Floats]) -> Floats:
    """A value of each run of all blocks."""
    return np.concatenate([np.broadcast_to(of(block), block.runs) for block in blocks])


def quantiles(values: Floats) -> Floats:
    """The 5th, 50th and 95th percentile: the values of runs, never between two (sorting beats selecting in numpy)."""
    ordered = np.sort(values)
    last = len(ordered) - 1
    return ordered[[round(q * last) for q in QUANTILES]]
