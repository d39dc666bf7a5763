"""A PDF to a report: the text of its pages, and where each page begins."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any

from habeas.errors import ReportError
from habeas.model.report import Fact, Report
from habeas.read.language import language
from habeas.read.layout import lay_out

__all__ = ["read_pdf"]

_MOST_PAGES = 5_000
_MOST_CHARACTERS = 20_000_000
_STAMP = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read_pdf(doc: str, data: bytes) -> Report:
    """One PDF as a report; `pages` holds where each page begins in the text.

    Pages are divided by an empty line. Raises ReportError for a broken or locked file, and for one that holds
    pictures of pages only.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReportError(doc, f"is a PDF that cannot be opened: {' '.join(str(error).split())}") from None
    try:
        text, starts, notes = _pages(document)
        facts = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if not text.strip():
        raise ReportError(doc, "is a PDF without text (scanned pages?); recognise its characters first")
    code, note = language(text)
    layout = lay_out(text, code)
    author = " ".join(facts.get("Author", "").split())
    return Report(
        doc=doc,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        encoding="",
        text=text,
        blocks=layout.blocks,
        language=code,
        headline=layout.headline or _title(facts),
        outlet=layout.outlet,
        byline=layout.byline or (Fact(author, "pdf") if author else None),
        published=layout.published or _created(facts),
        pages=starts,
        notes=(*((note,) if note else ()), *notes),
    )


def _pages(document: Any) -> tuple[str, tuple[int, ...], tuple[str, ...]]:
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    count = len(document)
    for index in range(min(count, _MOST_PAGES)):
        page = document[index]
        textpage = page.get_textpage()
        words = _readable(textpage.get_text_bounded())
        textpage.close()
        page.close()
        starts.append(length)
        parts.append(words + "\n\n")
        length += len(words) + 2
        if length > _MOST_CHARACTERS:
            break
    left = count - len(starts)
    notes = (f"{left} of its {count} pages were left out: it is too long",) if left else ()
    return "".join(parts), tuple(starts), notes


def _readable(words: str) -> str:
    """One line break for each line; U+FFFE and U+0002 are how pdfium shows a hyphen at the end of a line."""
    joined = re.sub("[\ufffe\x02]\r?\n?", "", words)
    return joined.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " ")


def _title(facts: dict[str, str]) -> Fact | None:
    title = " ".join(facts.get("Title", "").split())
    return Fact(title, "pdf") if " " in title and not title.lower().startswith("microsoft word") else None


def _created(facts: dict[str, str]) -> Fact | None:

    match = _STAMP.match(facts.get("CreationDate", ""))
    if match is None:
        return None
    try:
        return Fact(date(*map(int, match.groups())).isoformat(), "pdf")
    except ValueError:
        return None
