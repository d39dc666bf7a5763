"""Moments: dates, times, periods, durations and recurrences, put in the calendar as far as the report allows.

The words are recognised in one pass (`recognise`), read as an expression (`expression`) and then placed (`place`)
against the day of writing (`anchors`) or against the moment spoken of before. Values are those of TIMEX3 (Pustejovsky
et al., ISO-TimeML, ISO 24617-1).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import repeat

from habeas.mark.moments.anchors import anchor
from habeas.mark.moments.expression import Date, Found, Shifted
from habeas.mark.moments.line import Line
from habeas.mark.moments.place import place
from habeas.mark.moments.placed import Placed
from habeas.mark.moments.recognise import recognise
from habeas.mark.moments.tense import tense
from habeas.mark.moments.vocabulary import vocabulary
from habeas.model.letters import owns
from habeas.model.marks import Moment, Sentence, Token
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["moments"]

_JOINS = frozenset(("a", "al", "and", "through", "to", "until", "y", "-", "–"))


def moments(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> tuple[Moment, ...]:  # noqa: ARG001
    """Moments and periods of the report's own words, in text order, never overlapping."""
    known = vocabulary(report.language)
    line = Line(report, words, known)
    all_found = recognise(line)
    now = anchor(report, line, all_found)
    before: Placed | None = None
    marked = []
    for found in map(_with_shared_year, repeat(line), all_found, [*all_found[1:], None]):
        placed = place(found, tense(line, found.start, found.end), now, before)
        marked.append(_moment(line, found, placed))
        if placed.earliest is not None and placed.kind in ("DATE", "TIME") and not _comparison(found):
            before = placed
    return tuple(marked)


def _with_shared_year(line: Line, found: Found, after: Found | None) -> Found:
    """The year that a date takes from the one it runs to: "from March 3 to April 5, 2019"."""
    said, end = found.what, after.what if after else None
    if after is None or not (isinstance(said, Date) and isinstance(end, Date)):
        return found
    joined = after.start - found.end == 1 and line.low[found.end] in _JOINS
    if (
        not joined
        or said.year
        or not said.month
        or said.year_shift is not None
        or not (end.year and end.month)
    ):
        return found
    return replace(found, what=replace(said, year=end.year - (said.month > end.month)))


def _comparison(found: Found) -> bool:
    """Whether a moment is named only to compare with ("a year earlier"): the story does not move there."""
    return isinstance(found.what, Shifted) and found.what.like and found.what.by < 0


def _moment(line: Line, found: Found, placed: Placed) -> Moment:
    end = line.token(found.end - 1).end
    last = line.low[found.end - 1]
    if owns(last):
        end -= 2
    elif last.endswith("'"):
        end -= 1
    return Moment(
        span=Span(line.token(found.start).start, end),
        kind=placed.kind,
        timex=placed.timex,
        earliest=placed.earliest,
        latest=placed.latest,
        basis=placed.basis,
        candidates=placed.candidates,
    )
