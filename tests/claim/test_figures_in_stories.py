"""Figures as stories give them: deadlines, telephone numbers, parts of a group, and who stands behind each."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def numbers(text, language="en"):
    return [c for c in claims(text, language).claims if c.kind is Kind.QUANTITY]


def number(text, value, language="en"):
    return next(c for c in numbers(text, language) if c.value == value)


def speaker(claim):
    return claim.asserted_by[-1].name if claim.asserted_by else None


DEADLINES = [
    ("The council must answer within 30 days.", 30, "at_most"),
    ("Crews reached the valley within six hours of the slide.", 6, "at_most"),
    ("Crews reached the valley in six hours.", 6, "exact"),
    ("Guests say nobody stays there for more than two nights.", 2, "at_most"),
    ("Nobody has eaten for more than two days.", 2, "more_than"),
    ("Boats stay there for more than two nights.", 2, "more_than"),
    ("Shops within more than 12 hours of the coast were shut.", 12, "more_than"),
]


@pytest.mark.parametrize(("text", "value", "comparator"), DEADLINES)
def test_within_a_length_of_time_is_at_most_that(text, value, comparator):
    assert number(text, value).comparator.value == comparator


ASIDES = [
    ("The plant, which employs 600 people, was searched, Sheriff Ann Lowe said.", 600, None),
    ("Sheriff Ann Lowe said the men were taken to Orlow, which has 90 beds.", 90, None),
    ("Sheriff Ann Lowe said the men were taken to Orlow, which had 90 beds.", 90, "Ann Lowe"),
    ("Sheriff Ann Lowe says the men were taken to Orlow, which has 90 beds.", 90, "Ann Lowe"),
    ("“They went to Orlow, which has 90 beds,” Sheriff Ann Lowe said.", 90, "Ann Lowe"),
    ("Sheriff Ann Lowe said the school that has 90 pupils was safe.", 90, "Ann Lowe"),
]


@pytest.mark.parametrize(("text", "value", "who"), ASIDES)
def test_what_is_added_in_the_present_is_the_reporter_s_own(text, value, who):
    assert speaker(number(text, value)) == who


def test_a_sum_that_somebody_estimated_is_about_right():
    assert number("The grower estimated her losses at $640,000.", 640000).comparator.value == "approx"
    assert number("The grower put her losses at $640,000.", 640000).comparator.value == "exact"


NO_COUNTS = [
    "Ring the ferry office on +47 555 01 234 to book.",
    "A caller dialed 911 from the cabin.",
    "The dispatcher took a 911 call from the harbour.",
    "She rings her brother at 3 in the morning.",
    "UPDATE 2-Floods close the port of Brenna",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_lines_hours_and_versions_are_no_counts(text):
    assert not numbers(text)


COUNTS = [
    ("The temperature rose by +5 points in a week.", 5),
    ("The ward took in 911 patients.", 911),
    ("Rescuers found 3 in the afternoon and four at night.", 3),
]


@pytest.mark.parametrize(("text", "value"), COUNTS)
def test_like_figures_count_all_the_same(text, value):
    assert number(text, value)


def test_a_court_that_sided_with_somebody_voted():
    assert number("The 9th Circuit sided with the growers 2-1 in May.", "2-1")


def test_of_them_is_told_with_its_noun():
    assert "widows" in number("The clinic saw 41 villagers, 13 of them widows.", 13).property
    assert "children" in number("The clinic saw 41 villagers, 13 of them children.", 13).property


def test_a_comparison_after_the_source_has_the_same_source():
    text = (
        "Landings fell to 390 tonnes, according to the Fisheries Ministry, compared with 571 tonnes in 2019."
    )
    assert [speaker(c) for c in numbers(text)] == ["Fisheries Ministry"] * 2
    text = "Some 80 shops burned, according to Mayor Ana Ruiz, who visited 12 of them."
    assert speaker(number(text, 12)) != "Ana Ruiz"


def test_a_day_is_nobody_who_speaks():
    text = "Doctors who toured the coast between 3 and 14 May spoke to 26 fishermen."
    assert all(not (speaker(c) or "").startswith("14") for c in numbers(text))


def test_a_surname_is_the_person_rather_than_the_family_firm():
    text = (
        "The hail struck Hallgren Vintners, according to owner Peter Hallgren, who has run it since 1990.\n\n"
        "“We lost 40 acres,” Hallgren said."
    )
    assert speaker(number(text, 40)) == "Peter Hallgren"


def test_the_organisation_is_no_ministry():
    text = (
        "The Delta Relief Foundation works in nine villages. The Health Ministry denied "
        "the findings.\n\nAt least 60 wells were foul, the organisation said."
    )
    assert speaker(number(text, 60)) == "Delta Relief Foundation"


def test_what_happened_at_a_moment_since_which_is_dated_by_it():
    text = "BRENNA, May 4, 2023\n\nThe flood is the worst here since 2011, when 14 people drowned."
    assert number(text, 14).as_of == "2011"
    text = "BRENNA, May 4, 2023\n\nIt is the third flight since January, as 14 people fled the flood."
    assert number(text, 14).as_of != "2023-01"


def test_a_by_name_is_no_quotation():
    found = claims("Police arrested Rosa “La Jefa” Quispe, who called it “a mistake”.").claims
    assert [c.value for c in found if c.kind is Kind.QUOTATION] == ["a mistake"]


SPANISH = [
    ("La llamaron a las 3 de la mañana.", []),
    ("Una llamada al 911 alertó a la guardia.", []),
    ("Murieron 3 en la mañana.", [3]),
]


@pytest.mark.parametrize(("text", "values"), SPANISH)
def test_hours_and_lines_in_spanish(text, values):
    assert [c.value for c in numbers(text, "es")] == values
