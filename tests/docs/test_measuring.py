"""How figures are made: steps that rise, bins that add up, results of one shape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=80)


@given(JUDGED)
def test_fitted_confidence_rises_with_the_prior_and_stays_a_share(judged: list[tuple[float, bool]]) -> None:
    from isotonic import fitted

    steps = fitted(judged, lambda prior: prior)
    assert steps.priors[0] == 0.0
    assert list(steps.confidence) == sorted(steps.confidence)
    assert all(0 <= value <= 1 for value in steps.confidence)
    assert len(steps.priors) == len(steps.confidence)


def test_many_claims_of_two_strengths_give_their_own_rates() -> None:
    from isotonic import fitted

    judged = [(0.4, n % 10 < 3) for n in range(1000)] + [(0.9, n % 10 < 9) for n in range(1000)]
    steps = fitted(judged, lambda _: 0.5)
    assert steps(0.4) == pytest.approx(0.3, abs=0.01)
    assert steps(0.9) == pytest.approx(0.9, abs=0.01)


def test_a_few_claims_move_the_map_little() -> None:
    from isotonic import fitted

    assert fitted([(0.5, True)], lambda _: 0.5)(0.5) < 0.6


def test_a_forecaster_who_is_right_as_often_as_he_says_has_no_calibration_error() -> None:
    from reliability import bins

    rows = bins([(0.75, n % 4 != 0) for n in range(100)])
    assert rows["0.7 to 0.8"] == {"claims": 100, "confidence": 0.75, "right": 0.75}
    assert rows["all"]["calibration_error"] == pytest.approx(0)


def test_results_are_kept_with_the_commits_of_data_and_program(tmp_path: Path) -> None:
    from reporting import keep

    data = tmp_path / "jspotter+TempEval-3"
    data.mkdir()
    (tmp_path / "jspotter+TempEval-3.commit").write_text(f"{'a' * 40}\n", "utf-8")
    out = tmp_path / "results" / "moments.json"
    keep("moments", [data], {"table": {"habeas": {"f1": 1 / 3}}}, out, {"documents": 2})
    kept = json.loads(out.read_text("utf-8"))
    assert kept["data"] == {"jspotter/TempEval-3": "a" * 40}
    assert kept["results"] == {"table": {"habeas": {"f1": 0.3333}}}
    assert set(kept) == {"bench", "data", "habeas", "about", "results"}


@pytest.mark.parametrize("place", ["adbar+htmldate", "adbar/htmldate", "htmldate"])
def test_a_checkout_is_found_under_any_of_its_names(tmp_path: Path, place: str) -> None:
    from checkouts import find, repository_of

    (tmp_path / place).mkdir(parents=True)
    found = find(tmp_path, "adbar/htmldate")
    assert found == tmp_path / place
    assert repository_of(found) == "adbar/htmldate"
    assert find(tmp_path, "amir-zeldes/gum") is None
