"""Names and numbers that fresh pages led astray: branches, owners, portfolios, landforms; courses, currencies and tallies."""

from __future__ import annotations

import pytest
from reading_names import Names

from habeas.mark import mark
from habeas.model.marks import Quantity
from habeas.packs import load_pack
from habeas.read import read_report


def quantities(text: str) -> list[Quantity]:
    return list(mark(read_report("text.txt", text.encode()), load_pack("detention")).quantities)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A report from Unicef Kenya and Save the Children Kenya says so.", "Unicef Kenya"),
        ("A report from Unicef Kenya and Save the Children Kenya says so.", "Save the Children Kenya"),
        ("It is run by Amnesty International Nigeria.", "Amnesty International Nigeria"),
        ("The Prisoners’ Affairs Commission said so.", "Prisoners’ Affairs Commission"),
        ("They live in Cox’s Bazar and wait.", "Cox’s Bazar"),
        (
            "The Peru Tin Makers and Exporters Association (PTMEA) said so.",
            "Peru Tin Makers and Exporters Association",
        ),
        ("The former Minister of Trade and Industry Ana Ruiz said so.", "Ana Ruiz"),
    ],
)
def test_a_name_is_whole(text, name):
    assert name in [e.name for e in Names(text).entities] or name.replace("’", "'") in [
        e.name for e in Names(text).entities
    ]


@pytest.mark.parametrize(
    "text", ["The UN Syria envoy said so in Geneva.", "He told Reuters Havana was calm."]
)
def test_a_body_is_not_joined_to_what_only_follows_it(text):
    assert not {"UN Syria", "Reuters Havana"} & {e.name for e in Names(text).entities}


def test_an_island_is_no_bay():
    names = Names("They were taken to Corran in the Bay of Tamra. The island is small.")
    bay = next(i for i, e in enumerate(names.entities) if e.name == "Bay of Tamra")
    assert all(
        names.text[m.span.start : m.span.end] != "The island" for m in names.mentions if m.entity == bay
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat went down 10 to 20 minutes after it left.", [(10, 20, "minutes", "range")]),
        ("Prices fell 10 to 20 percent.", [(10, 20, "%", "range")]),
        ("Rents rose from 10 to 20 percent.", [(10, None, "%", "exact"), (20, None, "%", "exact")]),
        ("He handed over $5 million.", [(5_000_000, None, "USD", "exact")]),
        ("He paid over $5 million.", [(5_000_000, None, "USD", "more_than")]),
        ("Ferry toll up to 59", [(59, None, None, "exact")]),
        ("The toll may be up to 59.", [(59, None, None, "at_most")]),
        ("The budget is BDT 23 billion.", [(23_000_000_000, None, "BDT", "exact")]),
        ("They paid 3 million Rwandan francs.", [(3_000_000, None, "RWF", "exact")]),
    ],
)
def test_a_number_has_its_bound_and_measure(text, expected):
    assert [(q.value, q.value_max, q.unit, q.comparator.value) for q in quantities(text)] == expected


def test_a_noun_is_what_the_name_between_its_commas_says():
    names = Names("The White House said so. The dock, the Corran Sea Dock, opened in May.")
    dock = next(i for i, e in enumerate(names.entities) if e.name == "Corran Sea Dock")
    assert "The dock" in [names.text[m.span.start : m.span.end] for m in names.mentions if m.entity == dock]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The ministry spent K500 million on maize.", 500_000_000, "kwacha"),
        ("The museum is worth 40 million kwacha.", 40_000_000, "kwacha"),
        ("He owed R1,200 to the shop.", 1200, "ZAR"),
        ("Two banks lent N20bn to the port.", 20_000_000_000, "NGN"),
        ("The P1.5 billion fund feeds goats.", 1_500_000_000, "XXP"),
        ("She was fined Sh50,000 in Kisumu.", 50_000, "shillings"),
        ("The widow got GH¢3,000.", 3000, "GHS"),
        ("The bridge cost 25 million Papua New Guinea kina.", 25_000_000, "PGK"),
        ("A monk paid 300 ngultrum.", 300, "BTN"),
        ("They want 200,000 dinars.", 200_000, "dinars"),
        ("The loan is 700,000 francs.", 700_000, "francs"),
        ("A stamp costs 12 bolivianos.", 12, "BOB"),
    ],
)
def test_the_money_of_every_country_is_known(text, value, unit):
    found = quantities(text)
    assert [(q.value, q.unit) for q in found if q.kind.value == "money"] == [(value, unit)]


@pytest.mark.parametrize("text", ["The N95 mask was sold out.", "A K9 unit found it.", "The Q7 broke down."])
def test_a_letter_before_a_small_number_is_no_money(text):
    assert not quantities(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The club began a one-million-pound (two-million-dollar) appeal.",
            [(1_000_000, "GBP"), (2_000_000, "USD")],
        ),
        ("The fund is for $US210 million.", [(210_000_000, "USD")]),
        ("The farm cost $NZ3 million.", [(3_000_000, "NZD")]),
        ("In the year to May 2023, 31% fewer boats came.", [(31, "%")]),
    ],
)
def test_numbers_bound_and_signed_in_other_ways(text, expected):
    assert [(q.value, q.unit) for q in quantities(text) if q.unit not in (None, "years")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He took a gift of $21,000 (euro15,800).", [(21_000, "USD"), (15_800, "EUR")]),
        ("The mills lost more than pounds 1.6m.", [(1_600_000, "GBP")]),
        ("The Euro 2016 final drew crowds.", []),
    ],
)
def test_a_currency_in_words_before_its_number(text, expected):
    assert [(q.value, q.unit) for q in quantities(text) if q.kind.value == "money"] == expected
