"""Marks that nest, touch or cross lose no letter and no mark."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.span import Span
from habeas.publish.site.weaving import Highlight, woven

TEXT = "The ferry left at noon & came back <late>."


def weave(*marks: tuple[int, int], text: str = TEXT, within: Span | None = None) -> str:
    highlights = [Highlight(Span(*mark), f"m{n}", "claim") for n, mark in enumerate(marks)]
    return str(woven(text, within or Span(0, len(text)), highlights, set()))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([(4, 9)], "The <m 0>ferry</m> left at noon &amp; came back &lt;late&gt;."),
        ([(0, 9), (4, 9)], "<m 0>The <m 1>ferry</m></m> left at noon &amp; came back &lt;late&gt;."),
        (
            [(0, 9), (4, 14)],
            "<m 0>The <m 1>ferry</m></m><m more 1> left</m> at noon &amp; came back &lt;late&gt;.",
        ),
        ([(4, 4)], "The ferry left at noon &amp; came back &lt;late&gt;."),
    ],
)
def test_marks_become_nested_elements(marks, expected):
    html = expected.replace("</m>", "</mark>")
    html = re.sub(r"<m more (\d)>", r'<mark class="claim more" data-of="m\1">', html)
    html = re.sub(r"<m (\d)>", r'<mark class="claim" id="m\1">', html)
    assert weave(*marks) == html


class _Reader(HTMLParser):
    """Collects the text, the letters under each mark, and errors of nesting."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.stack, self.ids = "", [], []
        self.under: dict[str, str] = {}

    def handle_starttag(self, tag, attributes):
        given_to = dict(attributes)
        if "id" in given_to:
            self.ids.append(given_to["id"])
        self.stack.append(given_to.get("id") or given_to["data-of"])

    def handle_endtag(self, tag):
        self.stack.pop()

    def handle_data(self, data):
        self.text += data
        for name in self.stack:
            self.under[name] = self.under.get(name, "") + data


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("ab <&\n\"'é"), min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8),
)
def test_whatever_the_marks_no_letter_is_lost_and_each_mark_covers_its_words(text, marks):
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in marks]
    reader = _Reader()
    reader.feed(weave(*spans, text=text))
    reader.close()
    assert reader.text == unescape(text)
    assert reader.stack == []
    assert len(reader.ids) == len(set(reader.ids))
    for n, (start, end) in enumerate(spans):
        assert reader.under.get(f"m{n}", "") == text[start:end]


def test_a_mark_over_two_blocks_has_its_id_only_once():
    done: set[str] = set()
    highlight = [Highlight(Span(2, 8), "m", "claim")]
    first = woven("abcd efgh", Span(0, 4), highlight, done)
    second = woven("abcd efgh", Span(5, 9), highlight, done)
    assert str(first) == 'ab<mark class="claim" id="m">cd</mark>'
    assert str(second) == '<mark class="claim more" data-of="m">efg</mark>h'
