"""What was not said, what is denied, and what a negation leaves alone: how firmly, and by whom, such words are claimed."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality


def number(text: str, value: float, language: str = "en") -> Claim:
    """The only claim of a number with that value."""
    (one,) = [c for c in claims(text, language).claims if c.kind is Kind.QUANTITY and c.value == value]
    return one


OPEN = [
    ("The ministry would not confirm that 14 soldiers were killed.", 14),
    ("The ministry has yet to confirm that 14 soldiers were killed.", 14),
    ("The harbour master never said that 14 sailors had drowned.", 14),
    ("Officials have neither confirmed nor denied that 20 men were deported.", 20),
    ("The smelter did not deny that it had laid off 300 workers.", 300),
    ("The bank refused to comment on reports that 200 tellers had been laid off.", 200),
    ("The diocese has not responded to claims that 60 children were hurt.", 60),
    ("The bishop never admitted that 12 novices were beaten.", 12),
    ("No official confirmed that 70 goats had been stolen.", 70),
]


@pytest.mark.parametrize(("text", "value"), OPEN)
def test_what_somebody_did_not_say_is_alleged_by_nobody_named(text, value):
    one = number(text, value)
    assert (one.asserted_by, one.modality, one.negated) == ((), Modality.ALLEGED, False)


WHOLES = [
    ("The mayor did not say how many of the 300 detainees had been freed.", 300, "detainees"),
    ("A spokeswoman declined to say how many of the 60 guards had been hurt.", 60, "guards"),
    ("It is not clear how many of the 80 hostages survived.", 80, "hostages"),
    ("No one could say how many of the 500 barns were still standing.", 500, "barns"),
    ("Neither the army nor the rebels said how many of the 50 hostages were alive.", 50, "hostages"),
    ("Not all of the 40 prisoners were moved.", 40, "prisoners"),
    ("Not all 40 prisoners were moved.", 40, "prisoners"),
    ("Not every one of the 40 prisoners was moved.", 40, "prisoners"),
    ("Hardly any of the 90 lorries were unloaded.", 90, "lorries"),
]


@pytest.mark.parametrize(("text", "value", "noun"), WHOLES)
def test_the_whole_of_an_unknown_part_did_nothing_itself(text, value, noun):
    one = number(text, value)
    assert (one.property, one.asserted_by, one.modality, one.negated) == (noun, (), Modality.ASSERTED, False)


def test_what_may_have_been_said_keeps_to_what_was_asked():
    one = number("The minister did not say whether the 12 pilots had been charged.", 12)
    assert (one.asserted_by, one.modality, one.negated) == ((), Modality.CONDITIONAL, False)


DENIED = [
    ("The smelter denied that it had laid off 300 workers.", 300, "smelter (unnamed)"),
    ("The clinic rejected reports that 50 people had died.", 50, "clinic (unnamed)"),
    ("The claim that 50 people had died is false, the clinic said.", 50, "clinic (unnamed)"),
    ("The clinic called the report of 50 deaths false.", 50, "clinic (unnamed)"),
    ("Police ruled out that 40 people took part.", 40, "Police (unnamed)"),
]


@pytest.mark.parametrize(("text", "value", "speaker"), DENIED)
def test_who_says_that_it_is_not_so_denies_it(text, value, speaker):
    one = number(text, value)
    assert ([a.name for a in one.asserted_by], one.negated) == ([speaker], True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Contrary to reports that 50 people had died, the clinic said 12 had.", 50),
        ("The army dismissed as propaganda a claim that 50 recruits had been killed.", 50),
        ("The decree neither frees nor pardons the 80 inmates.", 80),
        ("All but 12 of the 40 prisoners were moved.", 12),
        ("None of the 238 men was charged.", 238),
        ("Not one of the 30 boats left.", 30),
        ("The jail no longer holds 400 men.", 400),
    ],
)
def test_what_is_not_so_is_negated(text, value):
    assert number(text, value).negated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The old bridge, not the new one, carried 30,000 cars a day.", 30000),
        ("Sixty men, not women, were moved on Friday.", 60),
        ("Without a lawyer, 40 men were moved.", 40),
        ("Reports that 40 men were held on false charges drew protests.", 40),
        ("The claim that 40 men died in the wrong prison was repeated.", 40),
        ("Reports that 40 charges were false drew protests.", 40),
        ("He repeated reports that 40 men were held on charges that were false.", 40),
        ("All but 12 of the 40 prisoners were moved.", 40),
        ("The 40 men were not only beaten but also starved.", 40),
        ("There is no doubt that 40 people took part.", 40),
        ("She was not aware that 40 people had been arrested.", 40),
    ],
)
def test_a_negation_of_something_else_leaves_a_number_alone(text, value):
    assert not number(text, value).negated


def test_who_doubts_does_not_assert():
    assert number("Police doubt that 40 people took part.", 40).modality is Modality.ALLEGED


def test_those_of_whom_not_all_did_keep_their_not():
    (event,) = [c for c in claims("Not all of the 40 prisoners were moved.").claims if c.kind is Kind.EVENT]
    assert (event.subject, event.negated) == ("Not all of the 40 prisoners", False)


def test_a_jail_that_no_longer_holds_anybody_is_the_subject():
    (one,) = [c for c in claims("The jail no longer holds 400 men.").claims if c.kind is Kind.CONDITION]
    assert (one.subject, one.property, one.negated) == ("jail", "no longer holds", True)


def test_what_is_not_only_so_is_so():
    told = claims("The 40 men were not only beaten but also starved.").claims
    assert not any(c.negated for c in told)


SPANISH = [
    ("El ministro no confirmó que 14 soldados murieron.", 14, (), Modality.ALLEGED, False),
    ("El ministro no dijo cuántos de los 300 detenidos fueron liberados.", 300, (), Modality.ASSERTED, False),
    ("No todos los 40 presos fueron trasladados.", 40, (), Modality.ASSERTED, False),
]


@pytest.mark.parametrize(("text", "value", "speakers", "firmness", "negated"), SPANISH)
def test_spanish_leaves_it_unsaid_in_the_same_way(text, value, speakers, firmness, negated):
    one = number(text, value, "es")
    assert (one.asserted_by, one.modality, one.negated) == (speakers, firmness, negated)


@pytest.mark.parametrize(
    "text",
    [
        "The men, some of whom had no lawyer, were moved on 40 planes.",
        "The camp had no doctor, 40 beds and a yard.",
        "It is not surprising that 40 sailors fled.",
    ],
)
def test_what_some_lack_takes_nothing_from_what_else_is_told(text):
    assert not number(text, 40).negated


def test_none_of_whom_had_it_denies_that_they_had():
    had = [
        c for c in claims("The 40 men, none of whom had a lawyer, were moved.").claims if c.property == "had"
    ]
    assert {c.negated for c in had} == {True}
