"""Numbers, and who gives them, in turns of phrase that stories of many kinds share."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def numbers(text):
    return [c for c in claims(text).claims if c.kind is Kind.QUANTITY]


READ = [
    ("Anyone 16 or older may vote.", 16, "at_least", "years", "anyone"),
    ("Children 11 and under ride free.", 11, "at_most", "years", "children"),
    ("Nine swimmers aged 70 or older crossed the bay.", 70, "at_least", "years", "swimmers"),
    ("In the heat the rails reached 52C.", 52, "exact", "degrees Celsius", None),
    ("The thieves climbed a 4m wall.", 4, "exact", "meters", "wall"),
    ("Output fell by a quarter.", 0.25, "exact", "share", "output"),
    ("The crew waited over six weeks.", 6, "more_than", "weeks", "crew"),
    ("The avalanche left scores missing.", "scores", "at_least", None, None),
]


@pytest.mark.parametrize(("text", "value", "bound", "unit", "subject"), READ)
def test_a_number_has_its_unit_bound_and_owner(text, value, bound, unit, subject):
    one = next(c for c in numbers(text) if c.value == value)
    assert one.comparator == bound
    assert unit is None or one.unit == unit
    assert subject is None or one.subject.lower() == subject


@pytest.mark.parametrize(
    "text",
    [
        "They sang until two in the morning.",
        "The 13F filing is due.",
        "Fans waited for Model 3C phones.",
    ],
)
def test_hours_and_names_of_forms_measure_nothing(text):
    assert not [
        c for c in numbers(text) if c.unit in ("degrees Celsius", "degrees Fahrenheit") or c.value == 2
    ]


def test_five_million_things_are_no_metres():
    assert [c.value for c in numbers("Some 5m voters stayed at home.")] == [5_000_000]


SILENT = [
    "The council approved 12 bridges.",
    "Orla Finn denies three counts of theft.",
    "The inquest heard that two brakes had failed.",
]


@pytest.mark.parametrize("text", SILENT)
def test_who_acts_on_things_or_hears_of_them_does_not_give_their_number(text):
    assert all(not c.asserted_by for c in numbers(text))


def test_one_who_is_not_named_speaks_the_words_beside():
    made = claims("“We sleep in turns,” one young nurse told inspectors.").claims
    (said,) = [c for c in made if c.kind is Kind.QUOTATION]
    assert said.asserted_by[-1].name == "young nurse (unnamed)"


def test_what_one_is_asked_is_not_said():
    made = claims("Asked whether she regretted the sale, Ode replied: “Not at all.”").claims
    (said,) = [c for c in made if c.kind is Kind.QUOTATION]
    assert [a.name for a in said.asserted_by] == ["Ode"]


DATED = [
    ("By the end of March the firm had paid out $9 million.", 9_000_000, "2025-03"),
    ("A storm in the same bay in 2016 sank a ferry and damaged 70 boats.", 70, "2016"),
    ("Thefts were 30 percent fewer than in 2019.", 30, "2025-05"),
    ("Crews logged 90 fires in 2023, up from 50 the year before, and 12 floods.", 90, "2023"),
]


@pytest.mark.parametrize(("text", "value", "day"), DATED)
def test_a_number_is_of_the_time_of_its_own_clause(text, value, day):
    assert next(c for c in numbers(text) if c.value == value).as_of == day


def test_a_number_is_not_of_the_time_of_one_that_it_follows():
    made = numbers("Crews logged 90 fires in 2023, up from 50 the year before, and 12 floods.")
    assert {c.value: c.as_of for c in made}[50] == "2022"
    assert {c.value: c.as_of for c in made}[12] != "2022"


VAGUE = [
    ("Nearly all of the orchards froze.", "nearly all"),
    ("The vast majority of nurses agreed.", "the vast majority"),
    ("Most were from the hills.", "most"),
]


@pytest.mark.parametrize(("text", "words"), VAGUE)
def test_a_part_in_words_is_a_count(text, words):
    assert [c.value for c in numbers(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "“Salt Road”, a film made last year, tells of it.",
        "Her novel, “The Last Tram”, sold well.",
    ],
)
def test_the_title_of_a_work_is_nobodys_words(text):
    assert not [c for c in claims(text).claims if c.kind is Kind.QUOTATION]
