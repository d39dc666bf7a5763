"""Who is tied down or led in irons, what reports fault, what is denied whole, and rows of acts on one word."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    ("A nurse was tied to a bed for two days.", K.CONDITION, "nurse", "was tied to", "a bed"),
    ("They arrived at the port in handcuffs and under guard.", K.CONDITION, "they", "arrived at", "handcuffs"),
    ("One had a bandage on his face while another was limping.", K.CONDITION, "One", "had", "a bandage"),
    ("One had a bandage on his face while another was limping.", K.CONDITION, "another", "was limping", ""),
    ("Their managers looked the other way.", K.ALLEGATION, "managers", "looked", "the other way"),
    ("The report, by the Health Board, was scathing about managers.", K.ALLEGATION, "report", "was",
     "scathing about managers"),
    ("The federal government has denied reports that men at the Norvale Detention Centre have been beaten.",
     K.ALLEGATION, "federal government", "has denied", "reports that men"),
    ("Watchdogs said there were “serious concerns” about the hall.", K.ALLEGATION, "concerns", "there were", "hall"),
    ("Ana Vega said the cooks were some of the town's worst criminals.", K.ALLEGATION, "cooks", "were", "criminals"),
    ("There was evidence that three of the men had been beaten.", K.ALLEGATION, "three of the men", "beaten", ""),
    ("A report said staff struck and pushed those in their care, denied residents food and forced them to wash.",
     K.ALLEGATION, "staff", "denied", "residents food"),
    ("The mayor said reports of theft were untrue and the majority of nurses were calm.", K.CONDITION,
     "majority of nurses", "were", "calm"),
    ("The mayor said reports of theft were untrue and the majority of nurses were calm.", K.ALLEGATION,
     "reports of theft", "were", "untrue"),
    ("The blows were so severe they knocked two nurses out.", K.EVENT, "they", "knocked", "two nurses"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_it_is_claimed(text: str, kind: Kind, subject: str, prop: str, value: str) -> None:
    assert_claimed(text, kind, subject, prop, value)


SPEAKERS = [
    ("Port Watch documented abuse at the camp.", "abuse", "Port Watch"),
    ("Officials have admitted the hall is full.", "the hall is full", "Officials (unnamed)"),
    ("The port board said the roof leaks. Some say they were beaten.", "beaten", "Some (unnamed)"),
]


@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_a_claim_is_of_whoever_makes_it(text: str, word: str, speaker: str | None) -> None:
    kinds = (K.ALLEGATION, K.CONDITION, K.EVENT)
    made = [c for c in claims(text).claims if c.kind in kinds and word in f"{c.property} {c.value}"]
    assert made
    said = {c.asserted_by[-1].name if c.asserted_by else None for c in made}
    assert speaker in said, said
