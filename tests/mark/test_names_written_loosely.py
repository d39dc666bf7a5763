"""Names as letters, forums and reviews write them: postal codes, company endings, small letters, lists."""

from __future__ import annotations

import pytest
from reading_names import Names

CASES = [
    ("The clinic moved from Tulsa, OK to Fargo, ND in May.", {"Tulsa": "place", "Fargo": "place"}),
    ("Mail it to Dayton, OH 45402 please.", {"Dayton": "place"}),
    ("Her cousin in Baltimore, MD never wrote.", {"Baltimore": "place", "MD": "place"}),
    ("The letter was signed by Joan Abiodun, MD, on Friday.", {"Joan Abiodun": "person"}),
    ("She sold her share in Harbour Widgets, LLC to him.", {"Harbour Widgets, LLC": "organisation"}),
    (
        "The code passed from the Lindow Foundation to Toyota.",
        {"Lindow Foundation": "organisation", "Toyota": "organisation"},
    ),
    (
        "The Kumasi Institute of Technology and Ohio Valley University signed.",
        {"Kumasi Institute of Technology": "organisation", "Ohio Valley University": "organisation"},
    ),
    ("my aunt lived in lusaka, zambia before the flood", {"lusaka": "place", "zambia": "place"}),
    ("how are vietnam and peru alike?", {"vietnam": "place", "peru": "place"}),
    ("they ate turkey from plates of china", {}),
    (
        "Roads were cut in Accra and Nsukwa.",
        {"Accra": "place", "Nsukwa": "place"},
    ),
    ("The ferry calls at Mombasa, Pellando and Dakar.", {"Mombasa": "place", "Pellando": "place"}),
    ("We met Holden Frost at the fair.", {"Holden Frost": "person"}),
    ("I told Uncle Desmond about it.", {"Desmond": "person"}),
    ("The RFP went to our HR office before the IPO.", {}),
    ("She keeps the Evening Meal recipe.", {"Evening Meal": "other"}),
    ("They toured the Brandywine Museum on Sunday.", {"Brandywine Museum": "facility"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_loosely_written_names(text: str, expected: dict[str, str]) -> None:
    found = Names(text).types()
    assert {name: found.get(name) for name in expected} == expected
    if not expected:
        assert not found


@pytest.mark.parametrize(
    "who",
    [
        "Velenka Paris, an Australian woman, sued",
        "Velenka Paris, a nurse from Leeds, sued",
        "Velenka Paris, 34, sued",
    ],
)
def test_a_surname_may_be_a_place_where_it_is_told_who_has_it(who):
    seen = Names(f"{who} the mill. Paris claims that the mill owes her money.")
    assert seen.mentions_of("Velenka Paris")[:2] == ["Velenka Paris", "Paris"]


def test_a_place_stays_one_where_somebody_has_its_name():
    seen = Names("Sofia Santiago, 34, was held in Santiago. Santiago spent nine days in a cell.")
    assert seen.mentions_of("Sofia Santiago") == ["Sofia Santiago", "Santiago"]
    assert "place" in {e.type.value for e in seen.entities}


def test_whom_somebody_calls_something_is_nobody_elses_name():
    seen = Names("He asked about the Red Brotherhood, called Ruiz a liar and left. Ana Ruiz is a lawyer.")
    assert seen.mentions_of("Ana Ruiz") == ["Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It was a ruse,” said Will Moy, a clerk. Moy left.", ["Will Moy"]),
        ("The lawyer Will Hurd spoke.", ["Will Hurd"]),
        ("They asked: Will Trump resign?", ["Trump"]),
        ("In May Congress voted.", ["Congress"]),
    ],
)
def test_somebody_may_be_called_by_a_small_word(text, names):
    seen = Names(text)
    assert [e.name for e in seen.entities] == names
