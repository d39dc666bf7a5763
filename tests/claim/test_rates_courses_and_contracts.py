"""Named rates, courses from one number to another, contracts with a term and a price, shares of several who tell."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def found(text, value):
    return next(c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value)


TOLD = [
    ("A survey found an infection rate in the barracks of 35%.", 35, "barracks", "infection rate"),
    (
        "The mill is run by Osto, under a 10 year £5 million contract.",
        5_000_000,
        "contract",
        "amount (run)",
    ),
    ("The mill is run by Osto, under a 10 year £5 million contract.", 10, "contract", "duration"),
    ("Ana signed a three-year, $60 million deal with Peru.", 60_000_000, "deal with Peru", "amount"),
    ("The harbour kept 60 percent fewer boats.", 60, "harbour", "fewer boats (kept)"),
    ("It costs farmers about $450 a year in order to feed a mule.", 450, "farmers", "cost (to feed a mule)"),
    (
        "Divers found a wreck some 60 miles (97 km) north of its last port.",
        97,
        "wreck",
        "distance",
    ),
    ("The boat was boarded by three G4S cooks.", 3, "g4s cooks", "g4s cooks"),
    (
        "At least 48 nurses have died and nearly 3,000 teachers – most of whom live in tents, have been moved.",
        3000,
        "teachers",
        "teachers moved",
    ),
]


@pytest.mark.parametrize(("text", "value", "subject", "property_"), TOLD)
def test_a_number_is_told_of_what_it_measures(text, value, subject, property_):
    one = found(text, value)
    assert (one.subject, one.property) == (subject, property_)


def test_the_ends_of_a_course_count_the_same_and_have_days_of_their_own():
    text = (
        "Table 2 shows there was a fall in pupils from the peak of 3,200 pupils in the year ending May 2015 "
        "to around 2,400 in the year ending June 2019."
    )
    first, second = found(text, 3200), found(text, 2400)
    assert (first.subject, first.as_of) == ("pupils", "2015-05")
    assert (second.subject, second.unit, second.as_of) == ("pupils", first.unit, "2019-06")


def test_more_of_those_counted_before_are_of_the_same():
    one = found("Each year the port takes over 12,000 sailors. Over 2,000 more are turned away.", 2000)
    assert (one.unit, one.subject) == ("people", "sailors")


@pytest.mark.parametrize("value", [21, 7])
def test_a_share_of_some_is_not_on_the_word_of_another_share(value):
    text = "21% of nurses report fights, and 7% report that they have been hurt."
    assert not found(text, value).asserted_by


def test_what_a_paper_by_somebody_estimates_is_not_on_the_word_of_its_year():
    one = found("An essay written in 1998 by Ada Holm estimated an absence rate in the mills of 35%.", 35)
    assert one.asserted_by and "1998" not in one.asserted_by[-1].name
