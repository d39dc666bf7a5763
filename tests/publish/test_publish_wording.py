from __future__ import annotations

from datetime import date

import pytest

from habeas.model.claim import Claim, Kind
from habeas.model.marks import Comparator
from habeas.model.span import Span
from habeas.model.wording import number
from habeas.publish.wording import answer, period, shortened


def quantity(value, comparator=Comparator.EXACT, unit=None, value_max=None):
    return Claim("c", "d", "r", Kind.QUANTITY, "s", "p", value, Span(0, 1), "x", value_max, unit, comparator)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (quantity(14000, Comparator.APPROX, "people"), "about 14,000 people"),
        (quantity(65, Comparator.RANGE, "beds", 70), "65 to 70 beds"),
        (quantity("hundreds", Comparator.AT_LEAST), "hundreds"),
        (quantity(1000, Comparator.AT_MOST, "USD"), "up to $1,000"),
        (quantity("5-4", unit="votes"), "5-4 votes"),
        (quantity(2.5, Comparator.MORE_THAN, "%"), "more than 2.5 %"),
    ],
)
def test_a_value_is_said_with_its_bound_and_unit(claim, words):
    assert answer(claim) == words


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (-12345, "-12,345"),
        (0.35, "0.35"),
        (3.0555, "3.055"),
        (1234.56, "1,234.6"),
        (1e12, "1,000,000,000,000"),
    ],
)
def test_numbers_have_separators_and_no_needless_digits(value, shown):
    assert number(value) == shown


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2031, 2, 1), date(2031, 2, 28), "February 2031"),
        (date(2031, 2, 1), date(2031, 4, 30), "February 2031 to April 2031"),
        (date(2031, 2, 2), date(2031, 2, 2), "2 February 2031"),
        (date(2029, 1, 1), date(2031, 12, 31), "2029 to 2031"),
        (date(2031, 2, 2), None, "from 2 February 2031"),
        (date(9999, 12, 1), date(9999, 12, 31), "December 9999"),
    ],
)
def test_an_interval_is_said_in_the_fewest_exact_words(earliest, latest, words):
    assert period(earliest, latest) == words


def test_long_words_are_cut_at_a_border():
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("a\n b", 12) == "a b"
    assert len(shortened("x" * 500, 40)) == 40
