"""Counts by inversion have the distributions they claim."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from habeas.project.counts import FEW, Arrivals, leavers

DRAWS = 60_000


def distance(drawn: np.ndarray, chances: np.ndarray) -> float:
    """Kolmogorov's distance of drawn counts from the distribution with the given chances of 0, 1, 2 ..."""
    counts = np.arange(len(chances))
    return float(
        np.abs(np.searchsorted(np.sort(drawn), counts, side="right") / len(drawn) - chances.cumsum()).max()
    )


@pytest.mark.parametrize("mean", [0.02, 0.7, 3.0, FEW, FEW * 3])
def test_arrivals_are_poisson(mean):
    drawn = Arrivals(np.full(1, mean)).draw(np.random.default_rng(5), DRAWS)
    chances = np.exp([k * math.log(mean) - mean - math.lgamma(k + 1) for k in range(80)])
    assert distance(drawn, chances) < 1.95 / math.sqrt(DRAWS)


def test_each_run_has_its_own_mean():
    means = np.repeat([0.1, 5.0], DRAWS)
    drawn = Arrivals(means).draw(np.random.default_rng(5), 2 * DRAWS)
    assert drawn[:DRAWS].mean() == pytest.approx(0.1, abs=0.01)
    assert drawn[DRAWS:].mean() == pytest.approx(5.0, abs=0.05)


@pytest.mark.parametrize(("people", "leaves"), [(3, 0.4), (50, 0.01), (200, 0.02), (200, 0.3), (7, 0.9)])
def test_leavers_are_binomial(people, leaves):
    drawn = leavers(np.full(DRAWS, float(people)), np.full(1, leaves), np.random.default_rng(6))
    chances = np.array(
        [math.comb(people, k) * leaves**k * (1 - leaves) ** (people - k) for k in range(people + 1)]
    )
    assert distance(drawn, chances) < 1.95 / math.sqrt(DRAWS)


@settings(max_examples=60, deadline=None)
@over(st.lists(st.integers(0, 300), min_size=1, max_size=40), st.floats(0, 1), st.integers(0, 2**32))
def test_nobody_leaves_who_is_not_there(stock, leaves, seed):
    people = np.array(stock, dtype=float)
    gone = leavers(people, np.full(1, leaves), np.random.default_rng(seed))
    assert ((gone >= 0) & (gone <= people) & (gone == np.floor(gone))).all()
