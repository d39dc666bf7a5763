"""What witnesses see done, what papers and groups say between commas, and who one of several is."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, assert_not_claimed, claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    ("Ana Vega said she saw soldiers shoot down three women.", K.ALLEGATION, "soldiers", "shoot down", "three women"),
    ("Ana Vega said she heard a guard kick a nurse.", K.ALLEGATION, "guard", "kick", "a nurse"),
    ("Prosecutors said the raids were part of an ethnic cleansing campaign.", K.ALLEGATION, "raids", "were",
     "part of an ethnic cleansing campaign"),
    ("The men were interrogated on suspicion of having links to rebels.", K.ALLEGATION, "men", "on suspicion of",
     "having links to rebels"),
    ("Omar Bello says authorities are doing everything to keep him alone.", K.ALLEGATION, "authorities", "are doing",
     "everything"),
    ("The raid had been planned by guards.", K.ALLEGATION, "raid", "planned by", "guards"),
    ("Ana Vega said Omar Bello is dying of starvation.", K.CONDITION, "Omar Bello", "is dying of", "starvation"),
    ("He was severely treated in a punishment cell.", K.CONDITION, "he", "was severely treated in", "cell"),
    ("He was held at the Norvale Camp, the oldest jail in Chad.", K.CONDITION, "Norvale Camp", "described_as",
     "oldest jail in Chad"),
    ("One of the most important figures of the port strike, Ana Vega, left.", K.ROLE, "Ana Vega", "is", "figures"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    assert_claimed(text, kind, subject, prop, value)


NOT = [
    ("She saw a police attack on the camp.", K.ALLEGATION, "police"),
    ("A staff member of the port agency left.", K.ALLEGATION, "member"),
    ("The previous inmates left.", K.ALLEGATION, "inmates"),
    ("The minister said the army is building a road.", K.ALLEGATION, "army"),
    ("Ana Vega left the Norvale Camp, the guard said.", K.CONDITION, "Norvale Camp"),
]


@pytest.mark.parametrize(("text", "kind", "subject"), NOT)
def test_it_is_not_claimed(text: str, kind: Kind, subject: str) -> None:
    assert_not_claimed(text, kind, subject)


SPEAKERS = [
    # between commas behind an adjunct; behind two asides; of a trial
    ("On Aug. 8, the suit alleges, seven inmates were beaten.", "beaten", "suit (unnamed)"),
    ("On Thursday, villagers attending the closed hearing, held two days earlier in Arica, said guards lied to them.",
     "lied", "villagers (unnamed)"),
    ("Rebels had orders to torch the huts, an army soldier told the trial of the former mayor yesterday.", "orders",
     "army soldier (unnamed)"),
    # what is planned by somebody is nobody's word
    ("The riot had been planned by gang members with guards' help, President Ana Vega said.", "gang", "Ana Vega"),
    # one of several is nobody who spoke before
    ("The migrants said they slept on concrete. One of the port workers said guards lied to him.", "lied",
     "One of the port workers (unnamed)"),
    ("Two cooks told of beatings. One of them said guards lied to him.", "lied", "One of them (unnamed)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_a_claim_is_of_whoever_makes_it(text: str, word: str, speaker: str | None) -> None:
    kinds = (K.ALLEGATION, K.CONDITION, K.EVENT)
    made = [c for c in claims(text).claims if c.kind in kinds and word in f"{c.property} {c.value}"]
    assert made
    said = {c.asserted_by[-1].name if c.asserted_by else None for c in made}
    assert speaker in said, said
