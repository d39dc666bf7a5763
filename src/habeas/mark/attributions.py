"""Attributions."""

from __future__ import annotations
from habeas.model.marks import Attribution, Mention, Quotation, ReportEntity, Sentence, Token
from habeas.model.report import Report


def attributions(
    report: Report,
    words: tuple[Token, ...],
    parts: tuple[Sentence, ...],
    quoted: tuple[Quotation, ...],
    entities: tuple[ReportEntity, ...],
    mentions: tuple[Mention, ...],
) -> tuple[Attribution, ...]:
    """Who says what, in text order of the content."""
    return ()
