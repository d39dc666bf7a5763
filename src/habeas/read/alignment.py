"""Extracted text aligned to the source of its page: for each character, where it stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from itertools import accumulate, compress

__all__ = ["Source", "align"]

_CHUNK = re.compile(r">\s*+([^<\s][^<]*+)")
_LINE = re.compile(r"[^\n]+")
_RUN = re.compile(r"\S+")
_SPACES = " \t\xa0"
_SPACE = re.compile(f"[{_SPACES}]")
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_HIDDEN = re.compile(r"<(?:script|style|!--|SCRIPT|STYLE)")
_CLOSING = {
    "<script": "</script",
    "<style": "</style",
    "<SCRIPT": "</SCRIPT",
    "<STYLE": "</STYLE",
    "<!--": "-->",
}
_BORDER = "\udfff"
"""Stands between two runs of text: half a letter, which no page that can be decoded shows."""
_WINDOW = 50_000
"""How far ahead (in visible characters) the next piece is looked for before the whole page is."""
_CLOSE = 2_000
_MOST_MISSED = 200_000_000
"""How many characters are looked through in vain before the next piece is looked for so `_CLOSE` only: a page of a
megabyte whose words trafilatura writes in another way is then aligned in less than a second, most of it."""
_PIECE = 24
_TRIES = 3
"""How often in a line the whole page is searched."""
_NEAR = 40
_LEAST = 10
"""A piece of fewer visible characters is only looked for right where the piece before it ended."""


class Source:
    """The visible characters of a page, each with its offset in the page's source."""

    def __init__(self, source: str) -> None:
        self._source = source
        begins: list[int] = []
        ends: list[int] = []
        chunks: list[str] = []
        for start, end in _visible(source):
            for match in _CHUNK.finditer(source, max(0, start - 1), end):
                chunks.append(match[1])
                begins.append(match.start() + 1)
                ends.append(match.end())
        parts = _shown(chunks)
        self._begins = list(compress(begins, parts))
        self._ends = list(compress(ends, parts))
        self._starts = list(accumulate(map(len, filter(None, parts)), initial=0))
        self._chunks: dict[int, list[int]] = {}
        self.shown = "".join(parts)
        self._missed = 0

    def verbatim(self, line: str, place: int) -> tuple[int, int] | None:
        """Where in the source, from `place` on, one run of text holds `line` as it is, and where that run
        begins among the visible characters; None where there is no such run near."""
        if len(line) < _LEAST:
            return None
        end = place + len(line) + self._window()
        found = self._source.find(line, place, end)
        if found < 0:
            self._missed += min(end, len(self._source)) - place
            return None
        at = bisect_right(self._begins, found) - 1
        if at < 0 or self._ends[at] < found + len(line):
            return None
        return found, self._starts[at]

    def find(self, piece: str, cursor: int, far: bool = False) -> int:
        """Where among the visible characters `piece` stands from `cursor` on, -1 where it does not near there or,
        with `far`, anywhere."""
        if len(piece) < _LEAST:
            return self.shown.find(piece, cursor, cursor + len(piece) + _NEAR)
        end = cursor + len(piece) + self._window()
        found = self.shown.find(piece, cursor, end)
        if found < 0:
            self._missed += min(end, len(self.shown)) - cursor
            if far and self._missed < _MOST_MISSED:
                found = self.shown.find(piece)
                self._missed += len(self.shown) if found < 0 else 0
        return found

    def _window(self) -> int:
        return _WINDOW if self._missed < _MOST_MISSED else _CLOSE

    def lay(self, text: str, start: int, end: int, found: int, offsets: list[int]) -> int:
        """Writes the offsets of the line text[start:end], whose visible characters begin at `found`, run of the
        source by run, and gives the last; -1 where a run does not stand in the line as it is."""
        at = bisect_right(self._starts, found) - 1
        if found < 0 or self._starts[at] != found or text[start].isspace():
            return -1
        while True:
            run = self._source[self._begins[at] : self._ends[at]]
            shown = run.strip()
            after = start + len(shown)
            if after > end or not _is_plain(shown) or not text.startswith(shown, start):
                return -1
            first = self._begins[at] + len(run) - len(run.lstrip())
            offsets[start:after] = range(first, first + len(shown))
            start = after
            while start < end and text[start].isspace():
                start += 1
            if start == end:
                return first + len(shown) - 1
            if start - after == 1 and text[after] in _SPACES:
                offsets[after] = first + len(shown)
            at += 1

    def offsets(self, start: int, end: int) -> list[int]:
        """The source offsets of the visible characters shown[start:end]."""
        made: list[int] = []
        at = bisect_right(self._starts, start) - 1
        while start < end and at < len(self._begins):
            first = self._starts[at]
            if at not in self._chunks:
                self._chunks[at] = _chunk_offsets(self._source, self._begins[at], self._ends[at])
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
    cursor = place = 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        exact = source.verbatim(line.group(), place)
        if exact is not None:
            place, cursor = exact
            offsets[start:end] = range(place, place + end - start)
            place += end - start
            continue
        wanted = "".join(line.group().split())
        if not wanted:
            continue
        found = source.find(wanted, cursor) if len(wanted) >= _LEAST else -1
        last = source.lay(text, start, end, found, offsets)
        if last < 0:
            runs = [run.span() for run in _RUN.finditer(text, start, end)]
            if found >= 0:
                _write(runs, 0, source.offsets(found, found + len(wanted)), offsets)
            else:
                cursor = _place(wanted, runs, source, cursor, offsets)
            _bridge(text, start, end, offsets)
            last = max(offsets[start:end])
        if found >= 0:
            cursor = found + len(wanted)
        place = max(place, last)
    return tuple(offsets)


