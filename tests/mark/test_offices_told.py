"""Offices that stand before a comma, behind an owner, or share their noun."""

import pytest
from reading_attributions import offices

OFFICES = [
    ("Malawi’s Deputy Minister of Works, Peter Banda, opened the bridge.", "Peter Banda", "Deputy Minister of Works", "Malawi"),
    ("Its president, Grace Wambui, opened the bridge.", "Grace Wambui", "president", None),
    ("Relief Kenya built it. Its president, Grace Wambui, opened the bridge.", "Grace Wambui", "president", "Relief Kenya"),
    ("Their lawyer, Tom Otieno, opened the bridge.", "Tom Otieno", "lawyer", None),
    ("Peru’s consul general in Lagos, Jorge Silva, opened the bridge.", "Jorge Silva", "consul general", "Peru"),
    ("Labour and Trade Minister Alfred Roe opened the bridge.", "Alfred Roe", "Labour and Trade Minister", ...),
    ("Shadow home secretary Daniel Frayne opened the bridge.", "Daniel Frayne", "Shadow home secretary", None),
    ("Assistant Controller-General, Gimba Musa opened the bridge.", "Gimba Musa", "Assistant Controller-General", None),
    ("Ghana’s State Minister for Home Affairs Kwame Boateng opened the bridge.", "Kwame Boateng", "State Minister for Home Affairs", "Ghana"),
    ("High Court president Lord Marsden opened the bridge.", "Marsden", "president", ...),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "title", "of"), OFFICES)
def test_an_office_and_whose_it_is(text, person, title, of):
    held = offices(text)[person]
    assert title in [o.title for o in held]
    assert of is ... or of in [o.of for o in held]


def test_the_person_after_another_ones_office_does_not_hold_it():
    held = offices("After a tour with Peru’s Trade Minister Gustavo Villa, Lena Moss turned to the sea.")
    assert [o.title for o in held["Gustavo Villa"]] == ["Trade Minister"]
    assert held["Lena Moss"] == ()


def test_an_airport_for_a_town_is_two_names():
    assert "Orra International Airport" in offices(
        "The crew left Orra International Airport for Quito.", everything=True
    )
