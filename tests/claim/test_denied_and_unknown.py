"""What is denied, not known or admitted, wrongs that are told of as things, and papers that say it."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    ("Police have denied holding Omar Bello.", K.ALLEGATION, "Police", "have denied holding", "Omar Bello"),
    ("The cook admitted the soup was cold.", K.ALLEGATION, "cook", "admitted", "the soup was cold"),
    ("Omar Bello said many of them did not know why they were held.", K.CONDITION, "many", "did not know", "why"),
    ("The torture included burning, beatings and electric shocks.", K.ALLEGATION, "torture", "included", "burning"),
    ("Ana Vega said the Port Office was starved of funds by ministers.", K.ALLEGATION, "Port Office",
     "was starved of", "funds by ministers"),
    ("Ana Vega said the nurses were not allowed to do it.", K.EVENT, "nurses", "allowed", ""),
    ("Omar Bello appeared before the harbour committee on Monday.", K.EVENT, "Omar Bello", "appeared before",
     "harbour committee"),
    ("The union had no comment on the fire.", K.EVENT, "union", "had", "no comment"),
    ("Ana Vega declined to say how many cooks had left.", K.EVENT, "Ana Vega", "declined to say", "how many"),
    ("His driver was unharmed.", K.CONDITION, "driver", "was", "unharmed"),
    ("Ana Vega has long publicly opposed the mayor, and is a critic of the army.", K.EVENT, "Ana Vega", "opposed",
     "the mayor"),
    ("Ana Vega has long publicly opposed the mayor, and is a critic of the army.", K.ROLE, "Ana Vega", "is",
     "a critic of the army"),
    ("They were all caught and detained by guards.", K.EVENT, "they", "caught", ""),
    ("They were caught and held at army bases.", K.CONDITION, "they", "held at", "army bases"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    assert_claimed(text, kind, subject, prop, value)


SPEAKERS = [
    ("Omar Bello's sister filed a complaint that said eight men had taken him away.", "taken", "complaint (unnamed)"),
    ("For days, they say they were locked inside a hall.", "locked", "they (unnamed)"),
    ("Police have denied holding Omar Bello.", "holding", "Police (unnamed)"),
    # who holds somebody says nothing of it
    ("Nearly 300 cooks, all flown in from Chad, were held there by Zambian guards who agreed to feed them.",
     "flown", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_a_claim_is_of_whoever_makes_it(text: str, word: str, speaker: str | None) -> None:
    kinds = (K.ALLEGATION, K.CONDITION, K.EVENT)
    made = [c for c in claims(text).claims if c.kind in kinds and word in f"{c.property} {c.value}"]
    assert made
    said = {c.asserted_by[-1].name if c.asserted_by else None for c in made}
    assert speaker in said, said
