"""Quantities and offsets: whatever the text, spans lie in it, in order, and any text is read in time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import growth
from habeas.mark.quantities import quantities
from habeas.mark.tokens import tokens
from habeas.model.marks import Comparator, Moment, Quantity, QuantityKind, Sentence
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span

PIECES = st.sampled_from(
    [
        "one",
        "two-thirds",
        "half",
        "a",
        "dozen",
        "million",
        "hundred",
        "and",
        "between",
        "65",
        "70",
        "1,200",
        "3.5",
        "$",
        "€",
        "%",
        "-",
        "–",
        "to",
        "or",
        "up",
        "at",
        "least",
        "about",
        "more",
        "than",
        "(",
        ")",
        ",",
        ".",
        "days",
        "year-old",
        "people",
        "another",
        "some",
        "of",
        "the",
        "A$",
        "US",
        "5-4",
        "voted",
        "10:30",
        "#7",
        "1/2",
        "½",
        "mil",
        "dos",
        "y",
        "medio",
        "percent",
        "point",
        "zero",
        "th",
    ]
)


def marked(text: str, language: str = "en", when: tuple[Moment, ...] = ()) -> tuple[Quantity, ...]:
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)
    page = Report("a.txt", "0" * 64, "text/plain", "utf-8", text, blocks, language)
    return quantities(page, tokens(page), (Sentence(Span(0, len(text)), 0),), when)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " ", "\n"]), st.sampled_from(["en", "es"]))
def test_spans_lie_in_the_text_in_order_and_hold_their_number(pieces, glue, language):
    text = glue.join(pieces)
    last = 0
    for q in marked(text, language):
        assert 0 <= q.span.start <= q.number.start < q.number.end <= q.span.end <= len(text)
        assert q.number.start >= last
        assert q.number.of(text).strip() == q.number.of(text)
        last = q.number.end
        assert (q.value_max is not None) == (q.comparator is Comparator.RANGE)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text):
    for q in marked(text):
        assert text[q.span.start : q.span.end]


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_separators_keep_their_value(number):
    written = f"{number:,}"
    assert [q.value for q in marked(f"They counted {written} stars.")] == [number] or 1500 <= number <= 2099
    spanish = written.replace(",", ".")
    assert [q.value for q in marked(f"Contaron {spanish} astros.", "es")] == [
        number
    ] or 1500 <= number <= 2099


@given(st.integers(min_value=2, max_value=60), st.integers(min_value=61, max_value=140))
def test_the_lower_end_of_a_range_comes_first(low, high):
    (only,) = marked(f"Each hut takes between {low} and {high} guests.")
    assert (only.value, only.value_max) == (low, high)


@pytest.mark.parametrize("kind", ["DATE", "TIME"])
def test_a_number_inside_a_date_is_no_quantity(kind):
    text = "The fair of 12 Brumaire drew 300 traders."
    moment = Moment(Span(12, 23), kind, "XXXX", None, None, "unresolved")
    assert [q.value for q in marked(text, when=(moment,))] == [300]


def test_a_length_of_time_is_a_quantity_even_where_it_dates_something():
    text = "The mill burned three years ago."
    moment = Moment(Span(16, 31), "DATE", "XXXX", None, None, "resolved_from_doc")
    (only,) = marked(text, when=(moment,))
    assert (only.kind, only.value, only.unit) == (QuantityKind.DURATION, 3, "years")


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "one ", "some ", "two hundred and ", "$", "between 1 and ", "x1", "twenty-"]
)
def test_a_long_run_of_one_piece_costs_in_line_with_its_length(piece):
    def read(length):
        text = piece * (length // len(piece))
        return lambda: marked(text)

    assert growth(read, 6_000) < 24
