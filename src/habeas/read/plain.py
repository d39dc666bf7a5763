"""Plain text to a report: the text is the decoded file, nothing normalised away."""

from __future__ import annotations

import hashlib
from datetime import date

from habeas.model.report import Fact, Report
from habeas.read.decoding import decode
from habeas.read.language import language
from habeas.read.layout import lay_out

__all__ = ["read_text"]


def read_text(doc: str, data: bytes, published: date | None = None) -> Report:
    """One text file as a report; `published` is taken when the text states no date.

    >>> report = read_text("a.txt", b"Court Halts Flights\\nBy Ana Cruz\\nA court halted two flights on Monday.\\n12 Comments")
    >>> report.headline.value, report.byline.value, report.blocks[-1].noise.value
    ('Court Halts Flights', 'Ana Cruz', 'comment_counter')
    """
    text, encoding = decode(data)
    code, note = language(text)
    layout = lay_out(text, code)
    return Report(
        doc=doc,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        encoding=encoding,
        text=text,
        blocks=layout.blocks,
        language=code,
        headline=layout.headline,
        outlet=layout.outlet,
        byline=layout.byline,
        published=layout.published or (Fact(published.isoformat(), "argument") if published else None),
        notes=(note,) if note else (),
    )
