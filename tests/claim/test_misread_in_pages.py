"""Readings that real pages led astray, each told in sentences of our own."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality


def kinds(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The settlements in the valley hold 4,000 people.", False),
        ("Farmers came back to the settlement in May.", False),
        ("The city reached a settlement with the families for $4 million.", True),
    ],
)
def test_a_settlement_where_people_live_is_no_agreement(text, made):
    assert bool(kinds(text, Kind.AGREEMENT)) is made


@pytest.mark.parametrize(
    "text",
    [
        "The mayor is under fire for failing to deliver on a vow, made in May, that 40 buses would run.",
        "The report, which faults her for refusing to act, says that 40 buses stood idle.",
    ],
)
def test_failing_to_do_something_denies_nothing_else(text):
    assert [c.negated for c in kinds(text, Kind.QUANTITY) if c.value == 40] == [False]


def test_what_is_given_a_name_says_nothing():
    made = claims("The party later went back to the name “Red Harbour Press”.")
    assert [u.reason for u in made.unclaimed] == ["a name or title"]


def test_a_decision_to_no_longer_do_something_is_nobody_who_speaks():
    text = "Osteria was criticised for its decision to no longer consider the huts illegal, while its premier cheered on the “historic” step."
    assert [c.asserted_by for c in kinds(text, Kind.QUOTATION)] != []
    assert not any("decision" in a.name for c in claims(text).claims for a in c.asserted_by)


def test_a_quotation_behind_what_somebody_said_is_theirs():
    text = (
        "“The huts are legal,” said Avi Lind, a lawyer in Osteria.\n"
        "Erekat said it was the latest move by the army to push farmers out.\n"
        "“They wanted us on our knees. We will stay.”"
    )
    assert [c.asserted_by[-1].name for c in kinds(text, Kind.QUOTATION)] == ["Avi Lind", "Erekat"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In October, Ana Ruiz, the mayor, visited the camp and freed two boys.", "Ana Ruiz"),
        ("In October the mayor, Ana Ruiz, visited the camp and freed two boys.", "Ana Ruiz"),
        ("On Friday, the army, backed by jets, seized the town and freed two boys.", "army"),
        ("When the fire broke out, the mayor, Ana Ruiz, called the army.", "Ana Ruiz"),
        ("In October, Rep. Ana Ruiz, D-Minn., visited the camp and spoke to two boys.", "Ana Ruiz"),
        ("In May, the camp, struck by floods and fires, burned.", "camp"),
    ],
)
def test_a_subject_waits_for_its_verb_behind_what_opens_the_sentence(text, subject):
    done = [
        c for c in kinds(text, Kind.EVENT) if c.property.split()[0] in {"visited", "seized", "called", "burn"}
    ]
    assert [c.subject for c in done] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "It is alleged that the guards beat 40 men.",
        "It was said that 40 men had died.",
        "It has been claimed that 40 men had died.",
        "It is alleged the guards beat 40 men.",
    ],
)
def test_what_it_is_said_that_happened_is_alleged(text):
    assert [c.modality for c in kinds(text, Kind.QUANTITY)] == [Modality.ALLEGED]


def test_a_party_and_a_state_are_no_names():
    made = kinds(
        "In October, Sen. Ana Ruiz, D-Minn., and Rep. Omar Diallo (R-Texas) voted for it.", Kind.ROLE
    )
    assert {c.subject for c in made} == {"Ana Ruiz", "Omar Diallo"}


@pytest.mark.parametrize("verb", ["sided with the port", "agreed with the port", "put the sale on hold"])
def test_an_appeals_court_appeals_against_nothing(verb):
    (legal,) = kinds(f"The appeals court {verb}.", Kind.LEGAL)
    assert legal.subject == "appeals court"
