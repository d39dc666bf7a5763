"""The projection beside the same model in SimPy: the same answer within sampling error, and time for each run.

    python bench/projection.py [--json bench/results/projection.json] [--runs 100000] [--simpy-runs 300]

One place over five years: 1,100 places and 300 more from a day in the third year, 700 people at the start, arrivals of 2
to 4 a day at random, exponential stays of 300 to 500 days, nobody for 150 days while an order stands. habeas moves all
runs by a day at a time; SimPy lives every person's arrival and leaving. Both draw the parameters from the same ranges.
Right is a difference under three standard errors of SimPy's mean. A second table times the exact small-number case (a place
for 60) and the event step of the Erlang loss model beside Erlang's formula. Where SimPy is not installed, its rows are left
out. Seconds are processor time on one core.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from habeas.project import ROLES, Basis, Dimension, Parameter, Scenario, Switch
from habeas.project.closed_forms import erlang_loss
from habeas.project.simulate import simulate
from reporting import report

DAYS = 5 * 365 + 1
PLACES, MORE_PLACES, MORE_FROM = 1100, 300, 900
AT_START, ARRIVALS, STAY = 700, (2.0, 4.0), (300.0, 500.0)
CLOSED = (200, 350)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What both programs are asked: one value for each run."""

    at_end: np.ndarray
    turned: np.ndarray
    full: np.ndarray


def given(name: str, low: float, high: float | None = None) -> Parameter:
    """A parameter with a range."""
    role = ROLES[name]
    return Parameter(name, role.label, role.dimension, low, low if high is None else high, Basis.ASSUMED)


def scenario(runs: int) -> Scenario:
    """The place as habeas is told of it."""
    since, until = (
        Parameter(n, n, Dimension.DATE, d, d, Basis.ASSUMED)
        for n, d in zip(("since", "until"), CLOSED, strict=True)
    )
    certain = Parameter("chance", "chance", Dimension.SHARE, 1, 1, Basis.ASSUMED)
    parameters = (
        given("capacity", PLACES),
        given("stock", AT_START),
        given("arrivals", *ARRIVALS),
        given("mean_stay", *STAY),
        given("expansion", MORE_PLACES),
        given("expansion_on", MORE_FROM),
    )
    return Scenario(
        "bench", date(2030, 1, 1), DAYS, parameters, (Switch("order", since, until, certain),), runs=runs
    )


def habeas(runs: int) -> Outcome:
    """All runs at once."""
    paths = simulate(scenario(runs))
    return Outcome(paths.final_occupancy, paths.final_turned, np.isfinite(paths.full_on).astype(float))


def in_simpy(runs: int) -> Outcome:
    """One run after the other."""
    results = [_one_life(random.Random(n)) for n in range(runs)]
    return Outcome(*(np.array(column, dtype=float) for column in zip(*results, strict=True)))


def _one_life(chance: random.Random) -> tuple[int, int, bool]:
    import simpy

    world = simpy.Environment()
    rate, stay = chance.uniform(*ARRIVALS), chance.uniform(*STAY)
    held = turned = 0
    full = False

    def leave() -> object:
        nonlocal held
        yield world.timeout(chance.expovariate(1 / stay))
        held -= 1

    def enter() -> None:
        nonlocal held
        held += 1
        world.process(leave())

    def arrive() -> object:
        nonlocal turned, full
        while True:
            yield world.timeout(chance.expovariate(rate))
            places = PLACES + (MORE_PLACES if world.now >= MORE_FROM else 0)
            if CLOSED[0] <= world.now < CLOSED[1]:
                continue
            if held < places:
                enter()
            else:
                turned += 1
            full = full or held >= places

    for _ in range(AT_START):
        enter()
    world.process(arrive())
    world.run(until=DAYS)
    return held, turned, full


def summary(outcome: Outcome, seconds: float) -> dict[str, float | int | None]:
    """Measures of one system's runs."""
    p5, p50, p95 = np.quantile(outcome.at_end, (0.05, 0.5, 0.95))
    return {
        "runs": len(outcome.at_end),
        "seconds": seconds,
        "runs_per_s": len(outcome.at_end) / seconds,
        "at_end_mean": float(outcome.at_end.mean()),
        "p5": float(p5),
        "p50": float(p50),
        "p95": float(p95),
        "turned_mean": float(outcome.turned.mean()),
        "full_share": float(outcome.full.mean()),
    }


def apart(ours: Outcome, theirs: Outcome) -> dict[str, float | int | None]:
    """How many standard errors of the difference lie between the two means."""

    def errors(a: np.ndarray, b: np.ndarray) -> float:
        spread = math.sqrt(a.var() / len(a) + b.var() / len(b))
        return abs(float(a.mean() - b.mean())) / spread if spread else 0.0

    return {
        "at_end_mean": errors(ours.at_end, theirs.at_end),
        "turned_mean": errors(ours.turned, theirs.turned),
        "full_share": errors(ours.full, theirs.full),
    }


def small_places(runs: int) -> dict[str, dict[str, float | int | None]]:
    """The exact draws of a small place, and the event step beside Erlang's formula."""
    small = Scenario(
        "small",
        date(2030, 1, 1),
        DAYS,
        (given("arrivals", 0.2), given("mean_stay", 200), given("capacity", 60)),
        runs=runs,
    )
    start = time.process_time()
    simulate(small)
    exact = time.process_time() - start
    loss = Scenario(
        "loss",
        date(2030, 1, 1),
        400,
        (given("arrivals", 8), given("mean_stay", 1), given("capacity", 10)),
        runs=2000,
        one_by_one=True,
    )
    start = time.process_time()
    paths = simulate(loss)
    by_event = time.process_time() - start
    share = float(paths.final_turned.sum() / paths.offered.sum())
    return {
        "place for 60, in whole people": {"runs": runs, "days": DAYS, "seconds": exact},
        "place for 10, event by event": {
            "runs": 2000,
            "days": 400,
            "seconds": by_event,
            "turned_away": share,
        },
        "Erlang's formula for it": {"turned_away": erlang_loss(8, 10)},
    }


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("checkout", nargs="?", type=Path, help="not needed: the bench makes its own data")
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--runs", type=int, default=100_000)
    arguments.add_argument("--simpy-runs", type=int, default=300)
    chosen = arguments.parse_args()
    habeas(100)
    start = time.process_time()
    ours = habeas(chosen.runs)
    rows = {"habeas": summary(ours, time.process_time() - start)}
    try:
        start = time.process_time()
        theirs = in_simpy(chosen.simpy_runs)
        rows["SimPy"] = summary(theirs, time.process_time() - start)
        rows["standard errors apart"] = apart(ours, theirs)
        ratio = float(rows["habeas"]["runs_per_s"] or 0) / float(rows["SimPy"]["runs_per_s"] or 1)
        rows["habeas, times as fast a run"] = {"runs_per_s": ratio}
    except ImportError:
        print("SimPy is not installed (bench/requirements.txt): its rows are left out")
    results = {"five years by day": rows, "small places": small_places(chosen.runs)}
    report("projection", [], results, chosen.json, {"days": DAYS, "seed": 1})


if __name__ == "__main__":
    main()
