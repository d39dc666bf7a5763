"""Reach: how far into a report it is read, so that no text, however dense, takes longer than its length allows.

What a text costs follows from what stands in it: numbers, quotation marks, capitals, signs, the ends of sentences, and
sentences that do not end. A report of usual words never comes near the bound; a megabyte of numbers does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["UNREAD", "begun", "reach", "unread"]

UNREAD: Final = "text"
"""The kind of a stretch that was left unread."""

_BUDGET: Final = 5_000_000
_WHOLE: Final = 100_000
"""Characters of a text that is read whole, whatever stands in it."""
_LEAST: Final = 20_000
"""Characters that are read of any text."""

_STEP: Final = 5_000
"""Characters of a part, whose cost is reckoned at once."""
_LAID: Final = 12
"""For each line of the whole text, read or not: laying it out, and sending its block from one process to another."""
_USUAL: Final = 10_000_000
"""More than any part holds."""
_COSTS: Final = (
    (re.compile(r"\d+"), (80, 40, 90)),
    (re.compile("[\"“”«»‘’']"), (25, _USUAL, 0)),
    (
        re.compile(r"(?<![^\W\d_])[A-Z\u00C0-\u00D6\u00D8-\u00DE\u0130\u0391-\u03A9\u0410-\u042F]"),
        (6, 250, 30),
    ),
    (re.compile(r"[^\w\s]"), (27, _USUAL, 0)),
)
_END: Final = re.compile(r"[.?!]+(?=\s|$)|\n")
_ENDED: Final = (150, 80, 120)
_LINE: Final = (110, 100, 70)
_LONG: Final = 400
_OVER: Final = 19
"""Microseconds of one core for each of these, for the end of a sentence, a line, and each character of a sentence beyond
its first `_LONG`; of the first three also how many a part of a usual report holds, and what each one more costs besides.
The bound over 228 texts of words and signs in rows which all but three in a hundred of them need less than four seconds a
megabyte for, and which the densest of usual reports, a paper's of short sentences and short paragraphs, stay 5 % below."""

_STRETCH: Final = 4_000
_BREAK: Final = re.compile(r"[.?!]+\s|\n")


def reach(text: str) -> int:
    """How many characters of `text` are read: all, but of texts that are long and dense.

    >>> usual = "The port was opened by the minister of trade on Monday, the harbour master said. " * 10_000
    >>> dense = "5 opened. " * 80_000
    >>> reach(usual) == len(usual), reach(dense)
    (True, 110000)
    """
    if len(text) <= _WHOLE:
        return len(text)
    left = _BUDGET * max(1.0, len(text) / 1_000_000) - _LAID * text.count("\n")
    run = 0
    for start in range(0, len(text), _STEP):
        part = text[start : start + _STEP]
        spent, run = _cost(part, run)
        left -= spent
        if left < 0:
            return _ended(text, max(start, _LEAST))
    return len(text)


def _cost(part: str, run: int) -> tuple[float, int]:
    """What a part of a text costs, `run` characters after the last end of a sentence; and the run at its end."""
    spent = float(sum(_priced(len(sign.findall(part)), price) for sign, price in _COSTS))
    last = lines = ends = 0
    for end in _END.finditer(part):
        if end[0] == "\n":
            lines += 1
        else:
            ends += 1
        spent += _OVER * _beyond(run, end.end() - last)
        run, last = 0, end.end()
    spent += _priced(ends, _ENDED) + _priced(lines, _LINE) + _OVER * _beyond(run, len(part) - last)
    return spent, run + len(part) - last


def _priced(count: int, price: tuple[int, int, int]) -> int:
    """What so many cost: `price` is that of one, how many are usual, and what each one more costs besides."""
    each, usual, besides = price
    return each * count + besides * max(0, count - usual)


def _beyond(run: int, more: int) -> int:
    return max(0, run + more - _LONG) - max(0, run - _LONG)


def _ended(text: str, at: int) -> int:
    """The last end of a sentence or line before `at`, else of a word, if one is near."""
    near = max(0, at - _STEP)
    ends = [found.end() for found in _BREAK.finditer(text, near, at)]
    return ends[-1] if ends else max(text.rfind(" ", near, at) + 1, near) or at


def begun(report: Report, end: int) -> Report:
    """The report as if it ended at `end`."""
    blocks = tuple(
        replace(block, span=Span(block.span.start, min(block.span.end, end)))
        for block in report.blocks
        if block.span.start < end
    )
    return replace(report, text=report.text[:end], blocks=blocks)


def unread(text: str, end: int) -> Iterator[Span]:
    """The stretches of `text` behind `end`, white space around them left out."""
    while end < len(text):
        stop = min(len(text), end + _STRETCH)
        if stop < len(text):
            stop = max(text.rfind(" ", end + 1, stop), text.rfind("\n", end + 1, stop)) + 1 or stop
        part = text[end:stop]
        start = end + len(part) - len(part.lstrip())
        if part.strip():
            yield Span(start, end + len(part.rstrip()))
        end = stop
