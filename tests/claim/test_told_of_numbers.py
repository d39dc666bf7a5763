"""What a number is told of, and on whose word, where the sentence says it by the way."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def found(text, value):
    return next(c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value)


TOLD = [
    ("The 72-page study took two years.", 72, "study", "pages"),
    ("A 15-member board runs the museum.", 15, "board", "members"),
    ("Lena Ode, a mother of four, won the race.", 4, "mother", "children"),
    ("The sailor was in hospital for nine weeks.", 9, "sailor", "duration (in hospital)"),
]


@pytest.mark.parametrize(("text", "value", "subject", "property_"), TOLD)
def test_a_number_is_told_of_what_it_is_joined_to(text, value, subject, property_):
    one = found(text, value)
    assert (one.subject.lower(), one.property) == (subject, property_)


PREDICATED = [
    ("The union is seeking $4 million in damages.", 4_000_000, "union", "amount (seeking in damages)"),
    ("Then the price was $90.", 90, "price", "amount"),
    ("Inspectors praised the county's 14 libraries.", 14, "county", "praised libraries"),
    ("Voters rejected a $12 million loan to the stadium.", 12e6, "loan to the stadium", "amount (rejected)"),
    ("A hailstorm broke windows in Lyon, killing 15 people.", 15, "hailstorm", "deaths"),
    (
        "OSTRAVA, March 3 (Polar News) - A gas leak in the east killed 15 people.",
        15,
        "gas leak in the east",
        "deaths",
    ),
    ("The barge carried 80 goats, 12 more than the licence allowed.", 12, "goats", "goats more"),
    (
        "The Harrow Law Clinic said the jail, which opened last year, holds 300 men.",
        300,
        "jail",
        "inmates held",
    ),
]


@pytest.mark.parametrize(("text", "value", "subject", "property_"), PREDICATED)
def test_a_number_is_told_of_what_its_clause_is_said_of(text, value, subject, property_):
    one = found(text, value)
    assert (one.subject.lower(), one.property) == (subject, property_)


def test_an_amount_in_another_unit_says_what_the_first_one_says():
    text = "Each bus costs about 90 million forints ($240,000) and the fence is some 3 metres (10 feet) high."
    assert {found(text, 240_000).subject, found(text, 90_000_000).subject} == {"bus"}
    assert found(text, 240_000).comparator == "approx"
    assert found(text, 10).subject == found(text, 3).subject


def test_what_goes_so_far_in_an_hour_has_a_speed():
    assert found("Gusts of 120 kilometres per hour felled trees.", 120).property.startswith("speed")


LISTED = [
    ("Officials said 33 died in Harwick, 21 in Ostend and eight in Ghent.", {33, 21, 8}),
    ("The storm injured 12 people in Lagos, 30 in Accra and five in Lome.", {12, 30, 5}),
]


@pytest.mark.parametrize(("text", "values"), LISTED)
def test_the_numbers_of_a_list_say_what_the_first_one_says(text, values):
    made = [c for c in claims(text).claims if c.kind is Kind.QUANTITY]
    assert {c.value for c in made} == values
    assert len({c.property for c in made}) == 1


def test_a_number_without_a_noun_counts_what_the_one_before_it_counts():
    text = "The hall seats 300 guests, but planners say it would take 900 to break even."
    assert found(text, 900).property == found(text, 300).property


ACTS = [
    "The mayor agreed to buy 12 buses for the town.",
    "The court ordered the firm to plant 12 trees.",
    "A committee recommended closing 12 schools.",
    "The firm plans to buy 12 ships.",
]


@pytest.mark.parametrize("text", ACTS)
def test_what_is_agreed_or_ordered_is_told_in_the_reports_own_voice(text):
    assert found(text, 12).asserted_by == ()


VOICES = [
    ("The mayor said the town had bought 12 buses.", "mayor (unnamed)"),
    ("“We had 12 buses,” her brother said after Maria Ruiz left.", "brother (unnamed)"),
    ("The ministry put the number of buses at 12.", "ministry (unnamed)"),
    ("About 12 buses were sold, Transport Ministry data show.", "Transport Ministry"),
    ("The town sold 12 buses, according to a report from the Transport Ministry.", "Transport Ministry"),
]


@pytest.mark.parametrize(("text", "speaker"), VOICES)
def test_whoever_gives_a_number_is_named(text, speaker):
    assert found(text, 12).asserted_by[-1].name == speaker


VOTES = [
    ("By a majority of two to one, the judges let the ship sail.", "2-1"),
    ("The council ruled five to four.", "5-4"),
    ("The panel split 3-2 over the bridge.", "3-2"),
]


@pytest.mark.parametrize(("text", "vote"), VOTES)
def test_votes_in_words_and_digits(text, vote):
    assert [c.value for c in claims(text).claims if c.kind is Kind.QUANTITY] == [vote]


def test_the_day_of_a_thing_tied_on_does_not_date_the_number():
    tied = found("The port is paid $82 a day for each boat under a contract signed last year.", 82)
    assert tied.as_of == "2025-05"
    own = found("The port paid $82 for each boat last year.", 82)
    assert own.as_of == "2024"


def test_what_a_storm_saw_is_nobodys_word():
    assert found("A storm that saw 12 boats sink hit the town on Monday.", 12).asserted_by == ()


def test_minutes_after_a_flight_are_no_number_of_a_flight():
    assert found("The pilot stopped the flight 40 minutes before take-off.", 40).unit == "minutes"


TREATMENT = [
    "Her brother said guards hit the prisoners.",
    "“They denied us water and medicine,” said Ana Ruiz, a former detainee.",
    "The group said three women had been handcuffed to their beds.",
]


@pytest.mark.parametrize("text", TREATMENT)
def test_ill_treatment_on_somebodys_word_is_an_allegation_too(text):
    kinds = {c.kind for c in claims(text).claims}
    assert {Kind.ALLEGATION, Kind.CONDITION} <= kinds


def test_ill_treatment_that_the_report_itself_tells_is_a_condition():
    kinds = {c.kind for c in claims("Three prisoners were handcuffed to their beds.").claims}
    assert Kind.CONDITION in kinds and Kind.ALLEGATION not in kinds


def test_a_penalty_that_a_law_threatens_is_law():
    made = claims("Anyone without a ticket may be jailed for up to two years.").claims
    assert any(c.kind is Kind.LEGAL for c in made)


def test_a_bare_number_counts_what_its_subject_is():
    assert found("“We were 90, sometimes 95,” said Ana Ruiz.", 90).subject == "We"
    assert found("“We were 90, sometimes 95,” said Ana Ruiz.", 95).property == "number (were)"
