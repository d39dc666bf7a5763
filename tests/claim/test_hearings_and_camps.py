"""What reports of trials, camps and policies say, each family in sentences of our own."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind


def kinds(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


CLAIMED = [
    # the course of a trial
    ("A hearing in Lima to decide whether to hold a trial for two officials was halted.", Kind.LEGAL, "hearing in Lima to decide whether to hold a trial for two officials", "halt"),
    ("The judges called for written answers from lawyers.", Kind.LEGAL, "judges", "called for"),
    ("The prosecution will now have until Oct. 3 to respond to points brought up by the defence.", Kind.LEGAL, "prosecution", "will now have to"),
    ("The court gave the defence until the end of May to submit reports.", Kind.LEGAL, "court", "gave"),
    ("Nineteen witnesses have been heard so far.", Kind.LEGAL, "Nineteen witnesses", "have been heard"),
    ("The last witness, a Kenyan woman, testified in camera.", Kind.LEGAL, "last witness", "testified in"),
    ("Hearings have been ongoing for a week.", Kind.LEGAL, "Hearings", "have been"),
    ("Vega's lawyers told the court they were ill.", Kind.LEGAL, "Vega's lawyers", "told"),
    ("They asked that hearings be postponed to May.", Kind.LEGAL, "they", "asked"),
    ("The pay rise won legislative approval.", Kind.LEGAL, "pay rise", "won"),
    ("The trial is before Chamber Three, composed of judges Ana Ruiz and Omar Diallo.", Kind.LEGAL, "Chamber Three", "composed of"),
    ("Vega and his driver, Omar Diallo, are charged with theft.", Kind.LEGAL, "Vega and his driver, Omar Diallo", "are charged with"),
    # how people are kept, and what is done to them
    ("There was limited access to books for inmates.", Kind.CONDITION, "access", "there was"),
    ("Many have fallen prey to serious abuse.", Kind.CONDITION, "Many", "have fallen"),
    ("LIMA, July 5 (Reuters) Dozens of sailors have complained of abuse.", Kind.ALLEGATION, "Dozens of sailors", "have complained of"),
    ("Only 15% of those interviewed said they felt safe at Lamu.", Kind.CONDITION, "they", "felt"),
    # what is said of a policy or a country
    ("The policy of helping Chadian guards intercept boats is harsh.", Kind.CONDITION, "policy of helping Chadian guards intercept boats", "is"),
    ("The policy [is] inhuman.", Kind.CONDITION, "policy", "is"),
    ("Chad has long been a hub for traders.", Kind.CONDITION, "Chad", "has long been"),
    ("The TRC, the country's main judicial body for war crimes, sat on Monday.", Kind.ROLE, "TRC", "type"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop"), CLAIMED)
def test_a_report_of_hearings_and_camps_claims(text: str, kind: Kind, subject: str, prop: str) -> None:
    assert (subject, prop) in [(c.subject, c.property) for c in kinds(text, kind)]


def test_what_is_planned_ends_where_something_else_came_about() -> None:
    text = "The union was due to meet on Monday but Omar Vale, its leader from Chad, or Tchad, had left."
    assert [c.value for c in kinds(text, Kind.PLAN)] == ["Monday"]


def test_what_a_charge_is_called_is_no_purpose() -> None:
    assert not kinds("He was charged with conspiracy to commit fraud.", Kind.PLAN)


def test_the_accused_himself_accuses_nobody() -> None:
    text = "The court ruled that the witnesses would be heard, with the exception of the accused himself."
    assert "accused" not in {c.property for c in claims(text).claims}


def test_speech_of_two_paragraphs_is_closed_but_once() -> None:
    text = (
        "Rights groups say dozens of people have been held.\n\n"
        "''At the gate, the army took me for a thief.\n\n"
        "They tied my hands. They asked why I had come so late,'' Omar Vale told the Herald."
    )
    spoken = kinds(text, Kind.QUOTATION)
    assert [c.asserted_by[-1].name for c in spoken] == ["Omar Vale", "Omar Vale"]
    assert str(spoken[1].value).startswith("They tied my hands")


def test_a_headline_without_a_stop_names_who_calls_it_so() -> None:
    spoken = kinds("Rights chief calls suffering of boys in jails ‘a shame for the world’", Kind.QUOTATION)
    assert [c.asserted_by[-1].name for c in spoken] == ["Rights chief (unnamed)"]


def test_a_name_is_one_name_whatever_its_hyphen() -> None:
    made = kinds("Presiding Judge Ana Kesia‐Mbe Ruiz said the camp was full.", Kind.CONDITION)
    assert made[0].asserted_by[-1].name == "Ana Kesia‐Mbe Ruiz"


@pytest.mark.parametrize(
    ("text", "prop", "value"),
    [
        ("The ships that they relied on in May sank.", "relied on", "The ships in May"),
        ("These were the boats she was talking about.", "was talking about", "the boats"),
    ],
)
def test_what_is_spoken_of_keeps_its_preposition_with_the_verb(text: str, prop: str, value: str) -> None:
    assert (prop, value) in [(c.property, str(c.value)) for c in kinds(text, Kind.EVENT)]


@pytest.mark.parametrize("text", ["Things are going to be fine.", "The port is going to have a clinic."])
def test_what_is_going_to_be_is_a_plan(text: str) -> None:
    assert kinds(text, Kind.PLAN)


def test_a_fellow_before_a_name_holds_no_office() -> None:
    assert "fellow" not in [str(c.value) for c in kinds("She criticised fellow baker Ana Vega.", Kind.ROLE)]
