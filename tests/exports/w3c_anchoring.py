"""Anchoring as the W3C Web Annotation Data Model tells it, written from the specification alone.

The text of a page is what the standard library's HTML parser finds outside of scripts, styles and comments, a space at the
edge of each block, white space made one; that is how a reader of annotations sees a page.
https://www.w3.org/TR/annotation-model/#selectors
"""

from __future__ import annotations

from html.parser import HTMLParser

INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
}
HIDDEN = {"script", "style", "noscript", "template", "head"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in HIDDEN
        self.parts += [] if tag in INLINE else [" "]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN
        self.parts += [] if tag in INLINE else [" "]

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def page_text(source: str) -> str:
    """The text of an HTML page."""
    parser = _Text()
    parser.feed(source)
    parser.close()
    return one_space("".join(parser.parts))


def one_space(text: str) -> str:
    return " ".join(text.split())


def by_position(selector: dict[str, object], text: str) -> str:
    """The segment that a TextPositionSelector selects: characters from start to before end."""
    assert selector["type"] == "TextPositionSelector"
    start, end = selector["start"], selector["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return text[start:end]


def by_quote(selector: dict[str, str], text: str) -> list[tuple[int, int]]:
    """Every segment that a TextQuoteSelector selects: the exact words between the prefix and the suffix."""
    assert selector["type"] == "TextQuoteSelector"
    exact, found, at = selector["exact"], [], -1
    while (at := text.find(exact, at + 1)) >= 0:
        end = at + len(exact)
        if text[:at].endswith(selector["prefix"]) and text[end:].startswith(selector["suffix"]):
            found.append((at, end))
    return found
