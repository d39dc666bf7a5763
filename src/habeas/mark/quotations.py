"""Quotations."""

from __future__ import annotations
from habeas.model.marks import Quotation, Sentence, Token
from habeas.model.report import Report


def quotations(
    report: Report, parts: tuple[Sentence, ...], words: tuple[Token, ...]
) -> tuple[Quotation, ...]:
    """Quotations in text order."""
    return ()
