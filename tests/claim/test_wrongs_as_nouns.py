"""Wrongs told of as nouns, criticism by its nouns, requests refused, and forms of verbs that are nouns."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind

K = Kind


def made(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


CASES = [
    # A wrong with whom it was done to, by whom or where
    (
        "The charity cited torture inflicted on two fishermen.",
        K.ALLEGATION,
        "alleged",
        "inflicted on two fishermen",
    ),
    (
        "Rights groups list looting and extortion by soldiers in Mopti.",
        K.ALLEGATION,
        "alleged",
        "by soldiers",
    ),
    (
        "The envoy named the persecution of Copts as a reason.",
        K.ALLEGATION,
        "alleged",
        "persecution of Copts",
    ),
    # Criticism in a noun, alarm in a noun
    (
        "The auditor will give a scathing verdict on the port.",
        K.ALLEGATION,
        "criticism",
        "verdict on the port",
    ),
    ("The union voiced dismay at the sale of the mill.", K.ALLEGATION, "voiced", "dismay at the sale"),
    ("Nurses raised concerns about the new wing.", K.ALLEGATION, "raised", "about the new wing"),
    ("The convoys put thousands of herders at risk, the charity said.", K.ALLEGATION, "put", "at risk"),
    ("The hall is not suitable for children, Ana Vega said.", K.ALLEGATION, "is", "not suitable"),
    (
        '"They are robbing farmers and filling the river with mud," Ana Vega said.',
        K.ALLEGATION,
        "filling",
        "mud",
    ),
    # What is asked of a court and refused
    ("The motion for a new trial was denied.", K.LEGAL, "deny", "was denied"),
    # Forms of verbs that are nouns
    (
        "The road closed after a state appeals court refused to hear the firm.",
        K.LEGAL,
        "refused to hear",
        "the firm",
    ),
    ("The union said the murky deals that allow the flights are cheap.", K.AGREEMENT, "are", "cheap"),
    (
        "Pens, cups and leads for radios were confiscated from inmates.",
        K.CONDITION,
        "confiscated from",
        "inmates",
    ),
    ("The bid to cut the subsidies hit a legal snag on Friday.", K.LEGAL, "hit", "a legal snag"),
    # What a participle behind a name tells of the noun that opens the sentence
    (
        "The pact with Malta, signed by Omar Bello, aims to move the crews.",
        K.AGREEMENT,
        "signed by",
        "Omar Bello",
    ),
    # Offices
    ("Ana Vega worked for the harbour board as a consultant.", K.ROLE, "worked for", "as a consultant"),
    ("In May, a Chadian army spokesman, Omar Bello, said it was over.", K.ROLE, "is", "army spokesman"),
]


@pytest.mark.parametrize(("text", "kind", "prop", "value"), CASES)
def test_told(text: str, kind: Kind, prop: str, value: str) -> None:
    assert any(prop in c.property and value in c.value for c in made(text, kind))


ABSENT = [
    # What is worked against is no charge, and a noun beside another none either
    ("The agency campaigns against torture in jails.", K.ALLEGATION, "alleged"),
    ("A court heard the fraud case in Lagos.", K.ALLEGATION, "alleged"),
    ("The law aims to prevent trafficking in women.", K.ALLEGATION, "alleged"),
    # A request that is refused accuses nobody
    ("The motion for a new trial was denied.", K.ALLEGATION, "deny"),
    # What something is measured by tells nothing of its own
    ("They took 40 men, more than has been reported of Malta.", K.EVENT, "has been reported"),
    # The language of a paper is no body
    ("Omar Bello of the Urdu-language daily spoke.", K.ROLE, "affiliated"),
]


@pytest.mark.parametrize(("text", "kind", "prop"), ABSENT)
def test_not_told(text: str, kind: Kind, prop: str) -> None:
    assert not any(prop in c.property for c in made(text, kind))


def test_the_noun_of_a_sentence_keeps_its_verb() -> None:
    text = "The pact with Malta, signed by Omar Bello, aims to move the crews."
    assert any(c.subject.endswith("pact with Malta") and "aims" in c.property for c in claims(text).claims)
