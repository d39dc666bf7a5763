"""The tree of a page, as trafilatura parses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["page_tree"]

_CONTROLS = bytes({*range(32)} - {*b"\t\n\r"})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""U+FFFE and U+FFFF in UTF-8."""
_HEAD = 4096
_ONE = rb"\s++[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>=`]++))?+"
_ATTRIBUTE = re.compile(_ONE)
_TAG = re.compile(
    rb"<(?:!--.*?-->|([sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE])\b.*?</\1|[A-Za-z][\w:.-]*+(?:"
    + _ONE
    + rb")*+)",
    re.DOTALL,
)
"""A comment, the text of a script, or a tag with its attributes as far as they are well written: a stray quotation mark
makes no tag of half a page."""
_LONG_TAG = 10_000
"""Bytes from which a tag is looked at: no tag of a page has as many, but for pictures written into it."""
_MOST_ATTRIBUTES = 1_000


def page_tree(source: str) -> HtmlElement | None:
    """The tree of the page `source`; None when it is not a page that can be parsed.

    trafilatura's `load_html` looks through every page for what libxml2 cannot read, which costs half as much as the
    parsing. Nearly every page is free of it, and a page in UTF-8 is seen to be so in a tenth of that time; it is
    parsed at once, all others are left to `load_html`.
    """
    from lxml.etree import LxmlError
    from lxml.html import fromstring
    from trafilatura import load_html
    from trafilatura.utils import HTML_PARSER

    page = source.encode("utf-8", "surrogatepass")
    if (sound := _uncrowded(page)) != page:
        page, source = sound, sound.decode("utf-8", "surrogatepass")
    if _is_clean(page):
        try:
            tree: HtmlElement = fromstring(page, parser=HTML_PARSER)
        except (LxmlError, ValueError):
            return load_html(source)
        if len(tree):
            return tree
    return load_html(source)


def _uncrowded(page: bytes) -> bytes:
    """The page without the attributes of tags that have a thousand: libxml2 holds each against all before it."""
    ends = page.split(b">")
    # A crowd has ten thousand bytes with neither sign in them, or a thousand of one sign more than of the other.
    long = any(len(piece) - piece.rfind(b"<") > _LONG_TAG for piece in ends if len(piece) > _LONG_TAG)
    if not long and abs(len(ends) - page.count(b"<")) <= _MOST_ATTRIBUTES:
        return page
    made, end = [], 0
    for tag in _TAG.finditer(page):
        long = tag.end() - tag.start() > _LONG_TAG and tag[1] is None and tag[0][:2] != b"<!"
        if long and sum(1 for _ in _ATTRIBUTE.finditer(tag[0])) > _MOST_ATTRIBUTES:
            made += [page[end : tag.start()], tag[0].split(maxsplit=1)[0]]
            end = tag.end()
    return b"".join([*made, page[end:]]) if made else page


def _is_clean(page: bytes) -> bool:
    """Whether `load_html` would hand the page to libxml2 as it is."""
    head = page[:_HEAD].lower()
    if b"html" not in head[:50] or b"/" in _doctype(head) or any(sign in page for sign in _NO_CHARACTERS):
        return False
    shut = any(b"<html" in line and line.endswith(b"/>") for line in head.splitlines())
    return not shut and len(page.translate(None, _CONTROLS)) == len(page)


def _doctype(head: bytes) -> bytes:
    """The declaration with which a page begins, b"" where it has none."""
    return head[: head.find(b">") + 1] if b"doctype" in head[:50] else b""
