"""Marks made in a twentieth of the time, for sizes at which full marking would take days: what tracing looks at alone.

They hold tokens, sentences, plain numbers with the noun after them, and runs of capitalised words as names; no
quotation, attribution, moment or unit. bench/copies_at_scale.py says which sizes were measured on which marks.
"""

from __future__ import annotations

import re

from habeas.model.marks import (
    Comparator,
    EntityType,
    Marks,
    Mention,
    MentionForm,
    Quantity,
    QuantityKind,
    ReportEntity,
    Sentence,
    Token,
)
from habeas.model.report import Block, BlockKind, Fact, Report
from habeas.model.span import Span

__all__ = ["as_report", "light_marks"]

_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:,\d{3})*|[^\sA-Za-z\d]")
_SENTENCE = re.compile(r"\S[^.\n]*\.?")
_NUMBER = re.compile(r"\b(\d+(?:,\d{3})*) (?:[a-z]+ )?([a-z]+)\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def as_report(name: str, outlet: str, text: str) -> Report:
    """A text of an outlet as a report."""
    blocks = tuple(Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text))
    return Report(name, name, "text/plain", "utf-8", text, blocks, "en", outlet=Fact(outlet, "metadata"))


def light_marks(report: Report) -> Marks:
    """The marks of a generated report that tracing looks at."""
    text = report.text
    names = [m.span() for m in _NAME.finditer(text)]
    return Marks(
        doc=report.doc,
        language="en",
        tokens=tuple(Token(m.start(), m.end(), m[0].lower()) for m in _TOKEN.finditer(text)),
        sentences=tuple(Sentence(Span(m.start(), m.end()), 0) for m in _SENTENCE.finditer(text)),
        entities=tuple(ReportEntity(text[start:end], EntityType.OTHER) for start, end in names),
        mentions=tuple(
            Mention(Span(start, end), Span(start, end), n, MentionForm.NAME)
            for n, (start, end) in enumerate(names)
        ),
        quantities=tuple(
            Quantity(
                span=Span(m.start(1), m.end(1)),
                number=Span(m.start(1), m.end(1)),
                kind=QuantityKind.COUNT,
                value=int(m[1].replace(",", "")),
                value_max=None,
                unit=None,
                comparator=Comparator.EXACT,
                noun=Span(m.start(2), m.end(2)),
            )
            for m in _NUMBER.finditer(text)
        ),
    )
