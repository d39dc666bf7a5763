"""Names told apart from what stands beside them: relatives and lawyers who speak, models of things, and what is only called false."""

from __future__ import annotations

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind, Modality

K = Kind


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bello's mother, Aissa, said the boy was beaten.", "Aissa"),
        ("One of the lawyers for the men, Omar Bello of the Bar Union, said they were beaten.", "Omar Bello"),
        (
            "“It is an outrage,” said the UN rights chief, Zeid Ra’ad al-Bello, in a note.",
            "Zeid Ra’ad al-Bello",
        ),
    ],
)
def test_whoever_is_named_beside_a_noun_speaks(text: str, speaker: str) -> None:
    spoken = {c.asserted_by[-1].name for c in claims(text).claims if c.asserted_by}
    assert spoken == {speaker}


@pytest.mark.parametrize(
    "text", ["The S&P 500 fell.", "The iPhone 11 sold well.", "He saw an iPhone 11 there."]
)
def test_the_number_of_a_model_is_no_count(text: str) -> None:
    assert not [c for c in claims(text).claims if c.kind is K.QUANTITY]


@pytest.mark.parametrize("text", ["AT&T cut 500 jobs.", "The firm sold 500 iPhones."])
def test_a_number_beside_a_trade_name_may_be_a_count(text: str) -> None:
    assert [c.value for c in claims(text).claims if c.kind is K.QUANTITY] == [500]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("He called the reports a fabrication.", True),
        ("She dismissed the accusations.", True),
        ("She described some of the report's key findings.", False),
        ("The envoy called it a strong argument.", False),
    ],
)
def test_only_what_is_called_false_or_turned_down_is_denied(text: str, denied: bool) -> None:
    assert any(c.modality is Modality.DENIED for c in claims(text).claims) is denied


def test_who_was_arrested_is_not_accused_by_that_word() -> None:
    assert not [c for c in claims("The arrested man, Omar Bello, wept.").claims if c.kind is K.ALLEGATION]
