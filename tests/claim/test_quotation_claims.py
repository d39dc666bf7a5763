"""What somebody is quoted as saying."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind


def quoted(text, language="en"):
    return [c for c in claims(text, language).claims if c.kind is Kind.QUOTATION]


# text, the words, speaker
TABLE = [
    ("“We open the lock gates at dawn,” said Mara Lindt, the harbour master.", "We open the lock gates at dawn", "Mara Lindt"),
    ('"The river is falling," Mayor Peter Hale told reporters.', "The river is falling", "Peter Hale"),
    ("Joan Marsh said: “The vaccine works and nobody should wait.”", "The vaccine works and nobody should wait.", "Joan Marsh"),
    ("Joan Marsh called the verdict “a stain on the whole court.”", "a stain on the whole court", "Joan Marsh"),
    ("“This is our land,” Luis Prado added.", "This is our land", "Luis Prado"),
    ("In a statement, Amnesty International said the raid was “a clear breach of the law.”", "a clear breach of the law", "Amnesty International"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), TABLE)
def test_a_quotation_is_claimed_with_its_words_and_its_speaker(text, words, speaker):
    (found,) = quoted(text)
    assert str(found.value).rstrip(".") == words.rstrip(".")
    assert found.asserted_by[-1].name == speaker
    assert found.subject == speaker
    assert found.span.of(text) == found.quote == found.value


def test_a_word_merely_set_in_marks_is_a_quotation_without_a_speaker():
    (found,) = quoted("The shop sold “fresh” bread that was a week old.")
    assert (found.value, found.asserted_by) == ("fresh", ())


@pytest.mark.parametrize(
    "text",
    [
        "The canal lock, also known as “the Sluice”, was shut.",
        "The union’s 40-page report, “Bread Without Salt,” came out on Monday.",
        "The so-called “Night Train” was late.",
    ],
)
def test_a_nickname_or_a_title_in_marks_is_put_aside_with_the_reason(text):
    assert [u.reason for u in claims(text).unclaimed if u.kind == "quotation"] == ["a name or title"]


def test_the_saying_words_are_the_property():
    (found,) = quoted("“Leave the valley now,” warned Joan Marsh.")
    assert found.property == "warned"


def test_a_spanish_quotation_has_its_speaker():
    (found,) = quoted("«El puente resistirá», dijo la alcaldesa Marta Ruiz.", "es")
    assert found.asserted_by[-1].name == "Marta Ruiz"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "The council approved the draft of “Agreement on the Transfer of Sentenced Persons with Norland”.",
            0,
        ),
        ("Read “Convention on the Rights of Sailors” first.", 0),
        ("“Agreement is near,” the envoy said.", 1),
    ],
)
def test_the_title_of_a_treaty_is_nobody_s_words(text, quoted):
    assert sum(c.kind is Kind.QUOTATION for c in claims(text).claims) == quoted
