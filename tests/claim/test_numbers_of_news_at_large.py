"""Numbers of news at large: ages at which people die, the people of a town, both ends of a course, what a relative clause
counts, and whose building it was."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind


def number(text: str, value: float | str) -> Claim:
    """The only claim of a number with that value."""
    (one,) = [c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value]
    return one


AGES = [
    ("Former harbour master Ana Lobo dead at 84", 84, "Ana Lobo"),
    ("The singer died at home on Monday at 91, her family said.", 91, "singer"),
    ("The driver was widowed at 44.", 44, "driver"),
    ("She lost a daughter and two sons, 11 and 14.", 11, "sons"),
    ("She lost a daughter and two sons, 11 and 14.", 14, "sons"),
    ("They travelled with three daughters, 2, 4 and 6.", 6, "daughters"),
    ("The couple, who have two daughters, aged 3 and 5, fled on Friday.", 5, "daughters"),
]


@pytest.mark.parametrize(("text", "value", "bearer"), AGES)
def test_an_age_is_of_those_whom_it_stands_behind(text, value, bearer):
    one = number(text, value)
    assert (one.property, one.unit, one.subject) == ("age", "years", bearer)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died at 77 Harbour Road.",
        "Two men died at 9, and the fire was out at noon.",
        "The mine has three shafts, 40 and 60 metres deep.",
    ],
)
def test_what_is_no_age_stays_none(text):
    assert [c for c in claims(text).claims if c.property == "age"] == []


PLACES = [
    ("Two hotels in Norvale, a city of 160,000 people, collapsed.", 160000, "Norvale"),
    ("The flood reached Norvale, a small fishing town of about 20,000.", 20000, "Norvale"),
    ("Norvale is a village of 800 inhabitants.", 800, "Norvale"),
    ("Troops entered a village of 300 people.", 300, "village"),
]


@pytest.mark.parametrize(("text", "value", "place"), PLACES)
def test_the_people_of_a_place_are_its_population(text, value, place):
    one = number(text, value)
    assert (one.property, one.unit, one.subject) == ("population", "people", place)


def test_a_place_of_something_else_than_people_has_no_population():
    assert all(c.property != "population" for c in claims("It is a city of 300 bridges.").claims)


@pytest.mark.parametrize(
    ("text", "values", "noun"),
    [
        ("The law would raise the number of seats from 65 to 125.", (65, 125), "seats"),
        ("The ministry cut the number of beds at the hospital from 400 to 250.", (400, 250), "beds"),
    ],
)
def test_both_ends_of_a_course_count_what_it_is_a_number_of(text, values, noun):
    for value in values:
        one = number(text, value)
        assert (one.property, one.unit) == (noun, noun)


def test_a_body_whose_school_it_is_does_not_die_in_it():
    one = number("A shell that killed about 40 people sheltering in a UN school ended the talks.", 40)
    assert (one.subject, one.subject_type, one.property) == ("UN school", "facility", "deaths")


def test_a_people_without_a_plural_is_counted_before_a_participle():
    one = number("A shell killed more than 100 Lebanese sheltering in a school.", 100)
    assert (one.property, one.unit) == ("deaths", "people")


def test_what_the_main_clause_tells_is_not_of_those_in_a_relative_clause():
    text = "Three cousins who had taken refuge with hundreds of other people in a school were killed."
    assert number(text, 3).property == "deaths"
    assert number(text, "hundreds").property != "deaths"


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 members of the extended Daya family were killed when their house collapsed.",
        "At least 12 guests of the invited choir were killed when the hall collapsed.",
    ],
)
def test_a_participle_behind_an_article_is_no_verb(text):
    assert number(text, 12).property == "deaths"


def test_a_length_of_time_is_of_what_went_on_for_it():
    one = number("The truce came after 11 days of an air offensive against the port.", 11)
    assert (one.subject, one.property, one.unit) == ("air offensive", "duration", "days")


def test_who_ruled_is_the_one_named_last():
    one = number(
        "Crowds carried pictures of Gurban Berd, the successor of Sapar Niyaz, who ruled the country for 20 years.",
        20,
    )
    assert (one.subject, one.asserted_by) == ("Sapar Niyaz", ())


@pytest.mark.parametrize(
    "text", ["Ferry fire: 3 dead, 14 hurt in the port", "Powerful quake kills 10; 14 hurt, many missing"]
)
def test_the_hurt_of_a_headline_are_injured(text):
    assert number(text, 14).property == "people injured"
