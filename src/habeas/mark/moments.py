"""Moments."""

from __future__ import annotations
from habeas.model.marks import Moment, Sentence, Token
from habeas.model.report import Report


def moments(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> tuple[Moment, ...]:
    """Moments and periods in text order."""
    return ()
