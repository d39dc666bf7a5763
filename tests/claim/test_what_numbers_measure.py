"""What a number without a noun counts: the number of something, a toll, a population, the other end of a course."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def numbers(text, language="en"):
    return [c for c in claims(text, language).claims if c.kind is Kind.QUANTITY]


def number(text, value, language="en"):
    return next(c for c in numbers(text, language) if c.value == value)


MEASURES = [
    ("The number of prisoners killed in the riot at the Norvale prison has risen to 27.", 27, "deaths"),
    ("The number of inmates held at Norvale fell to 812 in May.", 812, "inmates held"),
    ("The number of migrants deported from Norland rose to 12,400.", 12_400, "people deported"),
    ("The number of people wounded in the raid climbed to 19.", 19, "people injured"),
    ("The total of detainees freed by the court now stands at 64.", 64, "people released"),
    ("The toll from the fire now stands at 14.", 14, "deaths"),
    ("Toll in Norvale jail fire rises to 27", 27, "deaths"),
    ("On Friday the prison service had given a toll of 22.", 22, "deaths"),
    ("Buses took away 300 men, bringing the jail's population down to 4,406.", 4_406, "prison population"),
    ("The service moved 60 inmates, cutting the number held at Norvale to 812.", 812, "inmates held"),
]


@pytest.mark.parametrize(("text", "value", "asked"), MEASURES)
def test_a_number_answers_what_its_measure_is_of(text, value, asked):
    one = number(text, value)
    assert (one.property, one.unit) == (asked, "people")


DYING = [
    "Five have died in custody, including two boys.",
    "Five of the remaining detainees have died in custody.",
    "Five prisoners have been killed in the jail since May.",
]


@pytest.mark.parametrize("text", DYING)
def test_where_people_died_is_not_how_many_are_held_there(text):
    assert number(text, 5).property == "deaths"


COURSES = [
    ("The court cut the emergency from 60 days to 30.", 30, "days"),
    ("The fine rose from $5 million to 8 million.", 8_000_000, "USD"),
    ("The fine rose to $8 million from 5 million.", 5_000_000, "USD"),
    ("The bill is 145 million pounds, up from 120 million last year.", 120_000_000, "GBP"),
    ("Occupancy fell to 88 percent from 120.", 120, "%"),
    ("Arrests rose 55 percent from 3,100 to 4,800.", 4_800, "people"),
]


@pytest.mark.parametrize(("text", "value", "unit"), COURSES)
def test_both_ends_of_a_course_have_one_unit(text, value, unit):
    assert number(text, value).unit == unit


POUNDS = [
    ("The state pays 120 million pounds now and 12,000 pounds for each arrival.", 12_000, "GBP"),
    ("For the 37 men, that charge comes to 444,000 pounds.", 444_000, "GBP"),
    ("The barge carried 2,000 pounds of rice.", 2_000, "pounds"),
]


@pytest.mark.parametrize(("text", "value", "unit"), POUNDS)
def test_pounds_are_money_beside_words_of_payment(text, value, unit):
    assert number(text, value).unit == unit


HELD = [
    ("Those on board were taken to Hope House, a hostel in the old port with 50 rooms.", 50, "Hope House"),
    ("The board would open a new prison in Elmora with 800 places.", 800, "prison"),
    ("The men were taken to Camp Orr, a former barracks with 14 cells and 20 beds.", 20, "Camp Orr"),
]


@pytest.mark.parametrize(("text", "value", "subject"), HELD)
def test_what_a_building_has_is_told_of_the_building(text, value, subject):
    assert number(text, value).subject == subject


LASTING = [
    ("Soldiers retook the town after a two-day riot.", 2, "riot"),
    ("The president declared a 60-day state of emergency.", 60, "state of emergency"),
    ("They went on a nine-day hunger strike.", 9, "hunger strike"),
]


@pytest.mark.parametrize(("text", "value", "subject"), LASTING)
def test_a_length_joined_to_a_noun_is_told_of_it(text, value, subject):
    one = number(text, value)
    assert (one.subject, one.property) == (subject, "duration")


def test_under_a_deal_of_five_years_is_no_bound():
    assert number("They were flown out under five-year deal.", 5).comparator.value == "exact"
    assert number("Children under five years old were let go.", 5).comparator.value == "less_than"


SOURCES = [
    "The flight left on Monday, according to two officials at the airport.",
    "A guard and two neighbours said the trucks left at night.",
    "Several witnesses told the court of the beatings.",
]


@pytest.mark.parametrize("text", SOURCES)
def test_how_many_say_something_is_no_figure_of_the_story(text):
    made = claims(text)
    assert not [c for c in made.claims if c.kind is Kind.QUANTITY]
    assert "counts those who say it" in [left.reason for left in made.unclaimed]


def test_those_who_tell_what_they_went_through_are_counted():
    assert number("Two men reported having been chained.", 2).unit == "people"
    assert number("Four people said that they had been beaten.", 4).unit == "people"


OVER = [
    "The jail held 5,246 men, 22 percent more than its capacity.",
    "The camp is 22 percent above its capacity.",
    "The prison is 22 percent over capacity.",
]


@pytest.mark.parametrize("text", OVER)
def test_a_share_above_capacity_is_no_share_of_it(text):
    assert number(text, 22).property == "overcrowding"


def test_bodies_appealed_to_are_not_what_was_told_before():
    text = "The junta sent 40 men home after a decade in detention, ignoring pleas from several Western governments."
    assert [c.property for c in numbers(text) if c.value == "several"] != ["detention length"]


def test_what_is_held_is_held_by_no_carrier_named_before():
    text = (
        "Diplomats spoke of the carrier Belavio. More than 1,100 political prisoners are still behind bars."
    )
    assert number(text, 1_100).subject != "Belavio"


def test_two_sides_have_one_unit():
    assert number("The cell measured two metres by three.", 3).unit == "meters"
