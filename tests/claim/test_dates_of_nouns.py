"""A date behind "of" is that of the noun before it: the ruling, and not its being set aside."""

import pytest
from reporting_sentences import claims

from habeas.model.claim import Kind

PUBLISHED = "2031-07-20"


def dated(text, verb, kind=Kind.LEGAL):
    found = [c for c in claims(text, "en", PUBLISHED).claims if c.kind is kind and verb in c.property]
    return [c.as_of for c in found]


def test_a_ruling_of_a_day_is_set_aside_on_another():
    assert dated("The justices set aside the ruling of June 12.", "set") == ["2031-07"]
    assert dated("On Friday the Supreme Court overturned the decision of May 2.", "overturned") == [
        "2031-07-18"
    ]


def test_the_ruling_itself_keeps_its_day():
    assert "2031-06-12" in dated(
        "The justices set aside the Court of Appeal's ruling of June 12.", "legal act"
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Guards closed the camp on the night of June 12.", "2031-06-12"),
        ("The camp was closed in the summer of 2019.", "2019"),
    ],
)
def test_the_night_of_a_day_is_a_time(text, day):
    assert dated(text, "closed", Kind.EVENT) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The Court of Appeal refused to halt the flight.",
        "The Court of Appeal had refused on Thursday to halt the flight.",
        "The judge declined late on Friday to block the transfers.",
        "The court on Thursday declined to stop the removals.",
    ],
)
def test_what_a_court_refused_to_do_is_denied_whenever_it_was(text):
    legal = [c for c in claims(text, "en", PUBLISHED).claims if c.kind is Kind.LEGAL]
    assert legal
    assert all(c.negated for c in legal)
