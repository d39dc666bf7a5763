"""How places and those in them are said to be, what happens in custody and before courts, and of whom numbers tell."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind

K = Kind

CASES = [
    # States of places and of those in them
    ("Bags of waste were left to pile up.", K.CONDITION, "were left to pile"),
    ("Waste was left lying around the yard.", K.CONDITION, "was left"),
    ("Two of the men who were named as being at risk were left in a room with broken windows.", K.CONDITION, "were left in"),
    ("Most were locked in their cells.", K.CONDITION, "were locked in"),
    ("Many cells were said to be in poor condition.", K.CONDITION, "were said to be in"),
    ("More than half of the sailors felt unsafe.", K.CONDITION, "felt"),
    ("The ward was struggling with fleas.", K.CONDITION, "was struggling with"),
    ("It was a visit to the country's overpopulated and deadly prison system.", K.CONDITION, "described_as"),
    ("Report finds Fort Harrow in filthy conditions", K.CONDITION, "described_as"),
    ("The note said one sailor slept in a “filthy flooded cell”.", K.CONDITION, "described_as"),
    ("Inspectors noted vermin in the kitchens.", K.CONDITION, "noted"),
    ("The abbot raised concerns about conditions in the jail.", K.CONDITION, "raised"),
    ("Eighteen people had died in police custody, the union said.", K.CONDITION, "had died in"),
    ("There had been two deaths in custody at Fort Harrow.", K.CONDITION, "happened to"),
    # Before the law
    ("The brokers were presented at the High Court on Monday.", K.LEGAL, "were presented at"),
    ("All were remanded in custody.", K.LEGAL, "were remanded in"),
    ("The mayor left during the inquiry into the death of a sailor.", K.LEGAL, "legal act"),
    ("Chad could be in breach of its international obligations.", K.LEGAL, "breaches"),
    ("Its laws could not be read as allowing for detention.", K.LEGAL, "could not be read as"),
    ("Tom Keane was arrested over allegedly insulting the mayor.", K.ALLEGATION, "was arrested over"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "prop"), CASES)
def test_it_is_claimed(text: str, kind: Kind, prop: str) -> None:
    made = [(c.subject, c.property, str(c.value)) for c in claims(text).claims if c.kind is kind]
    assert any(prop == p for _, p, _ in made), made


def test_what_adjectives_say_of_a_system_is_said_of_whose_it_is() -> None:
    (made,) = [
        c for c in claims("She saw Chad's crowded prison system.").claims if c.property == "described_as"
    ]
    assert made.subject == "Chad"


NUMBERS = [
    ("A federal judge barred the ministry from deporting 13 sailors.", 13, "sailors", "2025-05"),
    ("The High Court freed 12 prisoners.", 12, "prisoners", "2025-05"),
    ("Ana Prieto deported 40 migrants.", 40, "migrants", "2025-05"),
    ("The three guards, all from Lima, were fired in March.", 3, "guards", "2025-03"),
    ("Forty sailors, who came from Chad, were freed on 3 May.", 40, "sailors", "2025-05-03"),
    ("Twelve boats — all of them new — sank in March.", 12, "boats", "2025-03"),
    ("The note named six sailors in 2018-19.", 6, "note", "2019"),
    ("The note counted one sailor in one case in May.", 1, "", "2025-05"),
]


@pytest.mark.parametrize(("text", "value", "subject", "as_of"), NUMBERS)
def test_a_number_tells_of_those_it_counts_and_when(text: str, value: int, subject: str, as_of: str) -> None:
    made = [c for c in claims(text).claims if c.kind is K.QUANTITY and c.value == value]
    assert made
    assert subject in made[0].subject.lower()
    assert made[0].as_of == as_of


def test_it_is_the_paper_that_spoke_last() -> None:
    text = "The report said the hall was cold. It said one sailor slept on the floor."
    made = [c for c in claims(text).claims if "floor" in str(c.value)]
    assert made
    assert made[0].asserted_by[-1].name == "report (unnamed)"


def test_what_is_told_aside_of_another_dates_no_clause_before_it() -> None:
    text = "Ek was jailed for life while Vega — who led it until he was fired in July last year — got nine years."
    made = {(c.subject, c.as_of) for c in claims(text).claims if c.property == "was jailed for"}
    assert made == {("Ek", "2025-05")}
