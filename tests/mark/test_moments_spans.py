"""Whatever the words, moments lie in the text, in order, and never overlap."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.mark.moments import moments
from habeas.mark.tokens import tokens
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span

WORDS = [
    "March",
    "may",
    "3",
    "31",
    "27th",
    "1998",
    "2025-02-30",
    "12/11/2024",
    "year",
    "years",
    "a",
    "year's",
    "later",
    "ago",
    "last",
    "next",
    "the",
    "end",
    "of",
    "early",
    "mid",
    "-",
    ",",
    ".",
    "and",
    "half",
    "two",
    "twenty",
    "few",
    "days",
    "week",
    "quarter",
    "third",
    "second",
    "3",
    "p.m.",
    "3:45",
    "1/2",
    "Monday",
    "noon",
    "in",
    "until",
    "since",
    "fall",
    "Easter",
    "decade",
    "1990s",
    "century",
    "hace",
    "dos",
    "días",
    "el",
    "lunes",
    "marzo",
    "de",
    "siglo",
    "XIX",
    "pasado",
    "década",
    "ayer",
    "mañana",
    "99999999999999999999",
    "9999",
]


@settings(max_examples=300, deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
    language=st.sampled_from(["en", "es"]),
    published=st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31"]),
)
def test_moments_are_ordered_disjoint_spans_with_ordered_bounds(
    words: list[str], language: str, published: str | None
) -> None:
    text = " ".join(words)
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    fact = Fact(published, "argument") if published else None
    report = Report("a.txt", "", "text/plain", "utf-8", text, (block,), language, published=fact)
    found = moments(report, tokens(report), ())
    ends = 0
    for moment in found:
        assert ends <= moment.span.start < moment.span.end <= len(text)
        assert moment.span.of(text) == moment.span.of(text).strip()
        assert (moment.earliest is None) == (moment.latest is None)
        assert moment.earliest is None or moment.latest is None or moment.earliest <= moment.latest
        ends = moment.span.end
