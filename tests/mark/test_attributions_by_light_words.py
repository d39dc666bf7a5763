"""Sayings told by several words or by a noun, sayings one after another, and words that only look like a saying."""

from __future__ import annotations

import pytest
from test_attributions_reported import reported

LIGHT = [
    ("The charity raised the alarm over crowding in the cells.", "crowding in the cells"),
    ("The charity raised serious questions about the count.", "the count"),
    ("The charity made it clear that the camp would close.", "that the camp would close"),
    ("The charity made clear they will not leave.", "they will not leave"),
    ("The charity took issue with the count of the dead.", "the count of the dead"),
    ("The charity cast doubt on the age of the boys.", "the age of the boys"),
    ("The charity gave details of the transfer.", "the transfer"),
    ("The charity made allegations of beatings.", "beatings"),
]
"""A verb that says something only with the words beside it."""


@pytest.mark.parametrize(("text", "content"), LIGHT)
def test_a_light_verb_says_something_with_the_words_beside_it(text: str, content: str) -> None:
    assert ("charity (unnamed)", content) in reported(text)


@pytest.mark.parametrize(
    "text",
    [
        "The firm made a profit of nine million pesos.",
        "The town raised the rent of the stalls.",
        "The nurses took the night train to Sarr.",
        "The ferry drew a crowd to the pier.",
    ],
)
def test_a_light_verb_says_nothing_without_them(text: str) -> None:
    assert reported(text) == []


NOUNS = [
    ("The union's criticism of the ruling drew no answer.", "union (unnamed)", "the ruling"),
    (
        "Amina Yusuf's claims of beatings and hunger were not looked into.",
        "Amina Yusuf",
        "beatings and hunger",
    ),
    ("The ministry's denial of the losses surprised no one.", "ministry (unnamed)", "the losses"),
    ("The union's opposition to the toll is old.", "union (unnamed)", "the toll"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), NOUNS)
def test_a_noun_with_an_owner_holds_what_is_said_of_a_thing(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in reported(text)


def test_a_noun_without_an_owner_is_nobodys_saying() -> None:
    assert reported("The firm faces claims of fraud.") == []


@pytest.mark.parametrize(
    "text", ["The mayor heard the union's criticism", "The nurses made", "Ana said of the union's claims of"]
)
def test_a_report_may_break_off_behind_such_a_word(text: str) -> None:
    assert ("union (unnamed)", "") not in reported(text)


AGAIN = [
    ("Amina Yusuf denied the theft and said she was in Lima.", ["the theft", "she was in Lima"]),
    ("Amina Yusuf accused the mill of theft, and called for a ban.", ["the mill of theft", "a ban"]),
    (
        "Amina Yusuf has defended the mill but criticised its owners and warned of a strike.",
        ["the mill", "its owners", "a strike"],
    ),
]


@pytest.mark.parametrize(("text", "contents"), AGAIN)
def test_what_somebody_says_ends_where_they_say_something_else(text: str, contents: list[str]) -> None:
    assert reported(text) == [("Amina Yusuf", content) for content in contents]


HEARERS = [
    ("Amina Yusuf told Reuters two men had died.", "two men had died"),
    ("Amina Yusuf told Reuters inmates had died.", "inmates had died"),
    ("Amina Yusuf told the court inmates had died.", "inmates had died"),
]


@pytest.mark.parametrize(("text", "content"), HEARERS)
def test_who_is_told_ends_before_who_is_told_of(text: str, content: str) -> None:
    assert reported(text) == [("Amina Yusuf", content)]


@pytest.mark.parametrize(
    "text",
    [
        "Amina Yusuf spoke at the hall before the vote.",
        "Amina Yusuf talked to the nurses on the ward.",
        "Most southern states that voted early were for the toll.",
        "The vote in smaller states such as Sarr went well.",
    ],
)
def test_speech_without_a_topic_and_states_of_a_country_say_nothing(text: str) -> None:
    assert reported(text) == []


def test_speech_with_a_topic_says_something() -> None:
    assert reported("Amina Yusuf spoke to the nurses about the losses.") == [
        ("Amina Yusuf", "to the nurses about the losses")
    ]