def _place(wanted: str, runs: list[tuple[int, int]], source: Source, cursor: int, offsets: list[int]) -> int:
    """Places a line that the page does not have whole: run after run of what it has."""
    starts = [*_starts(runs), len(wanted)]
    at, missed = 0, 0
    while at < len(wanted):
        after = starts[bisect_right(starts, at)]
        found = source.find(wanted[at : at + _PIECE], cursor, far=missed < _TRIES)
        if found < 0:
            missed += 1
            found = source.shown.find(wanted[at:after], cursor, cursor + after - at + _NEAR)
        if found < 0:
            at = after
            continue
        length = _common(wanted, at, source.shown, found)
        _write(runs, at, source.offsets(found, found + length), offsets)
        cursor = found + length
        at += length
    return cursor


def _is_plain(shown: str) -> bool:
    """Whether a run of the source shows as it is written: no entity, and single blanks between its words."""
    return shown.isprintable() and "  " not in shown and "&" not in shown


def _starts(runs: list[tuple[int, int]]) -> list[int]:
    """Where each run of a line begins among the line's visible characters."""
    made, length = [], 0
    for start, end in runs:
        made.append(length)
        length += end - start
    return made


def _write(runs: list[tuple[int, int]], skipped: int, flat: list[int], offsets: list[int]) -> None:
    """Writes the offsets of visible characters to their places in the text, after `skipped` of them."""
    taken = 0
    for start, end in runs:
        length = end - start
        if skipped >= length:
            skipped -= length
            continue
        part = flat[taken : taken + length - skipped]
        offsets[start + skipped : start + skipped + len(part)] = part
        taken += len(part)
        skipped = 0
        if taken >= len(flat):
            return


def _common(wanted: str, at: int, shown: str, found: int) -> int:
    """How many characters of wanted[at:] and shown[found:] are the same."""
    low, high = 0, min(len(wanted) - at, len(shown) - found)
    while low < high:
        half = (low + high + 1) // 2
        if wanted[at + low : at + half] == shown[found + low : found + half]:
            low = half
        else:
            high = half - 1
    return low


def _bridge(text: str, start: int, end: int, offsets: list[int]) -> None:
    """A space between two placed words stands right after the first of them."""
    for match in _SPACE.finditer(text, start + 1, end - 1):
        i = match.start()
        if 0 <= offsets[i - 1] < offsets[i + 1]:
            offsets[i] = offsets[i - 1] + 1


def _shown(chunks: list[str]) -> list[str]:
    """The visible characters of each run of text; all are unescaped and split in one go, as a page has hundreds."""
    joined = f" {_BORDER} ".join(chunks)
    if joined.count(_BORDER) >= max(1, len(chunks)):
        return _shown([chunk.replace(_BORDER, "\ufffd") for chunk in chunks])
    return "".join((unescape(joined) if "&" in joined else joined).split()).split(_BORDER)


def _visible(source: str) -> list[tuple[int, int]]:
    """The source without scripts, styles and comments."""
    made: list[tuple[int, int]] = []
    at = 0
    while match := _HIDDEN.search(source, at):
        made.append((at, match.start()))
        closing = _CLOSING[match.group()]
        end = source.find(closing, match.end())
        if end < 0:
            return made
        at = end + len(closing) if closing == "-->" else end
    made.append((at, len(source)))
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
