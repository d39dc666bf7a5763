"""What a reported number allows."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.marks import Comparator
from habeas.reconcile.intervals import Bounds, bounds, vague_bounds


@pytest.mark.parametrize(
    ("value", "value_max", "comparator", "expected"),
    [
        (14_000, None, Comparator.APPROX, (13_500, 14_500)),
        (40_000, None, Comparator.EXACT, (40_000, 40_000)),
        (40_000, None, Comparator.AT_MOST, (-inf, 40_000)),
        (261, None, Comparator.AT_LEAST, (261, inf)),
        (65, 70, Comparator.RANGE, (65, 70)),
        ("hundreds", None, Comparator.AT_LEAST, (200, 999)),
        ("tens of thousands", None, Comparator.AT_LEAST, (20_000, 99_999)),
    ],
)
def test_a_comparator_says_which_values_are_allowed(value, value_max, comparator, expected) -> None:
    assert bounds(value, value_max, comparator) == Bounds(*expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dozens", (12, 99)),
        ("tens", (20, 99)),
        ("several hundred", (200, 999)),
        ("hundreds of millions", (200_000_000, 999_999_999)),
        ("decenas de miles", (20_000, 99_999)),
        ("cientos de millones", (200_000_000, 999_999_999)),
        ("millones", (2_000_000, 999_999_999)),
        ("miles", (2_000, 999_999)),
    ],
)
def test_a_vague_count_has_a_least_and_a_most(words: str, expected: tuple[float, float]) -> None:
    assert vague_bounds(words) == Bounds(*expected)


def test_a_vote_is_no_interval() -> None:
    assert bounds("5-4", None, Comparator.EXACT) is None
    assert vague_bounds("plenty") is None


@given(st.floats(1, 1e9, allow_nan=False), st.sampled_from(list(Comparator)))
def test_the_number_itself_is_always_allowed(value: float, comparator: Comparator) -> None:
    allowed = bounds(value, None, comparator)
    assert allowed is not None
    assert allowed.low <= value <= allowed.high


@given(st.tuples(st.integers(0, 99), st.integers(0, 99)), st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_meeting_is_the_same_both_ways(a: tuple[int, int], b: tuple[int, int]) -> None:
    one, other = Bounds(*sorted(a)), Bounds(*sorted(b))
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) == any(
        other.low <= n <= other.high for n in range(int(one.low), int(one.high) + 1)
    )
