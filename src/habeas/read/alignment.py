"""Extracted text aligned to the source of its page: for each character, where it stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

__all__ = ["Source", "align"]

_CHUNK = re.compile(r">([^<]*[^<\s][^<]*)")
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_HIDDEN = (
    ("<script", "</script"),
    ("<SCRIPT", "</SCRIPT"),
    ("<style", "</style"),
    ("<STYLE", "</STYLE"),
    ("<!--", "-->"),
)
_WINDOW = 50_000
"""How far ahead (in visible characters) the next piece is looked for before the whole page is."""
_LEAST = 12
"""A piece of fewer visible characters is only looked for right where the piece before it ended."""


class Source:
    """The visible characters of a page, each with its offset in the page's source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts: list[int] = []
        self._spans: list[tuple[int, int]] = []
        parts: list[str] = []
        length = 0
        for start, end in _visible(source):
            for match in _CHUNK.finditer(source, max(0, start - 1), end):
                chunk = match.group(1)
                shown = "".join((unescape(chunk) if "&" in chunk else chunk).split())
                if shown:
                    self._starts.append(length)
                    self._spans.append(match.span(1))
                    parts.append(shown)
                    length += len(shown)
        self.shown = "".join(parts)

    def offsets(self, start: int, end: int) -> list[int]:
        """The source offsets of the visible characters shown[start:end]."""
        made: list[int] = []
        at = bisect_right(self._starts, start) - 1
        while start < end:
            first = self._starts[at]
            of_chunk = _chunk_offsets(self._source, *self._spans[at])
            taken = of_chunk[start - first : end - first]
            if not taken:
                break
            made += taken
            start += len(taken)
            at += 1
        return made


def align(text: str, source: Source) -> tuple[int, ...]:
    """For each character of `text` its offset in the source, -1 where the reading supplied it.

    >>> align("Two flights", Source("<p>Two <b>flights</b></p>"))
    (3, 4, 5, 6, 10, 11, 12, 13, 14, 15, 16)
    """
    offsets = [-1] * len(text)
    cursor = 0
    for line in re.finditer(r"[^\n]+", text):
        cursor = _place(text, line.start(), line.end(), source, cursor, offsets)
    _bridge(text, offsets)
    return tuple(offsets)


def _place(text: str, start: int, end: int, source: Source, cursor: int, offsets: list[int]) -> int:
    """Places text[start:end], as one piece or, where the page differs, as smaller and smaller ones."""
    positions = [i for i in range(start, end) if not text[i].isspace()]
    if not positions:
        return cursor
    wanted = "".join(text[start:end].split())
    found = _find(source.shown, wanted, cursor)
    if found >= 0:
        for position, offset in zip(positions, source.offsets(found, found + len(wanted)), strict=False):
            offsets[position] = offset
        return found + len(wanted)
    middle = _middle(text, start, end)
    if middle is None:
        return cursor
    cursor = _place(text, start, middle, source, cursor, offsets)
    return _place(text, middle, end, source, cursor, offsets)


def _find(shown: str, wanted: str, cursor: int) -> int:
    if len(wanted) < _LEAST:
        return shown.find(wanted, cursor, cursor + len(wanted) + 2 * _LEAST)
    found = shown.find(wanted, cursor, cursor + len(wanted) + _WINDOW)
    if found < 0 and len(wanted) >= 2 * _LEAST:
        found = shown.find(wanted, cursor)
        if found < 0:
            found = shown.find(wanted, 0, cursor)
    return found


def _middle(text: str, start: int, end: int) -> int | None:
    """The white space nearest the middle; None when the piece is one word."""
    half = (start + end) // 2
    after = next((i for i in range(half, end - 1) if text[i].isspace()), None)
    before = next((i for i in range(half - 1, start, -1) if text[i].isspace()), None)
    near = [i for i in (after, before) if i is not None]
    return min(near, key=lambda i: abs(i - half)) if near else None


def _bridge(text: str, offsets: list[int]) -> None:
    """A space between two words that touch the same gap of the source stands at the start of that gap."""
    for i in range(1, len(offsets) - 1):
        if offsets[i] < 0 and text[i] in " \xa0\t" and 0 <= offsets[i - 1] < offsets[i + 1]:
            offsets[i] = offsets[i - 1] + 1


def _visible(source: str) -> list[tuple[int, int]]:
    """The source without scripts, styles and comments."""
    hidden = sorted(span for opening, closing in _HIDDEN for span in _between(source, opening, closing))
    made: list[tuple[int, int]] = []
    at = 0
    for start, end in hidden:
        if start >= at:
            made.append((at, start))
        at = max(at, end)
    made.append((at, len(source)))
    return made


def _between(source: str, opening: str, closing: str) -> list[tuple[int, int]]:
    made = []
    start = source.find(opening)
    while start >= 0:
        end = source.find(closing, start)
        end = len(source) if end < 0 else end + (len(closing) if closing == "-->" else 0)
        made.append((start, end))
        start = source.find(opening, end)
    return made


def _chunk_offsets(source: str, start: int, end: int) -> list[int]:
    """The source offset of each visible character of one run of text; an entity's characters stand at its start."""
    if source.find("&", start, end) < 0:
        return [i for i in range(start, end) if not source[i].isspace()]
    made: list[int] = []
    at = start
    for match in _ENTITY.finditer(source, start, end):
        made += [i for i in range(at, match.start()) if not source[i].isspace()]
        shown = unescape(match.group())
        if len(shown) == 1 or shown != match.group():
            made += [match.start()] * sum(1 for char in shown if not char.isspace())
        else:
            made += list(range(match.start(), match.end()))
        at = match.end()
    return made + [i for i in range(at, end) if not source[i].isspace()]
