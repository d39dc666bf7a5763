"""Pairing: which opening mark belongs to which closing mark, when some are missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from habeas.mark.quotations.signs import Side, Sign
from habeas.model.span import Span

__all__ = ["Pair", "pairs"]

_STOP = re.compile(r"[.!?…]+(?=\s|$)")
_LONGEST_SINGLE = 400
"""Characters. A single quotation this long is far more often a stray apostrophe that found another."""


class Pair(NamedTuple):
    """The marks of one quotation. `open` or `close` is empty at the place where a mark is missing;
    `runs_on` says that the quotation reaches the end of its block without a closing mark."""

    open: Span
    close: Span
    depth: int
    runs_on: bool = False


def pairs(text: str, block: Span, found: Sequence[Sign], continued: bool) -> list[Pair]:
    """The quotations of one block, in the order of their opening marks.

    `continued` says that the next block starts with an opening mark, as every paragraph of a long
    quotation does. A mark without its partner ends (or starts) at the nearest sentence border.
    """
    made: list[Pair] = []
    stack: list[Sign] = []
    border = block.start
    for index, sign in enumerate(found):
        if _opens(text, stack, sign, found, index):
            if sign.family == '"' and any(s.family == '"' for s in stack) and not _nests(found, index):
                border = _drop(text, stack, sign.start, made)
            stack.append(sign)
            continue
        partner = _partner(text, stack, sign, found, index)
        if partner is None:
            made += _headless(text, sign, stack, border)
            border = max(border, sign.end) if sign.family != "'" else border
            continue
        del stack[partner + 1 :]
        opened = stack.pop()
        made.append(Pair(Span(opened.start, opened.end), Span(sign.start, sign.end), len(stack)))
        border = sign.end
    if stack:
        _finish(text, block, stack, made, continued)
    return sorted(made)


def _opens(text: str, stack: list[Sign], sign: Sign, found: Sequence[Sign], index: int) -> bool:
    if sign.side is not Side.EITHER:
        return sign.side is Side.OPEN
    if not any(s.family == sign.family for s in stack):
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


def _partner(text: str, stack: list[Sign], sign: Sign, found: Sequence[Sign], index: int) -> int | None:
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].family == sign.family:
            if sign.family == "'" and _apostrophe(text, sign, found, index):
                return None
            if sign.family == "'" and sign.start - stack[at].end > _LONGEST_SINGLE:
                return None
            return at
    return None


def _apostrophe(text: str, sign: Sign, found: Sequence[Sign], index: int) -> bool:
    """Whether a closing single mark is the apostrophe of a plural, as another one closes later."""
    if text[sign.start - 1] not in "sS" or not text[sign.end : sign.end + 2].strip():
        return False
    later = (s for s in found[index + 1 : index + 6] if s.family != '"' or s.side is Side.CLOSE)
    follower = next(later, None)
    return follower is not None and follower.family == "'" and follower.side is Side.CLOSE


def _headless(text: str, sign: Sign, stack: list[Sign], border: int) -> list[Pair]:
    """A closing mark that nothing opened: the quotation starts where its sentence does."""
    if sign.family == "'" or stack or text[sign.start - 1] not in ".,!?…":
        return []
    start = border
    for stop in _STOP.finditer(text, border, sign.start - 1):
        start = stop.end()
    while start < sign.start and text[start].isspace():
        start += 1
    return [Pair(Span(start, start), Span(sign.start, sign.end), 0)] if start < sign.start else []


def _drop(text: str, stack: list[Sign], limit: int, made: list[Pair]) -> int:
    """Close the open quotation at the end of its first sentence; the place where it ends."""
    outer = next(s for s in stack if s.family == '"')
    stack.clear()
    end = _sentence_end(text, outer.end, limit)
    made.append(Pair(Span(outer.start, outer.end), Span(end, end), 0))
    return end


def _sentence_end(text: str, start: int, limit: int) -> int:
    stop = _STOP.search(text, start, limit)
    end = stop.end() if stop else limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _finish(text: str, block: Span, stack: list[Sign], made: list[Pair], continued: bool) -> None:
    """What is still open at the end of the block: runs on into the next, or lost its closing mark."""
    opened = next((s for s in stack if s.family != "'"), None)
    if opened is None:
        return
    if continued:
        made.append(Pair(Span(opened.start, opened.end), Span(block.end, block.end), 0, runs_on=True))
        return
    end = _sentence_end(text, opened.end, block.end)
    made.append(Pair(Span(opened.start, opened.end), Span(end, end), 0))
