"""Numbers bound to a noun by a hyphen, ages before a name, and clauses that end right before the verb of their noun."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def found(text, value):
    return next(c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value)


BOUND = [
    ("The 90-foot, flat-bottomed dredger capsized off Macau on Friday.", 90, "dredger"),
    ("Crews raised the 90-metre, steel-hulled barge on Monday.", 90, "barge"),
    ("Two 40-foot shipping containers were found in Tema.", 40, "shipping containers"),
    ("The 300-kilogram, wood-burning stove was delivered to the clinic.", 300, "stove"),
    ("She runs a 60-bed, privately owned clinic in Ica.", 60, "clinic"),
    ("The 300-seat, wood-panelled courtroom was full.", 300, "courtroom"),
    ("They crossed a 12-kilometre-long, unlit tunnel.", 12, "unlit tunnel"),
    ("A two-day, nationwide strike began.", 2, "nationwide strike"),
    ("He got a $5 million low-income grant.", 5_000_000, "low-income grant"),
    ("The 40-metre, two-engine trawler Sea Hope left Dakar.", 40, "trawler Sea Hope"),
    ("Divers searched for the sailors 80 feet below.", 80, "sailors"),
    ("The dredger sailed with more than twice its maximum licensed capacity of 65.", 65, "dredger"),
]


@pytest.mark.parametrize(("text", "value", "subject"), BOUND)
def test_a_measure_is_of_the_noun_that_it_is_bound_to(text, value, subject):
    assert found(text, value).subject == subject


@pytest.mark.parametrize(
    ("text", "value", "who"),
    [
        ("The skipper, 47-year-old Juma Ali, was arrested.", 47, "Juma Ali"),
        ("His lawyer, 61-year-old Greta Holm, was barred.", 61, "Greta Holm"),
    ],
)
def test_an_age_is_of_the_one_whose_name_follows(text, value, who):
    assert found(text, value).subject == who


@pytest.mark.parametrize(
    ("text", "value", "subject", "speaker"),
    [
        ("A weaver whose loom was burned said 40 families had left.", 40, "families", "weaver (unnamed)"),
        ("A nurse who had been held told reporters that 12 cooks fell ill.", 12, "cooks", "nurse (unnamed)"),
        ("According to the ministry 700 teachers were hired.", 700, "teachers", None),
    ],
)
def test_a_clause_ends_before_the_verb_of_the_noun_it_hangs_on(text, value, subject, speaker):
    one = found(text, value)
    assert one.subject == subject
    if speaker is not None:
        assert [a.name for a in one.asserted_by] == [speaker]


def test_who_is_warned_against_something_holds_no_office_of_it():
    text = "A clerk warned the captain against overloading the dredger, Omar Bello said."
    assert not [c for c in claims(text).claims if c.kind is Kind.ROLE]
