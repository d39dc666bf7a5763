"""What reports of hunger strikes, suits and raids say, each family in sentences of our own."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Claim, Kind, Modality


def kinds(text: str, kind: Kind) -> list[Claim]:
    return [c for c in claims(text).claims if c.kind is kind]


def told(text: str, kind: Kind) -> list[tuple[str, str, str]]:
    return [(c.subject, c.property, str(c.value)) for c in kinds(text, kind)]


CLAIMED = [
    # headlines
    ("Union Files Suit To Halt Evictions In Bergen", Kind.LEGAL, "Union", "Files"),
    ("Lima lawmakers back deal to lease port to Chile", Kind.AGREEMENT, "Lima lawmakers", "back"),
    ("Prison guards strike over pay in Chile", Kind.EVENT, "Prison guards", "strike over"),
    ("Miners on strike over pay in Potosi", Kind.EVENT, "Miners", "strike"),
    ("Ex-mayor under arrest in Durban", Kind.EVENT, "Ex-mayor", "arrest"),
    # datelines
    ("OSLO • Norway's highest court on Monday ruled against the union.", Kind.LEGAL, "Norway's highest court", "ruled against"),
    ("LIMA (Reuters) -Peru's congress on Friday approved a pact to lend ships.", Kind.AGREEMENT, "Peru's congress", "approved"),
    # papers and hearings
    ("A petition to be filed Monday in the High Court in Nairobi names 12 guards.", Kind.LEGAL, "petition", "be filed in"),
    ("The hearing at the Supreme Court, set for Monday, will decide whether the camp is lawful.", Kind.LEGAL, "hearing at the Supreme Court", "will decide"),
    ("The clinic was established under a decree dated May 4.", Kind.LEGAL, "clinic", "was established under"),
    ('The judge said: "The men shall not be moved."', Kind.LEGAL, "men", "move"),
    ("The minister said the building of the wall can begin.", Kind.PLAN, "building of the wall", "begin"),
    # what is held against somebody
    ("Key complaints are guard violence, cold food and locked doors.", Kind.ALLEGATION, "Key complaints", "are"),
    ("The sailors were held against their will.", Kind.ALLEGATION, "sailors", "were held against"),
    ("Nurses were searched for hours and denied access to lawyers.", Kind.CONDITION, "Nurses", "denied"),
    # subjects
    ("All 40 sailors held there would be allowed to leave the ship.", Kind.PLAN, "All 40 sailors held", "would be allowed to leave"),
    ("Ghana said they would be fed well.", Kind.PLAN, "they", "would be fed"),
    ("Advocate Meera Nair, representing the fishermen, wept.", Kind.ROLE, "Meera Nair", "holds office"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop"), CLAIMED)
def test_a_report_of_suits_and_strikes_claims(text: str, kind: Kind, subject: str, prop: str) -> None:
    assert (subject, prop) in [(s, p) for s, p, _ in told(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled that men held in Chad and Niger will be freed.",
        "A judge said that boys arrested last month in Kenyan-run Lamu and Malindi would be freed.",
    ],
)
def test_two_places_do_not_part_people_from_their_verb(text: str) -> None:
    subjects = [s for s, p, _ in told(text, Kind.PLAN) if "freed" in p or p == "free"]
    assert [s.split()[0] for s in subjects] in (["men"], ["boys"])


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("They have access to the canteen and vending machines.", "vending"),
        ("The yard has parking spaces and voting machines.", "voting"),
        ("The rules for expelling tenants on health grounds that were made in May were dropped.", "grounds"),
        ("The prisoners are a bit weak.", "bit"),
    ],
)
def test_no_verb_is_made_of_what_describes_a_thing(text: str, never: str) -> None:
    assert never not in {c.property for c in claims(text).claims}


def test_how_long_is_no_description() -> None:
    assert not kinds("How long children can be held is not clear.", Kind.ALLEGATION)


def test_a_suit_yet_to_be_filed_is_planned() -> None:
    filed = kinds("A petition to be filed Monday in the High Court in Nairobi names 12 guards.", Kind.LEGAL)
    assert filed[0].modality is Modality.PLANNED


SPOKEN = [
    ("A petition to be filed Monday in the High Court in Nairobi, Kenya, alleges that guards beat inmates.", "petition (unnamed)"),
    ("A complaint filed in May in Boston, Massachusetts, says officers lied.", "complaint (unnamed)"),
    ('The Supreme Court, in its ruling, stated: "The men were moved."', "Supreme Court"),
    ('The High Court, in its ruling stated: "The men were moved."', "High Court"),
    ('The ministry "firmly" rejects claims that the wards "are filthy".', "ministry (unnamed)"),
    ('The state prosecutor on May 4 while opposing the plea, said, "This man is a danger," according to the daily El Faro.', "state prosecutor (unnamed)"),
    ("A statement issued by the prisoners themselves said that 40 men had refused food.", "prisoners (unnamed)"),
    ("A letter received by the Herald says that guards beat 12 men.", "letter (unnamed)"),
    ("The veteran land rights advocate estimated that 400 families had fled.", "veteran land rights advocate (unnamed)"),
    ("Human rights advocate Ana Ruiz said the camp was full.", "Ana Ruiz"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_words_of_suits_and_statements_are_given_to(text: str, speaker: str) -> None:
    spoken = [c.asserted_by[-1].name for c in claims(text).claims if c.asserted_by]
    assert spoken and set(spoken) == {speaker}


def test_speech_in_single_marks_runs_on_over_paragraphs() -> None:
    text = (
        "Prison chief Omar Vale said: 'We can confirm that 40 men refused their supper.\n\n"
        "'However, they still have bread from the kitchen.\n\n"
        "'Staff are talking to the men. All of them have seen a doctor.'\n\n"
        "But the men's wives said nobody had seen a doctor."
    )
    spoken = kinds(text, Kind.QUOTATION)
    assert [c.asserted_by[-1].name for c in spoken] == ["Omar Vale"] * 3
