"""Pairing: which opening mark belongs to which closing mark, when some are missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.mark.quotations.signs import Side, Sign
from habeas.model.span import Span

__all__ = ["Pair", "pairs"]

_STOP = re.compile(r"[.!?…]+(?=\s|$)")
_LONGEST_SINGLE = 400
"""Characters. A single quotation this long is far more often a stray apostrophe that found another."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The marks of one quotation. `open` or `close` is empty at the place where a mark is missing;
    `runs_on` says that the quotation reaches the end of its block without a closing mark."""

    open: Span
    close: Span
    depth: int
    runs_on: bool = False


class _Open:
    """The marks that are open at a place, the outermost first, and for each family of marks where its own stand."""

    __slots__ = ("places", "signs")

    def __init__(self) -> None:
        self.signs: list[Sign] = []
        self.places: dict[str, list[int]] = {}

    def add(self, sign: Sign) -> None:
        self.places.setdefault(sign.family, []).append(len(self.signs))
        self.signs.append(sign)

    def last(self, family: str) -> int:
        """Where the innermost of the family stands; -1 where none is open."""
        held = self.places.get(family)
        return held[-1] if held else -1

    def cut(self, at: int) -> None:
        """From here on nothing is open that stands at `at` or within it."""
        while len(self.signs) > at:
            self.places[self.signs.pop().family].pop()


def pairs(text: str, block: Span, found: Sequence[Sign], continued: str, carried: bool = False) -> list[Pair]:
    """The quotations of one block, in the order of their opening marks.

    `continued` is the family of the opening mark with which the next block starts, as every paragraph of a long
    quotation does, or the family of the one that closes it; "" where it starts with none. `carried` says that speech runs on
    into this block. A mark without its partner ends (or starts) at the nearest sentence border.
    """
    made: list[Pair] = []
    held = _Open()
    border = block.start
    for index, sign in enumerate(found):
        if _opens(text, held, sign, found, index):
            if sign.family == '"' and held.last('"') >= 0 and not _nests(found, index):
                border = _drop(text, held, sign.start, made)
            held.add(sign)
            continue
        partner = _partner(text, held, sign, found, index)
        if partner is None:
            open_from = block.start if carried and not made else None
            made += _headless(text, sign, held, border, open_from)
            border = max(border, sign.end) if sign.family != "'" else border
            continue
        opened = held.signs[partner]
        held.cut(partner)
        made.append(Pair(Span(opened.start, opened.end), Span(sign.start, sign.end), partner))
        border = sign.end
    if held.signs:
        _finish(text, block, held.signs, made, continued)
    if len(made) > 1:
        made.sort(key=lambda pair: (pair.open, pair.close, pair.depth))
    return made


def _opens(text: str, held: _Open, sign: Sign, found: Sequence[Sign], index: int) -> bool:
    if sign.side is not Side.EITHER:
        return sign.side is Side.OPEN
    if held.last(sign.family) < 0:
        before = text[sign.start - 1] if sign.start else " "
        return not before.isdigit() or (index + 1 < len(found) and found[index + 1].side is Side.CLOSE)
    return False


def _nests(found: Sequence[Sign], index: int) -> bool:
    """Whether two closing marks follow, one for each of two open quotations with the same marks."""
    depth = 1
    for sign in found[index + 1 : index + 8]:
        if sign.family != '"':
            continue
        if sign.side is Side.OPEN:
            return False
        depth -= 1
        if depth < 0:
            return True
    return False


def _partner(text: str, held: _Open, sign: Sign, found: Sequence[Sign], index: int) -> int | None:
    at = held.last(sign.family)
    if at < 0:
        return None
    if sign.family == "'" and _apostrophe(text, sign, found, index):
        return None
    opened = held.signs[at]
    if sign.family == "'" and sign.start - opened.end > _LONGEST_SINGLE and not _leads(text, opened):
        return None
    return at


def _leads(text: str, sign: Sign) -> bool:
    """Whether a single mark surely opens speech: it opens its paragraph, or stands behind a colon."""
    return (
        text[max(0, sign.start - 2) : sign.start] in ("", "\n", "\n\n", ": ") or text[sign.start - 1] == "\n"
    )


def _apostrophe(text: str, sign: Sign, found: Sequence[Sign], index: int) -> bool:
    """Whether a closing single mark is the apostrophe of a plural, as another one closes later."""
    if text[sign.start - 1] not in "sS" or not text[sign.end : sign.end + 2].strip():
        return False
    later = (s for s in found[index + 1 : index + 6] if s.family != '"' or s.side is Side.CLOSE)
    follower = next(later, None)
    return follower is not None and follower.family == "'" and follower.side is Side.CLOSE


def _headless(text: str, sign: Sign, held: _Open, border: int, open_from: int | None) -> list[Pair]:
    """A closing mark that nothing opened: the quotation starts where its sentence does, or at `open_from`."""
    if sign.family == "'" or held.signs or text[sign.start - 1] not in ".,!?…":
        return []
    if open_from is not None:
        return [Pair(Span(open_from, open_from), Span(sign.start, sign.end), 0)]
    start = border
    for stop in _STOP.finditer(text, border, sign.start - 1):
        start = stop.end()
    while start < sign.start and text[start].isspace():
        start += 1
    return [Pair(Span(start, start), Span(sign.start, sign.end), 0)] if start < sign.start else []


def _drop(text: str, held: _Open, limit: int, made: list[Pair]) -> int:
    """Close the open quotation at the end of its first sentence; the place where it ends."""
    outer = held.signs[held.places['"'][0]]
    held.cut(0)
    end = _sentence_end(text, outer.end, limit)
    made.append(Pair(Span(outer.start, outer.end), Span(end, end), 0))
    return end


def _sentence_end(text: str, start: int, limit: int) -> int:
    stop = _STOP.search(text, start, limit)
    end = stop.end() if stop else limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _finish(text: str, block: Span, stack: list[Sign], made: list[Pair], continued: str) -> None:
    """What is still open at the end of the block: runs on into the next, or lost its closing mark."""
    opened = next((s for s in stack if s.family != "'" or (continued == "'" and _leads(text, s))), None)
    if opened is None:
        return
    if continued:
        made.append(Pair(Span(opened.start, opened.end), Span(block.end, block.end), 0, runs_on=True))
        return
    end = _sentence_end(text, opened.end, block.end)
    made.append(Pair(Span(opened.start, opened.end), Span(end, end), 0))
