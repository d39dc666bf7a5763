"""Hedges and negations."""

from __future__ import annotations
from habeas.model.marks import Cue, Sentence, Token
from habeas.model.report import Report


def hedges(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> tuple[Cue, ...]:
    """Hedges in text order."""
    return ()


def negations(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> tuple[Cue, ...]:
    """Negations in text order."""
    return ()
