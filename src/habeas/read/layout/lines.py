"""Lines of a text: trimmed, and joined again where a line was only wrapped."""

from __future__ import annotations

import re

from habeas.model.span import Span

__all__ = ["lines", "unwrapped"]

# One visible line: from its first to its last non-space. Includes the rarer line breaks (form feed, U+2028, ...).
_LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S)?")
_ENDED = frozenset('.!?:;"”»…)]|')
_WRAP_LEAST, _WRAP_MOST = 40, 120
"""Files wrapped by hand or by a mail program break between 60 and 80; a PDF page up to about 110."""


def lines(text: str) -> list[Span]:
    """The visible lines of `text`, without the white space around them.

    >>> lines("One \\r\\n\\n  two words\\n")
    [Span(start=0, end=3), Span(start=9, end=18)]
    """
    return [Span(m.start(), m.end()) for m in _LINE.finditer(text)]


def unwrapped(text: str, found: list[Span]) -> list[Span]:
    """`found` with wrapped lines joined: a sentence that goes on in the next line is one block.

    A line is joined to the next when no empty line is between, it does not end like a sentence, and the next
    begins in lower case; in a text that is wrapped throughout, every line of a paragraph is joined.
    """
    wrapped = _is_wrapped(text, found)
    joined: list[Span] = []
    last_length = 0
    for span in found:
        if joined and _continues(text, joined[-1], span, last_length, wrapped):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
        last_length = span.end - span.start
    return joined


def _continues(text: str, before: Span, after: Span, last_length: int, wrapped: int) -> bool:
    if last_length < _WRAP_LEAST or not _adjacent(text, before, after):
        return False
    if wrapped:
        return text[before.end - 1] not in _ENDED or last_length > 0.8 * wrapped
    return text[before.end - 1] not in _ENDED and text[after.start].islower()


def _adjacent(text: str, before: Span, after: Span) -> bool:
    gap = text[before.end : after.start] if after.start - before.end < 40 else "\n\n"
    return gap.count("\n") + gap.replace("\r\n", "").count("\r") <= 1


def _is_wrapped(text: str, found: list[Span]) -> int:
    """The width at which the text is wrapped, 0 when its lines are whole paragraphs."""
    if len(found) < 4:
        return 0
    lengths = sorted(span.end - span.start for span in found)
    width = lengths[len(lengths) * 9 // 10]
    if not 50 <= width <= _WRAP_MOST:
        return 0
    full = [i for i, span in enumerate(found[:-1]) if span.end - span.start > 0.7 * width]
    going_on = sum(1 for i in full if text[found[i].end - 1] not in _ENDED)
    lower = sum(1 for i in full if text[found[i + 1].start].islower())
    return width if full and going_on > 0.5 * len(full) and lower > 0.3 * len(full) else 0
