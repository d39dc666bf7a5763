"""Numbers that a report tells again: what they count, and when it was so."""

from __future__ import annotations

import pytest
from reporting_sentences import numbers

AGAIN = [
    ("The ship took 299 nurses. A mate said 171 of the 299 had gone ashore and 13 had slept.", 171, "people"),
    ("The ship took 299 nurses. A mate said 171 of the 299 had gone ashore and 13 had slept.", 13, "people"),
]


@pytest.mark.parametrize(("text", "value", "unit"), AGAIN)
def test_a_bare_number_counts_what_its_whole_counted(text: str, value: int, unit: str) -> None:
    assert numbers(text)[value].unit == unit


def test_what_a_relative_clause_tells_of_those_counted_dates_the_count() -> None:
    (made,) = numbers("The clerk spoke of the 299 people whom a bus took home in February.").values()
    assert made.as_of == "2025-02"


def test_what_goes_on_in_a_relative_clause_dates_no_count_beside_it() -> None:
    found = numbers("The group, which ran a clinic until it was shut in March, said it had nine cots.")
    assert found[9].as_of == "2025-05"


def test_who_attempted_suicide_did_not_die() -> None:
    assert numbers("Two inmates have attempted suicide since April.")[2].property != "deaths"


NAMES = ["The fire began in Module 6 and spread.", "He lives in Barrio 18 and works there."]


@pytest.mark.parametrize("text", NAMES)
def test_the_number_of_a_part_of_a_building_or_town_counts_nothing(text: str) -> None:
    assert not numbers(text)
