"""How large things are, side by side, and numbers that belong to a name or stand in the row of a table."""

from __future__ import annotations

import pytest
from reporting_sentences import claims, numbers

SIZES = [
    ("The cell measures 2 by 3 metres.", 2, "cell", "size", "meters"),
    ("The cell measures 2 by 3 metres.", 3, "cell", "other side", "meters"),
    ("Each cell is 8 feet by 10 feet.", 8, "cell", "size", "feet"),
    ("Each cell is 8 feet by 10 feet.", 10, "cell", "other side", "feet"),
    ("The yard is 3m x 4m.", 4, "yard", "other side", "meters"),
    ("A 30-foot wall surrounds the camp.", 30, "wall", "size", "feet"),
    ("The men share a 50-centimetre shelf.", 50, "shelf", "size", "centimeters"),
    ("The men share a cell of about 100 square metres.", 100, "cell", "area", "square meters"),
    ("They get a ration of 200 grams.", 200, "ration", "weight", "grams"),
    ("The wall has a height of 6 metres.", 6, "wall", "height", "meters"),
    ("The camp is 12 miles from Sarr.", 12, "camp", "distance", "miles"),
]


@pytest.mark.parametrize(("text", "value", "subject", "words", "unit"), SIZES)
def test_a_size_is_of_the_thing_and_has_its_unit(
    text: str, value: int, subject: str, words: str, unit: str
) -> None:
    found = numbers(text)[value]
    assert (found.subject, found.property, found.unit) == (subject, words, unit)


def test_both_sides_of_a_hyphened_size_have_its_unit() -> None:
    found = numbers("The men are held in a 6-by-9-foot cell.")
    assert (found[6].unit, found[9].unit) == ("feet", "feet")


NAMED = [
    "The city bought routers that support Vexo-Ry 6 for its schools.",
    "Players who run Dark Harbour Tale 2 on the service saw no change.",
    "Dark Harbour Tale 2 doesn't run in Lima.",
    "They ran the Vexo 5 Compute test on Monday.",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_number_within_a_name_counts_nothing(text: str) -> None:
    assert numbers(text) == {}
    assert "part of a name" in {one.reason for one in claims(text).unclaimed}


COUNTED = [
    ("In Lima 12 were arrested.", 12),
    ("The 14 Worst Floods Of The Year", 14),
    ("On Monday 30 Chadians were released.", 30),
]


@pytest.mark.parametrize(("text", "value"), COUNTED)
def test_a_number_behind_a_capital_still_counts(text: str, value: int) -> None:
    assert value in numbers(text)


def test_the_row_of_a_table_is_no_clause() -> None:
    read = claims("| 25 | Daniel Hem | 530 | 0 | 1 |")
    assert not [claim for claim in read.claims if claim.kind.value == "quantity"]
    assert {one.reason for one in read.unclaimed} == {"in a table or list of numbers, not in a clause"}
