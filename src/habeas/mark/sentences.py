"""Sentences of the report's own text."""

from __future__ import annotations

import re

from habeas.model.marks import Sentence, Token
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["sentences"]

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-ZÁÉÍÓÚÑ¿¡0-9])")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sec|Gen|Sen|Rep|Gov|Lt|Col|St|No|vs|[A-Z])\.$|(?:[A-Z]\.){2,}$"
)


def sentences(report: Report, words: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """Sentences in text order, one block at a time; a heading is one sentence, noise has none."""
    text = report.text
    found = []
    for index, block in enumerate(report.blocks):
        if block.noise is not None:
            continue
        start = block.span.start
        for match in _END.finditer(text, block.span.start, block.span.end):
            if _ABBREVIATION.search(text, start, match.end()):
                continue
            found.append(Sentence(Span(start, match.end()), index))
            start = match.end()
            while start < block.span.end and text[start].isspace():
                start += 1
        if start < block.span.end:
            found.append(Sentence(Span(start, block.span.end), index))
    return tuple(found)
