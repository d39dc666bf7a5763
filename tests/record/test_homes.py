"""Cohorts are found by number and day as if each had been looked at."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from habeas.reconcile.intervals import Bounds
from habeas.record.homes import ANY, Cohort, Homes

DAY = date(2025, 3, 1)
periods = st.none() | st.tuples(st.integers(0, 6), st.integers(0, 4)).map(
    lambda p: (DAY + timedelta(p[0]), DAY + timedelta(p[0] + p[1]))
)
counts = st.tuples(st.integers(1, 6), st.sampled_from([0, 0, 2, float("inf")])).map(
    lambda c: Bounds(c[0], c[0] + c[1])
)
cohorts = st.lists(st.tuples(st.just(ANY) | counts, periods), max_size=12)


def gathered(told: list[tuple[Bounds, tuple[date, date] | None]]) -> tuple[list[Cohort], Homes]:
    found = [Cohort(0, "", False, [], [], [], *(days or (None, None)), count) for count, days in told]
    homes = Homes()
    for cohort in found:
        homes.keep(cohort)
    return found, homes


def meets(cohort: Cohort, days: tuple[date, date] | None) -> bool:
    if days is None or cohort.earliest is None or cohort.latest is None:
        return True
    return days[0] <= cohort.latest and cohort.earliest <= days[1]


@given(cohorts, counts, periods)
def test_a_number_finds_every_cohort_that_it_fits_in_the_order_of_opening(told, count, days):
    every, homes = gathered(told)
    fitting = [c for c in every if meets(c, days) and c.allowed.meets(count)]
    offered = [c for c in homes.counted(count, days) if meets(c, days) and c.allowed.meets(count)]
    assert list(map(id, offered)) == list(map(id, fitting))


@given(cohorts, periods.filter(bool))
def test_a_day_finds_every_cohort_that_can_have_been_on_it(told, days):
    every, homes = gathered(told)
    offered = [c for c in homes.dated(days) if meets(c, days)]
    assert list(map(id, offered)) == [id(c) for c in every if meets(c, days)]


@given(cohorts, counts, st.tuples(counts, periods), periods)
def test_a_cohort_that_has_narrowed_is_still_found(told, narrower, last, days):
    every, homes = gathered([*told, last])
    changed = every[-1]
    if changed.allowed.meets(narrower):
        low, high = max(changed.allowed.low, narrower.low), min(changed.allowed.high, narrower.high)
        changed.allowed = Bounds(low, high)
        homes.keep(changed)
        found = [id(c) for c in homes.counted(changed.allowed, days)]
        assert id(changed) in found or not meets(changed, days)
