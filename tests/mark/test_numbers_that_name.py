"""Numbers that name a house, a year, a line or a listed item count nothing; the rest count what stands after them."""

import pytest

from habeas.mark import mark
from habeas.packs import load_pack
from habeas.read import read_report


def counts(text):
    """The value and the noun of each quantity that is no ordinal."""
    marks = mark(read_report("text.txt", text.encode()), load_pack("detention"))
    return [
        (q.value, q.noun.of(text) if q.noun else None) for q in marks.quantities if q.kind.value != "ordinal"
    ]


NAMING = [
    "They took the son of Ida Vale, of 3170 West Hill Road, to the ferry.",
    "Neighbours called 911 about the smoke.",
    "The board looked into 2019 elections on the island.",
    "Sailors died on Feb. 23 and 26, off the coast.",
    "At one point the lamps went out.",
    "One resident said the lamps were out.",
    "One lawyer's client was late.",
    "That chapter is over, another barely begun.",
    "6. “The harbour problem”",
]


@pytest.mark.parametrize("text", NAMING)
def test_a_number_that_names_counts_nothing(text):
    assert counts(text) == []


COUNTING = [
    ("Two United States service members were hurt.", [(2, "United States service members")]),
    ("Four national security and diplomatic officials spoke.", [(4, "national security and diplomatic officials")]),
    ("The lights went out in 18 northern and central coast counties.", [(18, "northern and central coast counties")]),
    ("About 13,000 US troops remain.", [(13000, "US troops")]),
    ("Police held eight (8) suspects.", [(8, "suspects")]),
    ("They freed 13 Nigerians and one Gambian.", [(13, "Nigerians"), (1, "Gambian")]),
    ("In 2019 prisoners numbered 2,017.", [(2017, None)]),
    ("They opened two prisons and camps.", [(2, "prisons")]),
    ("They visited 12 Main Street banks.", [(12, "Main Street banks")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), COUNTING)
def test_a_number_counts_the_whole_phrase_after_it(text, found):
    assert counts(text) == found


def test_an_age_stands_after_a_junior():
    marks = mark(read_report("text.txt", b"Paul Carver Jr., 55, was held."), load_pack("detention"))
    assert [(q.kind.value, q.value) for q in marks.quantities] == [("age", 55)]
