"""Quantities."""

from __future__ import annotations
from habeas.model.marks import Moment, Quantity, Sentence, Token
from habeas.model.report import Report


def quantities(
    report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...], when: tuple[Moment, ...]
) -> tuple[Quantity, ...]:
    """Quantities in text order; numbers inside a moment are not quantities."""
    return ()
