"""Claims to the range of a parameter: what they share, or from the lowest to the highest where they exclude each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as over
from hypothesis import strategies as st
from projecting import START, claim

from habeas.model.claim import Modality
from habeas.project.parameters import Dimension
from habeas.project.ranges import claimed_range, comparable, currency_of, days_of, says_a_number, usable

PEOPLE, RATE, DAYS, MONEY, DATE = (
    Dimension.PEOPLE,
    Dimension.RATE,
    Dimension.DAYS,
    Dimension.MONEY,
    Dimension.DATE,
)


@pytest.mark.parametrize(
    ("said", "low", "high", "note"),
    [
        ([(10_000, "exact")], 10_000, 10_000, ""),
        ([(10_000, "exact"), (10_000, "at_most")], 10_000, 10_000, "share"),
        ([(14_000, "approx")], 13_500, 14_500, ""),
        ([(14_000, "approx"), (14_200, "exact")], 14_200, 14_200, "share"),
        ([(9_000, "exact"), (10_000, "exact")], 9_000, 10_000, "exclude"),
        ([(9_000, "exact"), (14_000, "approx")], 9_000, 14_500, "exclude"),
        ([(200, "more_than")], 200, 400, "upper"),
        ([(200, "at_most")], 100, 200, "lower"),
        ([(200, "more_than"), (300, "less_than")], 200, 300, "share"),
        ([("hundreds", "at_least")], 200, 999, ""),
        ([("hundreds", "at_least"), (261, "exact")], 261, 261, "share"),
        ([("dozens", "approx"), (500, "exact")], 12, 500, "exclude"),
    ],
)
def test_claims_of_people(said, low, high, note):
    claims = [
        claim(f"c{n}", "camp", "people there", value, comparator=how) for n, (value, how) in enumerate(said)
    ]
    found = claimed_range(claims, PEOPLE, start=START)
    assert (found.low, found.high) == (low, high)
    assert note in found.note


def test_up_to_a_limit_is_the_limit_itself():
    most = claim("c", "camp", "capacity", 10_000, comparator="at_most")
    assert claimed_range([most], PEOPLE, start=START, limit=True).low == 10_000


def test_counts_of_a_period_become_a_daily_rate():
    a_month = claim("c", "camp", "arrivals", 300)
    assert claimed_range([a_month], RATE, start=START, per_days=30).high == 10


@pytest.mark.parametrize(
    ("value", "unit", "days"),
    [(2, "weeks", 14), (1, "year", 365.25), (6, "months", 182.625), (36, "hours", 1.5)],
)
def test_lengths_become_days(value, unit, days):
    assert claimed_range([claim("c", "deal", "term", value, unit)], DAYS, start=START).low == days


def test_dates_become_days_after_the_start():
    when = claim("c", "camp", "opens", "soon", earliest=date(2031, 1, 11), latest=date(2031, 2, 1))
    found = claimed_range([when], DATE, start=START)
    assert (found.low, found.high) == (10, 31)


@pytest.mark.parametrize(
    ("value", "unit", "dimension"),
    [
        ("some", "people", PEOPLE),
        ("5-4", None, PEOPLE),
        (5, "people", DAYS),
        (5, "people", MONEY),
        (5, "years", MONEY),
    ],
)
def test_what_says_no_number_is_left_out(value, unit, dimension):
    one = claim("c", "camp", "p", value, unit)
    assert not says_a_number(one, dimension)
    assert claimed_range([one], dimension, start=START) is None


@pytest.mark.parametrize(
    ("modality", "negated", "now", "planned"),
    [
        (Modality.ASSERTED, False, True, True),
        (Modality.ALLEGED, False, True, True),
        (Modality.PLANNED, False, False, True),
        (Modality.CONDITIONAL, False, False, False),
        (Modality.DENIED, False, False, False),
        (Modality.ASSERTED, True, False, False),
    ],
)
def test_what_may_stand_for_a_fact(modality, negated, now, planned):
    one = claim("c", "camp", "p", 5, modality=modality, negated=negated)
    assert usable(one) is now
    assert usable(one, planned=True) is planned


def test_a_bare_number_gives_way_to_numbers_that_say_what_they_count():
    told, bare = claim("a", "camp", "capacity", 10_000), claim("b", "camp", "capacity", 80, None)
    near = claim("c", "camp", "capacity", 9_000, None)
    assert comparable([told, bare, near], PEOPLE) == [told, near]
    assert comparable([bare], PEOPLE) == [bare]


def test_the_currency_that_most_use_is_taken():
    dollars = [claim(n, "deal", "payment", 6, "USD") for n in "ab"]
    assert comparable([claim("c", "deal", "payment", 5, "EUR"), *dollars], MONEY) == dollars


@pytest.mark.parametrize(
    ("unit", "code"), [("USD per day", "USD"), ("EUR", "EUR"), ("people", ""), (None, ""), ("times", "")]
)
def test_currencies(unit, code):
    assert currency_of(unit) == code


@pytest.mark.parametrize(("unit", "days"), [("decades", 3652.5), ("Day", 1.0), ("people", None)])
def test_units_of_time(unit, days):
    assert days_of(unit) == days


@over(
    st.lists(
        st.tuples(
            st.integers(1, 10**6),
            st.sampled_from(["exact", "approx", "at_least", "at_most", "more_than", "less_than"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_range_has_its_ends_in_order_and_finite(said):
    claims = [claim(f"c{n}", "camp", "p", value, comparator=how) for n, (value, how) in enumerate(said)]
    found = claimed_range(claims, PEOPLE, start=START)
    assert 0 <= found.low <= found.high < float("inf")
