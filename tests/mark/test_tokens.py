"""Tokens cover every word once, in order, and keep the offsets of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.mark.tokens import tokens
from habeas.model.report import Block, BlockKind, NoiseKind, Report
from habeas.model.span import Span


def report(text: str, *, noise: bool = False) -> Report:
    kind = BlockKind.NOISE if noise else BlockKind.PARAGRAPH
    block = Block(Span(0, len(text)), kind, NoiseKind.CREDIT if noise else None)
    return Report("t", "", "text/plain", "utf-8", text, (block,), "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. sent 1,200.50 tons.", ["the", "u.s.", "sent", "1,200.50", "tons", "."]),
        ("Lagos’s port isn't full", ["lagos's", "port", "isn't", "full"]),
        ("A Nairobi-based firm", ["a", "nairobi", "-", "based", "firm"]),
        ("«¿Cuándo?» —dijo Íñigo", ["«", "¿", "cuándo", "?", "»", "—", "dijo", "íñigo"]),
        ("18th", ["18", "th"]),
        ("", []),
    ],
)
def test_words_numbers_and_signs_are_tokens(text, expected):
    assert [token.lower for token in tokens(report(text))] == expected


def test_noise_gives_no_tokens():
    assert tokens(report("Photo: Harbour Pool", noise=True)) == ()


def test_a_letter_that_grows_when_lowered_moves_no_offset():
    text = "İzmir and Ankara"
    assert [text[t.start : t.end] for t in tokens(report(text))] == ["İzmir", "and", "Ankara"]


@given(st.text(max_size=200))
def test_tokens_cover_everything_but_white_space(text):
    found = tokens(report(text))
    covered = "".join(text[t.start : t.end] for t in found)
    assert covered == "".join(text.split()) or "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
