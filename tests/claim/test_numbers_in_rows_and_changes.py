"""Rows told "respectively", others of the same, sizes of changes, and numbers behind adjectives, brackets and their noun."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def found(text, value):
    return next(c for c in claims(text).claims if c.kind is Kind.QUANTITY and c.value == value)


@pytest.mark.parametrize(
    ("text", "value", "when"),
    [
        ("The mill earned 35 and 20 euros in 2010 and 2009 respectively.", 35, "2010"),
        ("The mill earned 35 and 20 euros in 2010 and 2009 respectively.", 20, "2009"),
        ("The number of boats that sank in 2020 was more than double the prior year.", 2, "2020"),
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
    ("A storm hit the isle, with winds up to 23 mph and waves up to 9 feet.", 23, "winds"),
    ("A storm hit the isle, with winds up to 23 mph and waves up to 9 feet.", 9, "waves"),
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
