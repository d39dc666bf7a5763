"""Ways of saying: the same words given to the same people by other verbs, in other places of a sentence."""

from __future__ import annotations

import pytest
from reading_attributions import quoted_speakers, reported_speakers, words_said

WORDS = "nine sailors were held at the port"


@pytest.mark.parametrize(
    "way",
    [
        "{} told Reuters that {}.",
        "{} told the Herald on Monday {}.",
        "{} told a hearing {}.",
        "{} made clear that {}.",
        "{} went on to say that {}.",
        "{} expressed concern that {}.",
        "{} described how {}.",
        "{} believes {}.",
        "As {} put it, {}.",
        "As {} said on Monday, {}.",
        "As {} noted, {}.",
    ],
)
@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("the ports ministry", "ports ministry (unnamed)"),
        ("a spokesman for the ministry", "spokesman (unnamed)"),
        ("two of the guards", "guards (unnamed)"),
    ],
)
def test_the_words_behind_a_saying_are_the_speakers(way, who, speaker):
    if "believes" in way and who.startswith("two"):
        way = way.replace("believes", "believe")
    text = way.format(who, WORDS)
    text = text[0].upper() + text[1:]
    assert speaker.lower() in [str(name).lower() for name in reported_speakers(text)]
    assert any(WORDS in words for words in words_said(text))


@pytest.mark.parametrize(
    "way", ["{}, {} told Reuters.", "{}, as {} has said.", "{}, as {} put it.", "{}, said {}.", "{}, according to {}."]
)  # fmt: skip
@pytest.mark.parametrize(
    ("who", "speaker"), [("a spokesman for the ministry", "spokesman (unnamed)"), ("two of the guards", "guards (unnamed)")]
)  # fmt: skip
def test_the_words_before_a_saying_are_the_speakers(way, who, speaker):
    text = way.format(WORDS.capitalize(), who)
    assert reported_speakers(text) == [speaker]
    assert words_said(text) == [WORDS.capitalize()]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("An aide to the mayor called it “a crime.”", "aide (unnamed)"),
        ("A lawyer for the families condemned the “cruel” plan.", "lawyer (unnamed)"),
        ("Ana Ruiz had at last called it “a crime.”", "Ana Ruiz"),
    ],
)
def test_who_calls_a_thing_something_is_the_head_of_the_phrase(text, speaker):
    assert set(quoted_speakers(text)) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        f"Citing police, Reuters said {WORDS}.",
        f"Reuters, citing police, said {WORDS}.",
        f"Reuters reported, citing police, that {WORDS}.",
        f"{WORDS.capitalize()}, Reuters reported, citing police.",
    ],
)
def test_an_outlet_that_cites_somebody_relays_their_words(text):
    found = dict(zip(reported_speakers(text), words_said(text), strict=True))
    assert WORDS in found["police (unnamed)"].lower()


def test_whoever_cites_a_survey_still_says_it_themselves():
    text = f"Citing a survey, Harbour Watch said {WORDS}."
    assert set(reported_speakers(text)) == {"Harbour Watch"}


def test_the_words_that_a_paper_quotes_are_not_the_papers():
    assert reported_speakers(f"Ana Ruiz is quoted by Reuters as saying that {WORDS}.") == ["Ana Ruiz"]


def test_somebody_who_goes_on_to_work_says_nothing():
    assert not reported_speakers("The dam burst, as the miners went on to work.")


def test_a_report_may_end_with_a_day_on_which_something_was_told():
    assert reported_speakers("Ana Ruiz said that the letters released on Tuesday") == ["Ana Ruiz"]
