"""Rows told "respectively", others of the same, sizes of changes, and numbers behind adjectives, brackets and their noun."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def found(text, value):
    made = [c for c in claims(text).claims if c.kind is Kind.QUANTITY and not isinstance(c.value, str)]
    return next(c for c in made if abs(float(c.value) - value) < 0.01)


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("The mill earned 35 and 20 euros in 2010 and 2009 respectively.", 35, "2010"),
        ("The mill earned 35 and 20 euros in 2010 and 2009 respectively.", 20, "2009"),
        ("The count of boats lost in 2020 was over double the year before.", 2, "2020"),
    ],
)
def test_each_of_a_row_has_its_own_time(text, value, when):
    assert found(text, value).as_of == when


TOLD = [
    ("Storms killed 14 and 9 goats in Oslo and Bergen respectively.", 14, "Oslo"),
    ("Storms killed 14 and 9 goats in Oslo and Bergen respectively.", 9, "Bergen"),
    ("More than 1,200 barns fell, and 21,000 others were damaged.", 21_000, "barns"),
    ("They had a projected £20m loss.", 20_000_000, "loss"),
    ("The tug was crossing the 100-mile (160-kilometer) strait.", 160, "strait"),
    ("A storm hit the isle, with gusts up to 40 mph and waves up to 12 feet.", 40, "gusts"),
    ("A storm hit the isle, with gusts up to 40 mph and waves up to 12 feet.", 12, "waves"),
    ("About 300 teachers walked out. All but six went back on Tuesday.", 6, "teachers"),
    ("More than 300 would-be sailors came to Ostend.", 300, "would be sailors"),
]


@pytest.mark.parametrize(("text", "value", "subject"), TOLD)
def test_a_number_is_of_the_thing_beside_it(text, value, subject):
    assert found(text, value).subject == subject


def test_the_size_of_a_change_in_money_is_no_level():
    one = found("The reform has led to an increase of unpaid bills by a whopping $3 billion.", 3e9)
    assert one.property == "increase (unpaid bills)"


def test_one_who_is_killed_is_counted():
    assert found("Raiders attacked villagers, killing one, and injuring 70.", 1).property == "deaths"


@pytest.mark.parametrize(
    ("text", "value", "speakers"),
    [
        ("Raiders attacked villagers, killing one, and injuring 70.", 70, []),
        ("The port lost more than 16 cranes last year, writes Hanna Mills.", 16, []),
        ("The senator attacked the ruling, saying 40 firms had closed.", 40, ["senator (unnamed)"]),
    ],
)
def test_who_strikes_or_writes_the_report_says_nothing(text, value, speakers):
    assert [a.name for a in found(text, value).asserted_by] == speakers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The plane searched some 22,500 sq. kilometers of sea.", 22_500, "square kilometers"),
        ("The plane searched 586 square nautical miles.", 586, "square nautical miles"),
    ],
)
def test_an_area_is_known_by_its_short_and_its_rare_names(text, value, unit):
    assert found(text, value).unit == unit


@pytest.mark.parametrize(
    ("text", "value", "subject", "property_"),
    [
        ("These are the first two cases among the state's roughly 94,000 nurses.", 94_000, "state", "nurses"),
        (
            "The singers came on two separate chartered flights.",
            2,
            "singers",
            "came separate chartered flights",
        ),
        (
            'The mayor announced a grant of $7 million and a "town garden duty" of $11 million.',
            11e6,
            "mayor",
            "garden duty",
        ),
    ],
)
def test_a_whole_an_adjective_and_words_in_marks(text, value, subject, property_):
    one = found(text, value)
    assert (one.subject, one.property) == (subject, property_)


def test_one_of_every_three_is_a_third():
    assert (
        round(found("At 18 mills — roughly one of every three — work has stopped.", 1 / 3).value, 2) == 0.33
    )


def test_a_time_behind_that_dates_what_follows():
    one = found("Readers may remember that last year, over 40 goats were sold.", 40)
    assert one.as_of == "2024"


@pytest.mark.parametrize(
    ("text", "value", "property_"),
    [
        ("Both must serve another imprisonment of eight months unless they pay.", 8, "sentence length"),
        ("The court upheld the 40-year sentence of a guard.", 40, "sentence length"),
    ],
)
def test_a_length_of_time_is_of_the_penalty_before_it(text, value, property_):
    assert found(text, value).property == property_


def test_what_is_overspent_has_somebody_who_overspent_it():
    assert found("Mayors overspent their budgets by more than £1.6m.", 1_600_000).subject == "Mayors"


@pytest.mark.parametrize(
    ("text", "value", "speakers"),
    [
        ("Bo Ek, who denies the theft, has been away for seven years.", 7, []),
        (
            "The commission on farms and mills found that 9 wells are dry.",
            9,
            ["commission on farms and mills"],
        ),
        ("Officials in Lima and Bogota said 40 goats died.", 40, ["Officials in Lima and Bogota"]),
        ("The mayor spoke with Ana Vega and Bo Ek said 40 goats died.", 40, ["Bo Ek"]),
    ],
)
def test_who_says_so_is_the_whole_subject_and_no_more_than_its_clause(text, value, speakers):
    heard = [a.name.removesuffix(" (unnamed)") for a in found(text, value).asserted_by]
    assert len(heard) == len(speakers)
    assert all(name.lower() in whole.lower() for name, whole in zip(heard, speakers, strict=True))
    assert not {"mills", "Bogota"} & set(heard)
