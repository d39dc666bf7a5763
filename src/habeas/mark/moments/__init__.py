"""Moments: dates, times, periods, durations and recurrences, put in the calendar as far as the report allows.

The words are recognised in one pass (`recognise`), read as an expression (`expression`) and then placed (`place`)
against the day of writing (`anchors`) or against the moment spoken of before. Values are those of TIMEX3 (Pustejovsky
et al., ISO-TimeML, ISO 24617-1).
"""

from __future__ import annotations

from habeas.mark.moments.anchors import anchor
from habeas.mark.moments.expression import Found, Shifted
from habeas.mark.moments.line import Line
from habeas.mark.moments.place import place
from habeas.mark.moments.placed import Placed
from habeas.mark.moments.recognise import recognise
from habeas.mark.moments.tense import tense
from habeas.mark.moments.vocabulary import vocabulary
from habeas.model.marks import Moment, Sentence, Token
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["moments"]


def moments(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> tuple[Moment, ...]:  # noqa: ARG001
    """Moments and periods of the report's own words, in text order, never overlapping."""
    known = vocabulary(report.language)
    line = Line(report, words, known)
    now = anchor(report, known)
    before: Placed | None = None
    marked = []
    for found in recognise(line):
        placed = place(found, tense(line, found.start, found.end), now, before)
        marked.append(_moment(line, found, placed))
        if placed.earliest is not None and placed.kind in ("DATE", "TIME") and not _comparison(found):
            before = placed
    return tuple(marked)


def _comparison(found: Found) -> bool:
    """Whether a moment is named only to compare with ("a year earlier"): the story does not move there."""
    return isinstance(found.what, Shifted) and found.what.like and found.what.by < 0


def _moment(line: Line, found: Found, placed: Placed) -> Moment:
    end = line.token[found.end - 1].end
    last = line.low[found.end - 1]
    if last.endswith("'s"):
        end -= 2
    elif last.endswith("'"):
        end -= 1
    return Moment(
        span=Span(line.token[found.start].start, end),
        kind=placed.kind,
        timex=placed.timex,
        earliest=placed.earliest,
        latest=placed.latest,
        basis=placed.basis,
        candidates=placed.candidates,
    )
