"""Anchors: the day of writing that "Wednesday" is counted from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from habeas.mark.moments.expression import Date
from habeas.mark.moments.line import Line
from habeas.mark.moments.placed import Anchor
from habeas.mark.moments.recognise import recognise
from habeas.mark.moments.vocabulary import Vocabulary
from habeas.mark.tokens import tokens
from habeas.model.report import Block, BlockKind, NoiseKind, Report

__all__ = ["anchor"]

_DATED = (NoiseKind.PUBLISHED_LINE, NoiseKind.EMBEDDED_POST)


def anchor(report: Report, words: Vocabulary) -> Anchor | None:
    """The published date; where there is none, the latest full date of a published line or an embedded post."""
    if (published := report.published_date) is not None:
        return Anchor(published)
    for kind in _DATED:
        days = [day for block in report.blocks if block.noise is kind for day in _dates(report, block, words)]
        if days:
            return Anchor(max(days), sure=kind is NoiseKind.PUBLISHED_LINE)
    return None


def _dates(report: Report, block: Block, words: Vocabulary) -> list[date]:
    """The full dates written in one noise block."""
    alone = replace(report, blocks=(Block(block.span, BlockKind.PARAGRAPH),))
    found = []
    for one in recognise(Line(alone, tokens(alone), words)):
        said = one.what
        if isinstance(said, Date) and said.year and said.month and said.day and not said.other:
            try:
                found.append(date(said.year, said.month, said.day))
            except ValueError:
                continue
    return found
