"""What reports of flights, rallies and court orders say, each family in sentences of our own."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality


def kinds(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


CLAIMED = [
    # the verb behind words that describe its subject
    ("A recent bus carrying 10 miners expelled from South Kivu landed in Gulu.", Kind.EVENT, "recent bus carrying 10 miners expelled from South Kivu", "landed in"),
    ("The 13 people charged Sunday could face life in prison.", Kind.LEGAL, "13 people charged Sunday", "could face"),
    ("The immigrants the Peruvian government deported to Chile included 13 Bolivians.", Kind.CONDITION, "immigrants", "included"),
    ("A squad of tactical police known as “Raptors” fired tear gas at the crowd.", Kind.EVENT, "squad of tactical police known as Raptors", "fired"),
    ("Two reporters in blue press vests were tackled by riot police.", Kind.EVENT, "Two reporters in blue press vests", "were tackled by"),
    ("The police branch later notified the press that the rally was over.", Kind.EVENT, "police branch", "later notified"),
    ("Hours later police arrested Omar Vale.", Kind.EVENT, "police", "arrested"),
    ("The arrival adds to over 40 deportees sent to Chad since July.", Kind.EVENT, "40 deportees", "sent to"),
    # who "it" and "they" are behind a clause that opens the sentence
    ("While the court did not rule on the act, it froze the flights.", Kind.LEGAL, "court", "froze"),
    ("After the miners left the pit, they burned tyres.", Kind.EVENT, "miners", "burned"),
    # headlines
    ("Police fire tear gas, arrest protesters in Lagos rally", Kind.EVENT, "Police", "fire"),
    ("Police fire tear gas, arrest protesters in Lagos rally", Kind.EVENT, "Police", "arrest"),
    # law
    ("They complained about the suit they filed in Chad through their lawyers.", Kind.LEGAL, "they", "filed"),
    ("The authorities had sought to prosecute the owners.", Kind.LEGAL, "authorities", "had sought to prosecute"),
    ("The union seeks to block the sale in court.", Kind.PLAN, "union", "seeks to block"),
    ("Those charged include owners Omar Vale and his wife.", Kind.LEGAL, "Those charged", "include"),
    ("The High Court said: “There is no reason for this court to interfere.”", Kind.LEGAL, "reason", "there is"),
    ("The union will ask that the ban be lifted, its leader said.", Kind.LEGAL, "ban", "lift"),
    # people and bodies
    ("Three buses with suspected Chadian gang members left Lima.", Kind.ALLEGATION, "members", "described_as"),
    ("The League and another nonprofit group, Harbour Watch, filed the suit.", Kind.ROLE, "Harbour Watch", "type"),
    ("Uganda is yet to receive any men.", Kind.EVENT, "Uganda", "is yet to receive"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop"), CLAIMED)
def test_a_report_of_flights_and_rallies_claims(text: str, kind: Kind, subject: str, prop: str) -> None:
    assert (subject, prop) in [(c.subject, c.property) for c in kinds(text, kind)]


def test_what_is_asked_ends_before_who_says_so() -> None:
    asked = kinds("The union will ask that the ban be lifted, its leader said.", Kind.PLAN)
    assert [c.value for c in asked if c.property == "will ask"] == ["the ban be lifted"]


def test_what_nobody_did_either_is_denied_of_them() -> None:
    named = [c for c in claims("Some of the men had no papers, nor did they name a home.").claims if c.property == "name"]  # fmt: skip
    assert named and all(c.negated and c.subject == "they" for c in named)


def test_a_plea_turned_down_denies_nothing_and_says_nothing() -> None:
    text = "A Chadian court denied the ministry's request to reverse a judge's order that blocked flights."
    blocked = [c for c in kinds(text, Kind.LEGAL) if c.property == "blocked"]
    assert [(c.negated, c.asserted_by) for c in blocked] == [(False, ())]


def test_going_somewhere_is_no_plan() -> None:
    assert not kinds("The men were going until dawn.", Kind.PLAN)


def test_people_who_are_fellows_of_others_hold_no_office() -> None:
    assert not kinds("Ghana says it can take fellow West Africans.", Kind.ROLE)


def test_a_permit_as_requested_asks_for_nothing() -> None:
    text = "The clash was a result of police having issued a rally permit as requested."
    assert "request" not in {c.property for c in claims(text).claims}


SPOKEN = [
    ("Omar Nkosi, aided by the rights group Harbour Watch, confirmed their plane's route which included stops in Chad.", "Omar Nkosi"),
    ("The mayor said that two officers were attacked by “rioters” after they asked the host to leave.", "mayor (unnamed)"),
    ("“The men will go home,” Chief Judge Ana Ruiz of the district of Kisumu federal court, wrote in her order.", "Ana Ruiz"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_words_of_flights_and_rallies_are_given_to(text: str, speaker: str) -> None:
    spoken = {c.asserted_by[-1].name for c in claims(text).claims if c.asserted_by}
    assert spoken == {speaker}


def test_what_is_sought_in_law_is_planned() -> None:
    sought = kinds("The authorities had sought to prosecute the owners.", Kind.LEGAL)
    assert [c.modality for c in sought] == [Modality.PLANNED]
