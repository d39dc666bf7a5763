"""Numbers behind "with", behind words in marks, before nouns of a month, of places' buildings and of those described twice."""

import pytest
from reporting_sentences import claims

from habeas.mark import mark
from habeas.model.claim import Kind
from habeas.model.marks import Comparator
from habeas.packs import load_pack
from habeas.read import read_report


def found(text, value):
    return next(c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value)


TOLD = [
    ("The exams seem to have been dropped, with just eight pupils tested.", 8, "pupils", "pupils tested"),
    ("Of the roads 25% were mended with 2,066 drivers sent home.", 2066, "drivers", "drivers sent"),
    ("Three inmates of a northern Oregon jail are back in custody.", 3, "Oregon jail", "inmates held"),
    ("The storm killed an 18-year-old Guatemalan woman.", 18, "woman", "age"),
    (
        'Ana Vega warned the lenders that "winter will come" and outlined 52 plans.',
        52,
        "Ana Vega",
        "outlined plans",
    ),
    (
        "The UN Relief and Works Agency built 20 schools in Yarmouk.",
        20,
        "UN Relief and Works Agency",
        "built schools",
    ),
]


@pytest.mark.parametrize(("text", "value", "subject", "property_"), TOLD)
def test_a_number_is_told_of_its_own(text, value, subject, property_):
    one = found(text, value)
    assert (one.subject, one.property) == (subject, property_)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In January 2,000 people arrived and claimed asylum, with 25,000 people expected in June.", 25_000),
        ("Police are questioning 10 cooks over the fire.", 10),
    ],
)
def test_who_claims_asylum_or_questions_people_says_nothing(text, value):
    assert not found(text, value).asserted_by


def test_what_a_number_is_not_expected_to_exceed_is_at_most_that():
    assert found("This year the number of ferries is not expected to exceed 100.", 100).comparator is (
        Comparator.AT_MOST
    )


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("A June flight sent eight cooks back to Peru.", 8, "2024-06"),
        ("The May fire killed 40 goats.", 40, "2025-05"),
        ("Her 2019 trial had 30 witnesses.", 30, "2025-05"),
    ],
)
def test_a_month_before_a_noun_dates_what_that_did(text, value, when):
    assert found(text, value).as_of == when


def test_the_country_of_a_currency_is_no_place():
    for text in ("They asked for US$487.9 million.", "They asked for $US40 million."):
        marks = mark(read_report("text.txt", text.encode()), load_pack("detention"))
        assert not marks.mentions


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("A bus with 40 nurses crashed near Ica.", 40, "bus"),
        ("The barge carrying 60 goats sank off Malta.", 60, "barge"),
        ("On Monday, a convoy with some 30 trucks left Aden.", 30, "convoy"),
        ("A widow with two children fled to Chad.", 2, "children"),
    ],
)
def test_a_thing_carries_those_that_it_has_with_it(text, value, subject):
    assert found(text, value).subject == subject
