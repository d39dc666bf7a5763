"""One report: a pure function of its bytes, its name, and what its container says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from habeas.errors import ReportError
from habeas.model.report import Fact, Report
from habeas.read.plain import read_text
from habeas.read.recognising import Form, recognise
from habeas.read.stored import Known

__all__ = ["read_report"]

_HEAD = 8192
_HALF = re.compile("[\ud800-\udfff]")
"""Halves of the pairs by which UTF-16 writes a letter."""

_NO_REPORT = {
    Form.EMPTY: "is empty",
    Form.IMAGE: "is an image, not a report",
    Form.BINARY: "is a binary file, not a report",
    Form.GZIP: "is a compressed file that holds no web archive or report",
    Form.WARC: "is a web archive inside another container",
    Form.PARQUET: "is a Parquet file inside another container",
}


def read_report(doc: str, data: bytes, published: date | None = None, known: Known | None = None) -> Report:
    """The report that `data` is. Raises ReportError when it is none.

    >>> read_report("a.txt", b"A court in Lima halted the flights on Monday.").language
    'en'
    """
    context = known or Known()
    form = recognise(doc.partition("#")[0], data[:_HEAD] if data[:_HEAD].strip() else data.strip()[:_HEAD])
    if form in _NO_REPORT:
        raise ReportError(doc, _NO_REPORT[form])
    if form is Form.HTML:
        from habeas.read.page import read_page

        report = read_page(doc, data, url=context.url, charset=context.charset)
    elif form is Form.PDF:
        from habeas.read.pdf import read_pdf

        report = read_pdf(doc, data)
    else:
        report = read_text(doc, data)
    if not report.text.strip():
        raise ReportError(doc, "holds no text")
    return _with_known(report, context, published)


def _with_known(report: Report, known: Known, published: date | None) -> Report:
    """What the container says goes before what the reading found; the argument dates what has no date."""
    argued = Fact(published.isoformat(), "argument") if published else None
    url = known.url or report.url
    return replace(
        report,
        text=_whole(report.text),
        url=url and _whole(url),
        headline=_whole_fact(known.headline or report.headline),
        outlet=_whole_fact(known.outlet or report.outlet),
        byline=_whole_fact(known.byline or report.byline),
        published=known.published or report.published or argued,
    )


def _whole(text: str) -> str:
    """`text` with the sign for an unreadable letter where JSON or a PDF gives half of one: no file can hold halves."""
    return text if text.isascii() or not _HALF.search(text) else _HALF.sub("\ufffd", text)


def _whole_fact(fact: Fact | None) -> Fact | None:
    return fact and replace(fact, value=_whole(fact.value))
