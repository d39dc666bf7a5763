"""A web page to a report: the article's text, each character mapped to the page's source."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from habeas.errors import ReportError
from habeas.model.report import Fact, Report
from habeas.model.span import Span
from habeas.read.alignment import Source, align
from habeas.read.decoding import decode
from habeas.read.language import language
from habeas.read.layout import lay_out
from habeas.read.page_dates import page_date
from habeas.read.page_facts import marked_byline, page_facts
from habeas.read.page_tree import page_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

__all__ = ["read_page"]


def read_page(doc: str, data: bytes, url: str | None = None, charset: str | None = None) -> Report:
    """One HTML page as a report. Raises ReportError when the page holds no article.

    The text is the headline, then the article as trafilatura (`fast=True`) takes it out of the page.
    `origin_offsets` leads from every character back to the decoded page.
    """
    source, encoding = decode(data, charset)
    tree = page_tree(source)
    if tree is None:
        raise ReportError(doc, "is not a page that can be parsed")
    facts = page_facts(tree, url)
    dated = page_date(tree, facts.url, facts.stamp)
    _empty_scripts(tree)
    body, headings = _article(tree)
    if not body:
        raise ReportError(doc, "is a page without an article")
    title = facts.headline.value if facts.headline else ""
    text = body if not title or body[: len(title) + 1].rstrip("\n") == title else f"{title}\n{body}"
    code, note = language(text)
    layout = lay_out(text, code, headings=_starts(text, headings), titled=bool(title))
    return Report(
        doc=doc,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/html",
        encoding=encoding,
        text=text,
        blocks=layout.blocks,
        language=code,
        headline=facts.headline if facts.headline is None else _placed(facts.headline, title),
        outlet=facts.outlet or layout.outlet,
        byline=facts.byline or layout.byline or marked_byline(tree),
        published=dated or layout.published,
        url=facts.url,
        origin_offsets=align(text, Source(source)),
        notes=(note,) if note else (),
    )


def _empty_scripts(tree: HtmlElement) -> None:
    """Takes the words out of scripts and styles, half of most pages, so that they are not copied time and again.

    No text comes from them but from JSON-LD, which stays.
    """
    for element in tree.iter("script", "style"):
        if element.text and element.get("type") != "application/ld+json":
            element.text = None


def _article(tree: HtmlElement) -> tuple[str, frozenset[str]]:
    """The article's text, one block a line, and the lines that the page marks as headings."""
    from trafilatura import bare_extraction, html2txt
    from trafilatura.utils import normalize_unicode

    document = bare_extraction(tree, options=_options())
    if document is None or isinstance(document, dict) or document.body is None:
        return str(html2txt(tree)).strip(), frozenset()
    heads = frozenset(
        " ".join("".join(map(str, head.itertext())).split()) for head in document.body.iter("head")
    )
    return normalize_unicode(document.text or "").strip(), heads


@cache
def _options() -> Extractor:
    """The fast reading without comments; made once, as making it reads a configuration."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", fast=True, comments=False)


def _starts(text: str, headings: frozenset[str]) -> frozenset[int]:
    """Where the lines stand that are headings."""
    made = []
    at = 0
    for line in text.split("\n"):
        if line.strip() in headings:
            made.append(at + len(line) - len(line.lstrip()))
        at += len(line) + 1
    return frozenset(made)


def _placed(headline: Fact, title: str) -> Fact:
    return Fact(headline.value, headline.basis, Span(0, len(title)))
