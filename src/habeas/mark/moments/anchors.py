"""Anchors: the day of writing that "Wednesday" is counted from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from habeas.mark.moments.expression import Date, Found
from habeas.mark.moments.line import Line
from habeas.mark.moments.placed import Anchor
from habeas.mark.moments.recognise import recognise
from habeas.mark.moments.tense import tense
from habeas.mark.moments.vocabulary import Vocabulary
from habeas.mark.tokens import tokens
from habeas.model.report import Block, BlockKind, NoiseKind, Report

__all__ = ["anchor"]

_DATED = (NoiseKind.PUBLISHED_LINE, NoiseKind.EMBEDDED_POST)


_LEAD = 16
"""Paragraphs and headings from the top among which a report without a date tells on what day its news were."""


def anchor(report: Report, line: Line, found: list[Found]) -> Anchor | None:
    """The published date; where there is none, the latest full date of a published line or an embedded post, else of
    what the first paragraphs tell as past ("broke out on Tuesday, 4 March 2025"). `found` are the expressions of `line`."""
    if (published := report.published_date) is not None:
        return Anchor(published)
    for kind in _DATED:
        days = [
            day for block in report.blocks if block.noise is kind for day in _dates(report, block, line.words)
        ]
        if days:
            return Anchor(max(days), sure=kind is NoiseKind.PUBLISHED_LINE)
    told = _told(report, line, found)
    return Anchor(max(told), sure=False) if told else None


def _told(report: Report, line: Line, found: list[Found]) -> list[date]:
    """The full days on which the report's first paragraphs tell that something was: in the past tense, or with the day
    of the week and nothing of what is to come."""
    own = [block for block in report.blocks if block.noise is None][:_LEAD]
    top = [one for one in found if line.token(one.start).start < own[-1].span.end]
    full = [(one, day) for one in top if (day := _day(one)) is not None]
    return [day for one, day in full if tense(line, one.start, one.end) < _weekday(line, one)]


def _weekday(line: Line, one: Found) -> int:
    """1 where an expression names the day of the week, else 0."""
    return int(line.low[one.start] in line.words.weekdays)


def _dates(report: Report, block: Block, words: Vocabulary) -> list[date]:
    """The full dates written in one noise block."""
    alone = replace(report, blocks=(Block(block.span, BlockKind.PARAGRAPH),))
    found = (_day(one) for one in recognise(Line(alone, tokens(alone), words)))
    return [day for day in found if day is not None]


def _day(one: Found) -> date | None:
    """The day of an expression that says day, month and year."""
    said = one.what
    if not isinstance(said, Date) or not (said.year and said.month and said.day) or said.other:
        return None
    try:
        return date(said.year, said.month, said.day)
    except ValueError:
        return None
