"""Sanctions, terms told a paragraph later, what people suffer, and wrongs that a report tells in its own voice."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, assert_not_claimed, claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    ("Peru slapped sanctions on eight brokers.", K.LEGAL, "Peru", "slapped", "sanctions"),
    ("Canada slapped travel bans and asset freezes on Omar Bello in May.", K.LEGAL, "Canada", "slapped", "travel bans"),
    ("US sanctions eight brokers over vote", K.LEGAL, "United States", "sanctions", "eight brokers"),
    ("The board blacklisted two brokers.", K.LEGAL, "board", "blacklisted", "two brokers"),
    ("US signs deal to help Peru remove migrants", K.AGREEMENT, "United States", "signs", "deal to help"),
    ("Found and freed: Sailors face abuse in camp", K.CONDITION, "Sailors", "face", "abuse in camp"),
    ("Nearly every family has experienced the hardships of exile.", K.CONDITION, "family", "has experienced", "hardships"),
    ("He saw thousands of men piled on top of each other, locked up in halls, and stripped of their dignity.",
     K.CONDITION, "men", "locked up", "halls"),
    ("He saw thousands of men piled on top of each other, locked up in halls with no access to water, and stripped "
     "of their dignity.", K.CONDITION, "men", "stripped of", "dignity"),
    ("Money went to brokers who exploit sailors.", K.ALLEGATION, "brokers", "exploit", "sailors"),
    ("The vote that many towns maintain was rigged is over.", K.ALLEGATION, "vote", "was rigged", ""),
    ("The union said Peru met its pleas with repression.", K.ALLEGATION, "Peru", "met", "repression"),
    ("Peru accused them of a raid on opposition forces after a vote.", K.ALLEGATION, "them", "accused of",
     "opposition forces after a vote"),
    ("The pact was signed in June.\n\nAna Prieto said Chad retains the right to turn back each sailor.",
     K.AGREEMENT, "Chad", "retains", "the right"),
    ("The pact was signed in June.\n\n“Those approved will be taught,” Ana Prieto said. “Those who arrive will be "
     "given tools,” she said.", K.AGREEMENT, "Those who arrive", "will be given", "tools"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    assert_claimed(text, kind, subject, prop, value)


NOT = [
    ("Prison guards strike over pay", K.CONDITION, "Prison"),
    ("The weather will be fine, Ana Prieto said.", K.AGREEMENT, "weather"),
    ("Peru ignored the rain.", K.ALLEGATION, "Peru"),
]


@pytest.mark.parametrize(("text", "kind", "subject"), NOT)
def test_it_is_not_claimed(text: str, kind: Kind, subject: str) -> None:
    assert_not_claimed(text, kind, subject)


def test_a_number_has_the_day_of_the_clause_that_says_which_ones_it_counts() -> None:
    made = [
        c
        for c in claims("They were among 60 sailors who fled Chad on 19 March in two boats.").claims
        if c.value == 60
    ]
    assert [c.as_of for c in made] == ["2025-03-19"]
