"""Each character of a page's text leads back to where it stands in the page, and odd pages are parsed as others are."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from trafilatura import load_html

from cost import growth
from habeas.errors import ReportError
from habeas.read import read_report
from habeas.read.alignment import Source, align
from habeas.read.page_tree import page_tree

PIECES = {
    "the river rose {n} metres": "the river rose {n} metres",
    "<a href='/{n}'>the town moved {n} families</a>": "the town moved {n} families",
    "fish &amp; bread for {n} caf&eacute;s": "fish & bread for {n} cafés",
    "a night\n   in school {n}": "a night in school {n}",
    "<b>given {n}</b><i>!</i>": "given {n}!",
    "R&D of {n} kinds": "R&D of {n} kinds",
}
BETWEEN = (
    "",
    "<script>if (a > b) { write('<p>the river rose 1 metres</p>') }</script>",
    "<!-- <p>the town moved 2 families</p> -->",
    "<STYLE>p > b { color: red }</STYLE>",
    "<nav>Home</nav>",
)


@given(st.lists(st.tuples(st.lists(st.sampled_from(sorted(PIECES)), min_size=1), st.sampled_from(BETWEEN))))
def test_every_word_of_a_page_is_found_where_the_page_has_it(paragraphs):
    source, lines, n = "<html><title>News</title><body>", [], 0
    for pieces, between in paragraphs:
        written, shown = [], []
        for piece in pieces:
            n += 1
            written.append(piece.format(n=n))
            shown.append(PIECES[piece].format(n=n))
        source += f"{between}<p class='a'> {' '.join(written)}</p>\n"
        lines.append(" ".join(shown))
    text = "\n".join(lines)
    offsets = align(text, Source(source))
    assert len(offsets) == len(text)
    for char, offset in zip(text, offsets, strict=True):
        assert char.isspace() or source[offset] in (char, "&")
    words = [offset for char, offset in zip(text, offsets, strict=True) if not char.isspace()]
    assert words == sorted(words)
    for number in range(1, n + 1):
        assert source[offsets[text.index(f" {number}") + 1] :].startswith(str(number))


def test_what_the_reading_supplied_stands_nowhere_in_the_page():
    source = "<ul><li>Ten <b>crates</b> of bread</li></ul><p>Given out.</p>"
    offsets = align("- Ten crates of bread\nGiven out.\nEnd of the page", Source(source))
    assert offsets[:2] == (-1, -1)
    assert source[offsets[2] :].startswith("Ten <b>crates")
    assert source[offsets[22] :].startswith("Given out.")
    assert set(offsets[-15:]) == {-1}


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><head><title>A</title></head><body><p>Bridge opens</p></body></html>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/x.dtd"><html><body><p>A</p></body></html>',
        '<?xml version="1.0" encoding="iso-8859-1"?><html><head></head><body><p>café</p></body></html>',
        "<html><head></head><body><p>Bri\x00dge \x07opens</p></body></html>",
        "<html><head></head><body><p>Bridge\ufffe opens</p></body></html>",
        "<html lang='en' />\n<head></head><body><p>Bridge opens</p></body>",
        "<p>Bridge opens</p><p>on Monday</p>",
        "<html></html>",
    ],
)
def test_a_page_is_parsed_as_trafilatura_parses_it(page):
    assert etree.tostring(page_tree(page)) == etree.tostring(load_html(page))


def test_a_page_whose_words_are_written_otherwise_is_aligned_in_line_with_its_length():
    def pages(count: int) -> Callable[[], object]:
        shown = "".join(
            f"<p>The cafe\u0301 {n} se\u0301rved me\u0301n who we\u0301re the\u0301re</p>"
            for n in range(count)
        )
        text = unicodedata.normalize("NFC", shown.replace("<p>", "").replace("</p>", "\n"))
        source = Source(f"<body>{shown}</body>")
        assert align(text, source)[:3] == (9, 10, 11)
        return lambda: align(text, source)

    assert growth(pages, 1_000) < 24


def test_a_page_of_nothing_is_no_page():
    assert page_tree("<p>x</p>") is None
    with pytest.raises(ReportError, match=r"a\.html: .*page"):
        read_report("a.html", b"<html><body></body></html>")
