"""What people are sure of, who speaks whatever is said about them in between, and what is found out, used or suffered."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, assert_not_claimed, claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    ("The camp has no water and has leaking tents, the union said.", K.CONDITION, "camp", "has", "leaking tents"),
    ("Oscar Vega called his wife on Monday. He struggled with the cold.", K.CONDITION, "Oscar Vega", "struggled with",
     "cold"),
    ("Ana Vega said her husband was infected.", K.CONDITION, "husband", "was infected", ""),
    ("Omar Bello said he was the victim of a plot.", K.ALLEGATION, "Omar Bello", "was", "the victim of a plot"),
    ("The Port Office found that the navy underreported deaths by freeing the sick.", K.ALLEGATION, "navy",
     "underreported", "deaths"),
    ("The navy has been using a loophole to hide deaths.", K.ALLEGATION, "navy", "using", "a loophole"),
    ("Omar Bello had been held since 2018, and was detained for illegal re-entry into Chad.", K.ALLEGATION,
     "Omar Bello", "detained for", "illegal re-entry"),
    ("Claims that guards beat two men have spread.", K.ALLEGATION, "guards", "beat", "two men"),
    ("He read reports of torture.", K.ALLEGATION, "reports", "reports of", "torture"),
    ("“They have no evidence,” Ana Vega said.", K.ALLEGATION, "they", "have", "no evidence"),
    ("Omar Bello, who represents the detained leader of the northern port workers' union, left.", K.ROLE,
     "Omar Bello", "represents", "detained leader"),
    ("The last time his wife, Natia, saw Omar Bello was in May.", K.ROLE, "Natia", "is", "wife"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    assert_claimed(text, kind, subject, prop, value)


NOT = [
    ("Oscar Vega called his wife to say he was ill.", K.ALLEGATION, "Oscar Vega"),
    ("Amnesty International wrote to the town. The committee had let men in.", K.EVENT, "the committee"),
]


@pytest.mark.parametrize(("text", "kind", "subject"), NOT)
def test_it_is_not_claimed(text: str, kind: Kind, subject: str) -> None:
    assert_not_claimed(text, kind, subject)


SPEAKERS = [
    ("Natia Bello is convinced the guards had lied to him.", "lied", "Natia Bello"),
    ("Officials are confident that the guards lied.", "lied", "Officials (unnamed)"),
    ("It is certain that the guards lied.", "lied", None),
    ("Nurses were not aware that the guards lied.", "lied", None),
    ("Omar Bello, who represents the leader of the Port Party, Mubarak Issa, said that guards lied to him.", "lied",
     "Omar Bello"),
    ("The families of some of those who died, as well as nurses and the port union, said guards lied to them.",
     "lied", "families (unnamed)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_a_claim_is_of_whoever_makes_it(text: str, word: str, speaker: str | None) -> None:
    kinds = (K.ALLEGATION, K.CONDITION, K.EVENT)
    made = [c for c in claims(text).claims if c.kind in kinds and word in f"{c.property} {c.value}"]
    assert made
    said = {c.asserted_by[-1].name if c.asserted_by else None for c in made}
    assert speaker in said, said
