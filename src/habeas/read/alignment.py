"""Extracted text aligned to the source of its page: for each character, where it stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

__all__ = ["Source", "align"]

_CHUNK = re.compile(r">([^<]*[^<\s][^<]*)")
_RUN = re.compile(r"\S+")
_SPACE = re.compile("[ \t\xa0]")
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_HIDDEN = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"))
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
        self._chunks: dict[int, list[int]] = {}
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
            if at not in self._chunks:
                self._chunks[at] = _chunk_offsets(self._source, *self._spans[at])
            taken = self._chunks[at][start - first : end - first]
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
    wanted = "".join(text[start:end].split())
    if not wanted:
        return cursor
    found = _find(source.shown, wanted, cursor)
    if found >= 0:
        flat = source.offsets(found, found + len(wanted))
        at = 0
        for run in _RUN.finditer(text, start, end):
            length = run.end() - run.start()
            offsets[run.start() : run.end()] = flat[at : at + length]
            at += length
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
    """A space between two placed words stands right after the first of them."""
    last = len(offsets) - 1
    for match in _SPACE.finditer(text, 1):
        i = match.start()
        if i < last and 0 <= offsets[i - 1] < offsets[i + 1]:
            offsets[i] = offsets[i - 1] + 1


def _visible(source: str) -> list[tuple[int, int]]:
    """The source without scripts, styles and comments."""
    hidden: list[tuple[int, int]] = []
    for opening, closing in _HIDDEN:
        hidden += _between(source, opening, closing) or _between(source, opening.upper(), closing.upper())
    hidden.sort()
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
        return _shown_offsets(source, start, end)
    made: list[int] = []
    at = start
    for match in _ENTITY.finditer(source, start, end):
        made += _shown_offsets(source, at, match.start())
        shown = unescape(match.group())
        if shown == match.group():
            made += range(match.start(), match.end())
        else:
            made += [match.start()] * sum(1 for char in shown if not char.isspace())
        at = match.end()
    return made + _shown_offsets(source, at, end)


def _shown_offsets(source: str, start: int, end: int) -> list[int]:
    made: list[int] = []
    for run in _RUN.finditer(source, start, end):
        made += range(run.start(), run.end())
    return made
