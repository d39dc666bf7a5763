"""Names."""

from __future__ import annotations
from habeas.model.marks import Mention, ReportEntity, Sentence, Token
from habeas.model.pack import Pack
from habeas.model.report import Report


def names(
    report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...], pack: Pack
) -> tuple[tuple[ReportEntity, ...], tuple[Mention, ...]]:
    """Entities of the report and their mentions in text order."""
    return (), ()
