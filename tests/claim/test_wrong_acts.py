"""Acts that are called wrong by the word before them, where people are put, and who it is that speaks."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    ("Port Watch said the army should end the arbitrary and indefinite detention of nurses.", K.ALLEGATION,
     "detention", "described_as", "arbitrary and indefinite detention of nurses"),
    ("Police used excessive force against cooks.", K.ALLEGATION, "force", "described_as", "excessive force"),
    ("“The army has interned 300 nurses in inhuman conditions,” said Ana Vega.", K.ALLEGATION, "army",
     "has interned", "300 nurses in inhuman conditions"),
    ("The plan has faced widespread criticism from unions.", K.ALLEGATION, "plan", "has faced", "criticism"),
    ("“We don't know the location of any of them,” Ana Vega said.", K.CONDITION, "Ana Vega", "don't know",
     "the location"),
    ("The nurses were put in a hotel.", K.CONDITION, "nurses", "were put in", "a hotel"),
    ("The boy who was strapped to a chair in May left.", K.CONDITION, "boy", "was strapped to", "a chair"),
    ("Ana Vega said there was “a lot of misinformation” in the hall.", K.ALLEGATION, "lot", "there was",
     "misinformation"),
    ("The raids have eroded the rights of nurses.", K.ALLEGATION, "raids", "have eroded", "rights of nurses"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    assert_claimed(text, kind, subject, prop, value)


SPEAKERS = [
    ("One witness said guards lied to the nurses.", "lied", "witness (unnamed)"),
    ("Guards lied to the nurses, according to a startling admission from a former warden.", "lied",
     "former warden (unnamed)"),
    ("The main problem, says Ana Vega, is that guards lied to the nurses.", "lied", "Ana Vega"),
    # whom a quotation names does not speak it
    ("Omar Bello told the Herald that the hall leaked. Tom Diallo left early. “The guards lied to Tom Diallo,” he said.",
     "lied", "Omar Bello"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_a_claim_is_of_whoever_makes_it(text: str, word: str, speaker: str | None) -> None:
    kinds = (K.ALLEGATION, K.CONDITION, K.EVENT)
    made = [c for c in claims(text).claims if c.kind in kinds and word in f"{c.property} {c.value}"]
    assert made
    said = {c.asserted_by[-1].name if c.asserted_by else None for c in made}
    assert speaker in said, said
