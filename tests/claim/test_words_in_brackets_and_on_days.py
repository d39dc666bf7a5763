"""Words that a quotation sets in brackets, crossheads in marks, days in a row, what the law holds against somebody, settlements."""

from __future__ import annotations

import pytest
from reporting_sentences import assert_claimed, claims, numbers

from habeas.model.claim import Kind

K = Kind
CASES = [
    # In brackets
    ("“[The guards] beat us every day,” Omar Diallo said.", K.ALLEGATION, "guards", "beat", "us every day"),
    ("Diallo said “[the clerks] took our food”.", K.CONDITION, "clerks", "took", "our food"),
    # What the law holds against somebody
    ("Ali Sow was sentenced to six years on corruption charges.", K.ALLEGATION, "Ali Sow", "sentenced on", "corruption"),
    ("The court acquitted Omar Diallo of charges of hiding money.", K.ALLEGATION, "Omar Diallo", "acquitted", "hiding money"),
    ("The firm was found responsible for the collapse.", K.LEGAL, "firm", "was found", "responsible"),
    # Settled, considered, found out
    ("The mine settles with victims of the flood.", K.AGREEMENT, "mine", "settles with", "victims"),
    ("The fire is considered one of the city's worst.", K.CONDITION, "fire", "is considered", "worst"),
    ("The audit revealed that cracks in the wall and poor drainage ultimately led to the leak.",
     K.ALLEGATION, "cracks in the wall", "led to", "leak"),
    ("Many strikers have landed in solitary confinement.", K.CONDITION, "strikers", "landed in", "solitary"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "subject", "prop", "value"), CASES)
def test_what_stands_in_brackets_or_is_held_against_somebody_is_claimed(
    text, kind, subject, prop, value
) -> None:
    assert_claimed(text, kind, subject, prop, value)


def test_a_few_words_in_marks_on_a_line_of_their_own_quote_nothing() -> None:
    text = "The jail held 40 men.\n\n‘Cell-by-cell review’\n\nThe mayor said it was full."
    assert K.QUOTATION not in {c.kind for c in claims(text).claims}


def test_a_quotation_on_a_line_of_its_own_with_its_stop_is_one() -> None:
    text = "The jail held 40 men.\n\n“They gave us nothing.”\n\nThe mayor said it was full."
    assert K.QUOTATION in {c.kind for c in claims(text).claims}


DAYS = [
    ("El 21 y el 30 de marzo llegaron dos barcos.", "es", {2}),
    ("The ferry sank on 3, 4 and 5 March.", "en", set()),
    ("He freed 5 and 6 men on 3 March.", "en", {5, 6}),
]


@pytest.mark.parametrize(("text", "language", "values"), DAYS)
def test_days_in_a_row_count_nothing(text, language, values) -> None:
    assert set(numbers(text, language)) == values


def test_a_dispute_over_an_amount_bounds_nothing() -> None:
    [made] = [
        c for c in claims("Criticism over $400 million deal with Nauru grew.").claims if c.kind is K.QUANTITY
    ]
    assert made.comparator.value == "exact"
