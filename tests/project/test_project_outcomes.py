"""What a projection says: bands, the date full, cost, and what drives the spread."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from projecting import START, given, scenario

from cost import growth
from habeas.project import Basis, Parameter, Switch, WhenFull, project
from habeas.project.parameters import ROLES, Dimension
from habeas.project.sensitivity import rank_correlation
from habeas.project.simulate import simulate


def switch(since: float, until: float | None, chance: float = 1.0) -> Switch:
    def day(value: float) -> Parameter:
        return Parameter("switch", "switch", Dimension.DATE, value, value, Basis.ASSUMED)

    certain = Parameter("chance", "chance", Dimension.SHARE, chance, chance, Basis.ASSUMED)
    return Switch("an order", day(since), None if until is None else day(until), certain)


def batches(size: float, every: float, **more: object):
    return scenario(
        given("batch", size), given("batch_every", every), given("batch_first", 0), runs=50, **more
    )


def test_without_chance_every_band_is_a_line():
    done = project(batches(100, 10))
    assert {(b.p5, b.p95) for b in done.occupancy[-1:]} == {(1000.0, 1000.0)}
    assert done.occupancy[0].p50 == 0
    assert done.drivers == ()


def test_the_same_seed_gives_the_same_projection_and_another_seed_another():
    one = scenario(given("arrivals", 5, 9), given("stock", 400, 600), given("capacity", 1000), seed=3)
    assert project(one) == project(one)
    assert project(one).occupancy != project(replace(one, seed=4)).occupancy


def test_batches_that_came_before_the_start_are_over():
    early = scenario(
        given("batch", 100), given("batch_every", 10), given("batch_first", -25), runs=5, every=1
    )
    by_day = {(b.day - START).days: b.p50 for b in project(early).occupancy}
    assert (by_day[5], by_day[6], by_day[16], by_day[100]) == (0, 100, 200, 1000)


def test_nobody_arrives_while_a_switch_is_off():
    open_throughout = project(batches(100, 10)).occupancy[-1].p50
    assert (
        project(replace(batches(100, 10), switches=(switch(15, 45),))).occupancy[-1].p50
        == open_throughout - 300
    )
    assert project(replace(batches(100, 10), switches=(switch(15, None),))).occupancy[-1].p50 == 200


def test_a_switch_that_may_not_happen_splits_the_runs():
    some = replace(batches(100, 10), runs=4000, switches=(switch(0, None, chance=0.3),))
    final = simulate(some).final_occupancy
    assert set(final) == {0.0, 1000.0}
    assert (final == 0).mean() == pytest.approx(0.3, abs=0.03)


def test_who_arrives_at_a_full_place_is_turned_away_or_crowds_in():
    place = replace(batches(100, 10), parameters=(*batches(100, 10).parameters, given("capacity", 650)))
    turned = project(place)
    assert turned.occupancy[-1].p50 == 650
    assert turned.turned_away.p50 == 350
    crowded = project(replace(place, when_full=WhenFull.CROWD))
    assert crowded.occupancy[-1].p50 == 1000
    assert turned.full.p50 == crowded.full.p50 == START + timedelta(days=61)


def test_people_who_are_there_already_are_never_put_out():
    full = scenario(given("stock", 900), given("capacity", 500), given("arrivals", 3), runs=100)
    done = project(full)
    assert done.occupancy[-1].p50 == 900
    assert done.full.p50 == START


def test_the_expansion_makes_room_from_its_day():
    params = (
        *batches(100, 10).parameters,
        given("capacity", 300),
        given("expansion", 400),
        given("expansion_on", 80),
    )
    done = project(replace(batches(100, 10), parameters=params, every=1))
    by_day = {(b.day - START).days: b.p50 for b in done.occupancy}
    assert by_day[75] == 300
    assert by_day[100] == 500


def test_the_others_take_room_and_are_counted():
    params = (*batches(100, 10).parameters, given("capacity", 1000), given("others", 700))
    done = project(replace(batches(100, 10), parameters=params))
    assert done.occupancy[0].p50 == 700
    assert done.occupancy[-1].p50 == 1000
    assert done.turned_away.p50 == 700


@pytest.mark.parametrize(("renewal", "paid"), [(1, 3000), (0, 1000)])
def test_the_payment_falls_due_with_each_term(renewal, paid):
    place = scenario(given("payment", 1000), given("term", 40), given("renewal", renewal), runs=10)
    assert project(place).cost[-1].p50 == paid


def test_the_cost_of_a_person_and_day_is_the_cost_over_the_days_held():
    place = scenario(
        given("stock", 100), given("payment", 50_000), given("term", 365), given("person_day", 2), runs=10
    )
    done = project(place)
    assert done.cost[-1].p50 == 50_000 + 2 * 100 * 100
    assert done.cost_per_person_day.p50 == pytest.approx(7.0)


def test_no_cost_of_a_person_and_day_where_nobody_is_held():
    assert project(scenario(given("payment", 50_000), runs=10)).cost_per_person_day is None


def test_releases_and_returns_empty_a_place_and_never_below_nobody():
    done = project(
        scenario(given("stock", 300), given("departures", 4), given("returns", 2), runs=200, every=1)
    )
    assert done.occupancy[20].p50 == pytest.approx(180, abs=4)
    assert done.occupancy[-1].p95 == 0


def test_the_parameter_that_matters_leads_the_account_of_the_spread():
    done = project(
        scenario(given("arrivals", 1, 50), given("stock", 1000, 1010), given("capacity", 3000), runs=4000)
    )
    first, second = done.drivers
    assert (first.name, second.name) == ("arrivals", "stock")
    assert first.occupancy > 0.95
    assert first.full_on < -0.7
    assert abs(second.occupancy) < 0.1
    assert first.cost is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([1, 2, 3], [1, 4, 9], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        ([1, 2, 3], [5, 5, 5], None),
        ([1, 1, 2, 2], [0, 1, 0, 1], 0.0),
    ],
)
def test_rank_correlation(a, b, expected):
    assert rank_correlation(np.array(a, float), np.array(b, float)) == expected


def test_a_range_over_an_order_of_magnitude_is_drawn_evenly_in_its_logarithm():
    drawn = given("stock", 2000, 200_000).draw(np.random.default_rng(1), 20_000)
    assert np.median(drawn) == pytest.approx(20_000, rel=0.05)
    near = given("stock", 200, 999).draw(np.random.default_rng(1), 20_000)
    assert np.median(near) == pytest.approx(600, rel=0.02)


def test_every_role_has_a_value_that_leaves_it_out_of_the_model():
    bare = project(scenario(runs=5))
    assert bare.occupancy[-1].p95 == 0
    assert bare.full.probability == 0
    assert all(role.label for role in ROLES.values())


def test_memory_does_not_grow_with_the_horizon():
    def peak(days: int) -> int:
        tracemalloc.start()
        simulate(scenario(given("arrivals", 20), given("stock", 5000), days=days, runs=20_000, every=7))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(600) < 1.2 * peak(60)


def test_the_cost_of_a_projection_is_in_line_with_its_runs():
    def runs(number):
        place = scenario(
            given("arrivals", 10, 30),
            given("stock", 14_000),
            given("capacity", 40_000),
            days=1826,
            runs=number,
            every=7,
        )
        return lambda: project(place)

    assert growth(runs, 500) < 16
