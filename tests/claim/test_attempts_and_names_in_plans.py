"""What is tried, wanted or weighed has not been done yet; whom a plan names is what they are all the same; and numbers that are
told in round words."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.marks import Comparator


def number(text: str, value: float) -> Claim:
    """The only claim of a number with that value."""
    (one,) = [c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value]
    return one


@pytest.mark.parametrize(
    "text",
    [
        "The ministry sought to deport 40 nurses.",
        "The ministry wanted to deport 40 nurses.",
        "The army tried to move 40 cows.",
        "Osteria offered to take 40 sailors.",
        "Norland is considering deporting 40 nurses.",
        "The council weighed closing 40 schools.",
        "The ferry was meant to carry 40 cars.",
        "The jail was supposed to hold 40 men.",
        "The ministry proposed building 40 camps.",
        "Some 40 men were to be moved by bus.",
        "The 40 women were to have been freed in June.",
    ],
)
def test_what_is_only_tried_or_weighed_is_planned(text):
    assert number(text, 40).modality is Modality.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Some 40 men tried to escape.",
        "The army tried to flee, and 40 soldiers drowned.",
        "The army, which tried to hold the bridge, lost 40 soldiers.",
        "The state managed to move 40 cows.",
        "The council discussed 40 schools.",
        "The state had to free 40 men.",
    ],
)
def test_who_tries_is_there_and_what_else_is_told_is_so(text):
    assert number(text, 40).modality is Modality.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "The bank will meet Justice Minister Ana Ruiz in May.",
        "The bank might sue Justice Minister Ana Ruiz.",
        "The bank tried to sue Justice Minister Ana Ruiz.",
        "If they ask Justice Minister Ana Ruiz, the port will close.",
    ],
)
def test_whom_a_plan_names_holds_the_office(text):
    (role,) = [c for c in claims(text).claims if c.kind is Kind.ROLE]
    assert (role.subject, role.modality) == ("Ana Ruiz", Modality.ASSERTED)


ROUND = [
    ("Forty-odd sailors were held.", 40, "people", Comparator.APPROX),
    ("Two out of every five sailors drowned.", 0.4, "share", Comparator.EXACT),
    ("Three of every ten sailors had no bed.", 0.3, "share", Comparator.EXACT),
    ("Dozens of sailors, perhaps 60, drowned.", 60, "people", Comparator.EXACT),
]


@pytest.mark.parametrize(("text", "value", "unit", "bound"), ROUND)
def test_round_words_are_the_numbers_that_they_say(text, value, unit, bound):
    one = number(text, value)
    assert (one.unit, one.comparator) == (unit, bound)


@pytest.mark.parametrize("how", ["more than doubled to", "nearly tripled to", "almost doubled, to"])
def test_what_a_number_of_something_grew_to_counts_that(how):
    one = number(f"The number of inmates {how} 400.", 400)
    assert (one.property, one.unit) in {("inmates held", "people"), ("inmates", "people")}


def test_a_year_earlier_is_no_time_that_anybody_is_held():
    one = number("The jail held 400 men, up from 300 a year earlier.", 1)
    assert one.property.startswith("interval")


def test_one_count_is_what_a_figure_is_by():
    made = claims("Hundreds of men – 238 by one count – were moved.")
    assert {c.value for c in made.claims if c.kind is Kind.QUANTITY} == {"hundreds", 238}
    assert [u.quote for u in made.unclaimed] == ["one"]
