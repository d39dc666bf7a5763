"""Numbers in words, the same in findings, rows and pages."""

from __future__ import annotations

import pytest

from habeas.model.marks import Comparator
from habeas.model.wording import amount, figures


@pytest.mark.parametrize(
    ("value", "unit", "value_max", "comparator", "words"),
    [
        (1, "years", None, Comparator.EXACT, "1 year"),
        (1, "weeks", None, Comparator.APPROX, "about 1 week"),
        (1, "days", 3, Comparator.RANGE, "1 to 3 days"),
        (2_400_000, "EUR per month", None, Comparator.AT_LEAST, "at least €2,400,000 per month"),
        (12, "liters per day", None, Comparator.LESS_THAN, "less than 12 liters per day"),
        (350, "SEK", None, Comparator.EXACT, "SEK 350"),
        ("thousands", "sheep", None, Comparator.AT_LEAST, "thousands of sheep"),
        ("6-3", "votes", None, Comparator.EXACT, "6-3 votes"),
        (18, None, None, Comparator.MORE_THAN, "more than 18"),
    ],
)
def test_an_amount_is_said_with_its_bound_and_unit(value, unit, value_max, comparator, words) -> None:
    assert amount(value, unit, value_max, comparator) == words


@pytest.mark.parametrize(
    ("value", "value_max", "words"),
    [(1234.5678, None, "1,234.5678"), (90, 110, "90 to 110"), ("scores", None, "scores"), (-7, None, "-7")],
)
def test_a_figure_keeps_every_digit(value, value_max, words) -> None:
    assert figures(value, value_max) == words
