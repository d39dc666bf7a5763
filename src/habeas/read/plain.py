"""Plain text to a report (first version: blocks are lines)."""

from __future__ import annotations
import hashlib
import re
from habeas.model.report import Block, BlockKind, Report
from habeas.model.span import Span


def read_text(doc: str, data: bytes, language: str = "en") -> Report:
    """One text file as a report."""
    text = data.decode("utf-8")
    blocks = tuple(
        Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)
    )
    return Report(
        doc=doc,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        blocks=blocks,
        language=language,
    )
