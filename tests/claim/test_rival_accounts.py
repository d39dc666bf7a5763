"""What two sides say of one thing: a bare number answers what the one before it does, by whoever says it."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality


def number(text: str, value: float) -> Claim:
    """The only claim of a number with that value."""
    (one,) = [c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value]
    return one


RIVALS = [
    ("Police say 40 people died. Witnesses say more than 100.", 40, "Police", 100, "Witnesses"),
    ("According to the ministry, 40 men had been freed; the union says 60.", 40, "ministry", 60, "union"),
    ("The ministry said 40 men had been freed, while the union said 60.", 40, "ministry", 60, "union"),
    ("The ministry said 40 men had been freed, but the union put it at 60.", 40, "ministry", 60, "union"),
    ("Police say 40 people were hurt, but nurses put the number at 100.", 40, "Police", 100, "nurses"),
]


@pytest.mark.parametrize(("text", "one", "first", "other", "second"), RIVALS)
def test_two_sides_answer_one_question(text, one, first, other, second):
    here, there = number(text, one), number(text, other)
    assert (here.property, here.unit) == (there.property, there.unit)
    assert [a.name for c in (here, there) for a in c.asserted_by] == [
        f"{first} (unnamed)",
        f"{second} (unnamed)",
    ]


SEVERAL = [
    ("Police say 40 people were hurt.", "Police"),
    ("Families of the men say 40 are missing.", "Families"),
    ("Officials in the town say 40 people died.", "Officials"),
    ("Aides to the mayor say 40 people died.", "Aides"),
    ("People in the valley say 40 houses burned.", "People"),
    ("Hospital officials counted 40 dead.", "Hospital officials"),
]


@pytest.mark.parametrize(("text", "who"), SEVERAL)
def test_several_say_it_whatever_stands_between(text, who):
    assert [a.name for a in number(text, 40).asserted_by] == [f"{who} (unnamed)"]


@pytest.mark.parametrize("fate", ["feared dead", "presumed drowned", "believed killed", "feared trapped"])
def test_whose_fate_is_feared_has_not_met_it(fate):
    assert number(f"At least 40 people are {fate}.", 40).modality is Modality.ALLEGED


def test_the_number_of_dead_is_no_age():
    one = number("Ruiz put the number of dead at 14.", 14)
    assert (one.unit, one.property) == ("people", "dead")


def test_what_they_are_held_without_takes_nothing_from_their_number():
    assert not number("The report put the number of men held without charge at 140.", 140).negated


@pytest.mark.parametrize(
    "text",
    [
        "Guidelines recommend holding people no longer than 72 hours.",
        "They wanted no vaccine despite the deaths of 72 children.",
        "The jail holds no fewer than 72 men.",
    ],
)
def test_a_bound_denies_nothing(text):
    assert not number(text, 72).negated


def test_the_deaths_of_some_in_custody_are_deaths():
    assert number("The deaths of three children in custody led to an inquiry.", 3).property == "deaths"
