"""What a noun of saying holds: whose it is, that nobody vouches for it, and where it ends."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality


def told(text: str, subject: str, language: str = "en") -> list[Claim]:
    return [c for c in claims(text, language).claims if c.subject == subject and c.kind is not Kind.QUANTITY]


@pytest.mark.parametrize(
    ("text", "subject", "speaker"),
    [
        ("The harbour union’s claim that the dam was unsafe was denied.", "dam", "harbour union (unnamed)"),
        ("Moreno’s allegation that guards beat him was denied.", "guards", "Moreno"),
        ("Claims by the union that guards beat two men are false.", "guards", "union (unnamed)"),
        ("The strike follows warnings to the firm by the safety board that the dam may break.", "dam", "safety board (unnamed)"),
        ("Despite the firm’s assurances that the dam was safe, it broke.", "dam", "firm (unnamed)"),
        ("A warning from the safety board that the dam could break went unheard.", "dam", "safety board (unnamed)"),
    ],
)  # fmt: skip
def test_the_words_are_of_whoever_the_noun_belongs_to(text, subject, speaker):
    found = told(text, subject)
    assert found and {c.asserted_by[-1].name for c in found if c.asserted_by} == {speaker}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Allegations that officers beat men have been denied.", "officers"),
        ("Rumours that the camp closed spread fast.", "camp"),
        ("He faces charges that guards bribed officials.", "guards"),
        ("Claims by the union that guards beat men are strong.", "guards"),
    ],
)
def test_what_is_only_alleged_is_not_asserted(text, subject):
    assert {c.modality for c in told(text, subject)} == {Modality.ALLEGED}


@pytest.mark.parametrize(
    ("text", "subject", "verb", "value"),
    [
        ("The union’s claim that guards tortured two men is false.", "guards", "tortured", "two men"),
        ("The finding that guards beat men in the camp has angered many.", "guards", "beat", "men in the camp"),
        ("The finding that guards beat men in the camp has angered many.", "finding", "has angered", "many"),
        ("Allegations that officers beat men held in the camp have been denied.", "officers", "beat", "men held in the camp"),
        ("The report that the mayor fled is wrong.", "report", "is", "wrong"),
    ],
)  # fmt: skip
def test_the_noun_keeps_its_own_verb(text, subject, verb, value):
    assert (verb, value) in {(c.property, c.value) for c in told(text, subject)}


@pytest.mark.parametrize("text", ["The claims angered many.", "A claim that angered many was dropped."])
def test_a_noun_that_holds_nothing_says_nothing(text):
    assert all(not c.asserted_by for c in claims(text).claims)


def test_the_name_of_a_body_denies_nothing():
    found = [c for c in claims("Nurses Without Walls said 40 divers died.").claims if c.kind is Kind.QUANTITY]
    assert [c.asserted_by[-1].name for c in found] == ["Nurses Without Walls"] and not found[0].negated


def test_spanish_nouns_hold_words_too():
    found = told(
        "La denuncia de Moreno de que los guardias golpearon a dos hombres es falsa.", "guardias", "es"
    )
    assert {(c.modality, c.asserted_by[-1].name) for c in found} == {(Modality.ALLEGED, "Moreno")}


def test_two_subjects_of_what_is_said_are_not_parted():
    text = (
        "Juan Vega said Chad and its allies will seek new rules and take steps “to show that it has costs.”"
    )
    found = [c for c in claims(text).claims if c.kind is Kind.QUOTATION]
    assert [c.asserted_by[-1].name for c in found] == ["Juan Vega"]
