"""How people and places are described, each description a claim of its own."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality


def of(kind: Kind, text: str) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


PEOPLE = [
    ("Soldiers detained twelve alleged smugglers near the river.", "alleged smugglers", Modality.ALLEGED),
    ("The ministry deported violent criminals.", "violent criminals", Modality.ASSERTED),
    ("Police questioned suspected gang members.", "suspected gang members", Modality.ALLEGED),
    ("The army freed innocent civilians.", "innocent civilians", Modality.ASSERTED),
    ("The zoo banned aggressive men who frighten the animals.", "frighten the animals", Modality.ASSERTED),
]


@pytest.mark.parametrize(("text", "value", "modality"), PEOPLE)
def test_a_description_of_people_is_an_allegation(text: str, value: str, modality: Modality) -> None:
    made = [c for c in of(Kind.ALLEGATION, text) if c.property == "described_as"]
    assert [(value in str(c.value), c.modality) for c in made] == [(True, modality)]


PLAIN = [
    "Three young men waved.",
    "Local residents met the mayor.",
    "The board members met.",
    "Members of the city council met.",
    "Members of Parliament are divided.",
    "Several people left.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_for_people_describe_nothing(text: str) -> None:
    assert [c for c in of(Kind.ALLEGATION, text) if c.property == "described_as"] == []


def test_a_bond_is_a_claim_beside_the_description() -> None:
    made = of(Kind.ALLEGATION, "Police held convicted thieves and two men with ties to violent clans.")
    assert any("ties to" in c.property and "violent clans" in str(c.value) for c in made)


def test_where_people_come_from_is_claimed() -> None:
    made = of(Kind.ALLEGATION, "The army held undocumented migrants, mostly from Chad, for weeks.")
    assert any(c.property == "nationality" and "Chad" in str(c.value) for c in made)


PLACES = [
    ("They were taken to a maximum-security prison in the hills.", "maximum-security prison"),
    ("The sprawling camp closed in May.", "sprawling camp"),
    ("Reporters entered the notorious jail.", "notorious jail"),
]


@pytest.mark.parametrize(("text", "value"), PLACES)
def test_the_adjectives_of_a_place_are_a_condition(text: str, value: str) -> None:
    made = [c for c in of(Kind.CONDITION, text) if c.property == "described_as"]
    assert [str(c.value) for c in made] == [value]
