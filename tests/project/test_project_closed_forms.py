"""The simulation beside what queueing theory knows exactly."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from projecting import given, scenario

from habeas.project.closed_forms import days_until_full, erlang_loss, expected_stock
from habeas.project.counts import Arrivals
from habeas.project.simulate import simulate
from habeas.project.steps import Leaving, day_exact, event


@pytest.mark.parametrize(
    ("arrivals", "mean_stay", "stock", "days"),
    [(3, 20, 0, 60), (3, 20, 100, 60), (40, 90, 0, 200), (40, 90, 9000, 200), (25, math.inf, 500, 50)],
)
def test_the_mean_without_a_limit_is_that_of_m_m_inf(arrivals, mean_stay, stock, days):
    parameters = [given("arrivals", arrivals), given("stock", stock), given("mean_stay", mean_stay)]
    final = simulate(scenario(*parameters, days=days, runs=4000)).final_occupancy
    error = final.std() / math.sqrt(len(final))
    assert abs(final.mean() - expected_stock(arrivals, mean_stay, stock, days)) < 4 * error


@pytest.mark.parametrize(("arrivals", "mean_stay"), [(0.5, 10), (2, 20), (30, 30)])
def test_from_an_empty_place_the_number_is_poisson(arrivals, mean_stay):
    parameters = [given("arrivals", arrivals), given("mean_stay", mean_stay)]
    final = np.rint(simulate(scenario(*parameters, days=80, runs=20_000)).final_occupancy)
    mean = expected_stock(arrivals, mean_stay, 0, 80)
    counts = np.arange(int(mean + 12 * math.sqrt(mean)) + 2)
    expected = np.exp(
        counts * math.log(mean) - mean - np.array([math.lgamma(n + 1) for n in counts])
    ).cumsum()
    found = np.searchsorted(np.sort(final), counts, side="right") / len(final)
    # Kolmogorov's distance: over 1.95 / sqrt(n) once in a thousand times.
    assert np.abs(found - expected).max() < 1.95 / math.sqrt(len(final))


def test_a_day_of_m_m_inf_leaves_its_poisson_distribution_as_it_is():
    generator = np.random.default_rng(3)
    stock = generator.poisson(60, 200_000).astype(float)
    day = Leaving(np.full(1, 30.0))
    after = day_exact(stock, Arrivals(2.0 * day.newcomers), None, Arrivals(np.zeros(1)), day, generator)
    assert after.mean() == pytest.approx(60, abs=0.08)
    assert after.var() == pytest.approx(60, abs=0.9)


@pytest.mark.parametrize(("places", "comes", "leaves"), [(4, 0.25, 0.0625), (10, 0.2, 0.05), (6, 0.5, 0.05)])
def test_the_event_step_has_exactly_the_erlang_loss_distribution(places, comes, leaves):
    # Chances on a grid that the rates divide make the probabilities of the step exact, not sampled.
    grid = (np.arange(80) + 0.5) / 80
    matrix = np.zeros((places + 1, places + 1))
    blocked = np.zeros(places + 1)
    for n in range(places + 1):
        after, turned = event(
            np.full(80, float(n)), np.full(1, float(places)), np.full(1, comes), np.full(1, leaves), grid
        )
        matrix[n] = np.bincount(after.astype(int), minlength=places + 1) / 80
        blocked[n] = turned.mean()
    weights = np.array([(comes / leaves) ** n / math.factorial(n) for n in range(places + 1)])
    weights /= weights.sum()
    assert np.abs(weights @ matrix - weights).max() < 1e-15
    assert weights @ blocked / comes == pytest.approx(erlang_loss(comes / leaves, places), rel=1e-12)


@pytest.mark.parametrize(("arrivals", "mean_stay", "places"), [(8, 1, 10), (2, 3, 6)])
def test_the_share_turned_away_in_the_long_run_is_erlangs(arrivals, mean_stay, places):
    parameters = [given("arrivals", arrivals), given("mean_stay", mean_stay), given("capacity", places)]
    paths = simulate(scenario(*parameters, days=600, runs=400, one_by_one=True))
    shares = paths.final_turned / paths.offered
    # The place starts empty, which lowers the share by about a part in the number of days.
    error = shares.std() / math.sqrt(len(shares)) + 2 * mean_stay / 600 * erlang_loss(
        arrivals * mean_stay, places
    )
    assert abs(shares.mean() - erlang_loss(arrivals * mean_stay, places)) < 4 * error


@pytest.mark.parametrize(
    ("load", "places", "expected"), [(1, 1, 0.5), (2, 2, 0.4), (10, 10, 0.214582), (100, 120, 0.005690)]
)
def test_erlang_loss_is_the_ratio_of_its_sums(load, places, expected):
    terms = [Fraction(load) ** n / math.factorial(n) for n in range(places + 1)]
    assert erlang_loss(load, places) == pytest.approx(float(terms[-1] / sum(terms)), rel=1e-12)
    assert erlang_loss(load, places) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("room", "rate", "days"), [(100, 10, 10.0), (0, 10, 0.0), (-5, 1, 0.0), (100, 0, None), (1, -3, None)]
)
def test_days_until_full(room, rate, days):
    assert days_until_full(room, rate) == days


def test_large_numbers_drawn_by_the_normal_curve_keep_the_mean_and_the_spread_of_m_m_inf():
    parameters = [given("arrivals", 20), given("mean_stay", 50)]
    final = simulate(scenario(*parameters, days=400, runs=20_000)).final_occupancy
    mean = expected_stock(20, 50, 0, 400)
    assert final.mean() == pytest.approx(mean, abs=4 * math.sqrt(mean / 20_000))
    assert final.var() == pytest.approx(mean, rel=0.05)
