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


SAID_OF = [
    ("Deaths in custody rose by a fifth last year, to 120.", 120, "deaths"),
    ("Suicides in prison fell from 40 to 31 last year.", 31, "deaths"),
    ("The toll, earlier put at 19, climbed to 27 after divers found more bodies.", 27, "deaths"),
]


@pytest.mark.parametrize(("text", "value", "asked"), SAID_OF)
def test_a_bare_number_answers_what_the_noun_that_it_is_said_of_asks(text, value, asked):
    one = number(text, value)
    assert (one.property, one.unit) == (asked, "people")


PUT = [
    (
        "Harbour Watch says that 1,600 people are held without charge; the ministry puts the figure at 900.",
        1600,
        900,
    ),
    ("Officials had said on Tuesday that 12 people died but revised the figure to 9.", 12, 9),
    ("Some 300 people are missing, the union said. The navy put the number at 140.", 300, 140),
]


@pytest.mark.parametrize(("text", "first", "second"), PUT)
def test_another_figure_for_the_same_answers_the_same_question(text, first, second):
    one, other = number(text, first), number(text, second)
    assert (other.subject, other.property, other.unit) == (one.subject, one.property, one.unit)


def test_a_figure_put_at_something_else_than_was_counted_is_its_own():
    text = "Some 300 people are missing, the union said. The navy put the number of boats at 40."
    assert number(text, 40).property != number(text, 300).property


def test_what_nearly_happened_did_not():
    one = number("Two women were nearly killed when a roof fell in.", 2)
    assert one.property == "women nearly killed"


WORDS = [
    ("Inmates are locked in cells for 23 and a half hours a day.", 23.5, "hours per day"),
    ("Troops seized six AK-47 rifles.", 6, "rifles"),
    ("Guards wounded at least six inmates, two of them seriously.", 2, "people"),
    ("The mine employs 1,200 people, 400 of them underground.", 400, "people"),
    ("The ferry, licensed for 250 passengers, had some 400 on board.", 400, "people"),
    ("The ferry sailed with 400 aboard.", 400, "people"),
]


@pytest.mark.parametrize(("text", "value", "unit"), WORDS)
def test_a_number_has_the_unit_that_its_words_give_it(text, value, unit):
    assert number(text, value).unit == unit


def test_40_and_a_third_of_something_are_two_numbers():
    values = [
        c.value
        for c in claims("The storm killed 40 and a third of the crew fell ill.").claims
        if c.kind is Kind.QUANTITY
    ]
    assert 40 in values


def test_what_somebody_said_is_spoken_by_who_stands_before_said():
    one = number("The ban covers what officials said were 40 farms along the river.", 40)
    assert [a.name for a in one.asserted_by] == ["officials (unnamed)"]


LED_TO = [
    ("The president declared an emergency in 2022 after 87 people were killed.", 87, "2022"),
    ("The ministry shut the jail on 12 May because 14 inmates had escaped.", 14, "2025-05-12"),
]


@pytest.mark.parametrize(("text", "value", "day"), LED_TO)
def test_what_led_to_an_act_has_its_date_where_it_has_none(text, value, day):
    assert number(text, value).as_of == day


def test_what_came_weeks_before_an_act_has_not_its_date():
    assert (
        number("The ministry shut the jail on 12 May, two weeks after 14 inmates escaped.", 14).as_of
        != "2025-05-12"
    )


@pytest.mark.parametrize(
    ("text", "value", "denied"),
    [
        ("The camp has no doctor and holds 300 men.", 300, False),
        ("The jail has no windows and temperatures reach 45C.", 45, False),
        ("None of the 40 men escaped.", 40, True),
    ],
)
def test_no_denies_what_stands_with_it(text, value, denied):
    assert number(text, value).negated is denied


def test_part_of_a_sentence_is_no_sentence():
    text = "He was held for five years of an 18-year sentence."
    assert number(text, 18).property == "sentence length"
    assert number(text, 5).property != "sentence length"


UPON = [
    ("A judge sentenced the guard to 12 years in prison.", 12, "guard"),
    ("A judge sentenced Luis Mena to 12 years in prison.", 12, "Luis Mena"),
    ("A judge jailed the guard for 12 years and fined him $5,000.", 5000, "person"),
    ("He was jailed for 12 years.", 12, "person"),
]


@pytest.mark.parametrize(("text", "value", "whom"), UPON)
def test_what_is_laid_upon_somebody_is_told_of_them(text, value, whom):
    assert number(text, value).subject == whom


@pytest.mark.parametrize(
    "text", ["The fund fell as the S&P 500 rose.", "He filmed the raid on an iPhone 11."]
)
def test_a_number_in_a_brand_counts_nothing(text):
    assert [c for c in claims(text).claims if c.kind is Kind.QUANTITY] == []


def test_a_list_goes_on_with_times():
    text = "Norland deported 1,200 people in 2023, 1,500 in 2024 and 2,100 so far this year."
    for value in (1200, 1500, 2100):
        one = number(text, value)
        assert (one.property, one.unit) == ("people deported", "people")


def test_no_fraction_of_a_person_dies():
    text = "The ministry cut the murder rate from 53 per 100,000 in 2018 to 2.4 last year."
    assert number(text, 2.4).property != "deaths"


COUNTED = [
    ("Police used tear gas on a crowd of some 5,000.", 5000, "people"),
    ("A first group of 8 arrived on Monday.", 8, "people"),
    ("Two of the five suspects were freed. The other three remain in custody.", 3, "people"),
    ("The men were paid 400 dirhams ($109) a month.", 400, "AED per month"),
    ("The interior ministry put the toll at nine.", 9, "people"),
]


@pytest.mark.parametrize(("text", "value", "unit"), COUNTED)
def test_what_a_number_counts_is_told_by_what_stands_before_it(text, value, unit):
    assert number(text, value).unit == unit


def test_a_clause_of_its_own_is_no_item_of_a_list():
    text = "The jail can hold up to 40,000 people; about 14,500 are there now."
    assert (number(text, 40000).property, number(text, 14500).property) == ("capacity", "inmates held")
