"""What somebody recounts, a picture shows, a body is said not to have done; asides inside a verb; who a group is."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, claims

from habeas.model.claim import BAR, Kind

K = Kind
CASES = [
    # Recounted and shown
    ("Survivors told of being raped by raiders.", K.ALLEGATION, "Survivors", "told of", "being raped"),
    ("Former inmates of Corran recounted beatings.", K.ALLEGATION, "inmates", "recounted", "beatings"),
    ("The footage shows officers kicking a prisoner.", K.ALLEGATION, "officers", "kicking", "a prisoner"),
    ("Images appeared to show guards hitting prisoners.", K.ALLEGATION, "guards", "hitting", "prisoners"),
    # What a body did not do, on somebody's word
    ("Police did not fire a shot in Arica, the mayor said.", K.ALLEGATION, "Police", "did not fire", "a shot"),
    ("This amounts to interference in the vote, Ana Vega said.", K.ALLEGATION, "This", "amounts", "interference"),
    # Asides inside a verb
    ("Brandt would, his aide said, urge nurses to stay.", K.PLAN, "Brandt", "would urge", "nurses to stay"),
    ("The dam may, engineers warn, burst.", K.PLAN, "dam", "burst", "may burst"),
    # Participles beside a subject, and verbs behind them
    ("The clinic, located north of Riga, reportedly houses 90 men.", K.CONDITION, "clinic", "located", "north of Riga"),
    ("The chief said harbour forces were not in possession of guns.", K.CONDITION, "harbour forces", "were", "guns"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_what_is_recounted_denied_or_put_apart_is_claimed(text, kind, subject, prop, value) -> None:
    assert_claimed(text, kind, subject, prop, value)


SLIGHT = [
    "Gunmen stormed the school.",
    "The army feeds vulnerable refugees.",
    "Divers rescued the marooned people.",
    "The list includes three ferries.",
]


@pytest.mark.parametrize("text", SLIGHT)
def test_what_nobody_would_dispute_is_set_apart(text: str) -> None:
    assert [c for c in claims(text).claims if c.kind is not K.QUANTITY and c.confidence >= BAR] == []


FIRM = [
    ("Police held violent men.", "violent men"),
    ("The mayor said gunmen stormed the school.", "gunmen"),
    ("She is a convicted criminal.", "convicted criminal"),
]


@pytest.mark.parametrize(("text", "value"), FIRM)
def test_what_somebody_could_dispute_is_firm(text: str, value: str) -> None:
    assert value in [
        c.value for c in claims(text).claims if c.property == "described_as" and c.confidence >= BAR
    ]


UNSAID = [
    "The navy denies torturing detainees.",
    "They were charged with smuggling people.",
    "Keeping men there was unconstitutional and illegal.",
    "He had no pending criminal or tax matters.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_an_act_and_a_judgement_describe_nobody(text: str) -> None:
    assert "described_as" not in {c.property for c in claims(text).claims}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The agency kept no list, nor has it named the guards.", "nor has it named the guards"),
        ("She was not charged, nor was she told why.", "nor was she told why"),
        ("They saw no lawyer, nor were they given a hearing.", "nor were they given a hearing"),
        ("He did not reply, nor did he call the clerk.", "nor did he call the clerk"),
    ],
)
def test_what_nor_denies_is_denied_in_its_own_words(text, words):
    found = [c for c in claims(text).claims if c.quote == words]
    assert found
    assert all(c.negated for c in found)
