"""Transcripts: turns of speech that stand behind a name and a colon, without quotation marks: "Ortiz: Nobody came."."""

from __future__ import annotations

import re

from habeas.mark.quotations.shapes import Piece
from habeas.model.span import Span

__all__ = ["turns"]

_LABEL = re.compile(
    r"(?P<label>[^\W\d_a-zà-ÿ][\w.'’-]*(?: (?:de |del |da |von |van |bin |al |the )?[^\W\d_a-zà-ÿ][\w.'’-]*){0,4}):\s+(?=\S)"
)
"""One to five capitalised words before a colon, at the start of a line."""
_LONGEST = 200
"""Characters of the longest label."""
_MARKS = frozenset('"“”«»')
_ENDS = (".", "?", "!", "…")
_ASKS = ("?",)


def turns(text: str, blocks: list[Span]) -> list[Piece]:
    """The turns of every exchange: two labelled lines or more in a row, by two speakers or more, one of whom asks.

    Lists whose lines have labels ("Location: Lima") ask nothing and end in no stop.
    """
    found: list[Piece] = []
    row: list[tuple[str, Piece]] = []
    for block in blocks:
        turn = _turn(text, block)
        if turn is not None:
            row.append(turn)
            continue
        found += _exchange(text, row)
        row = []
    return found + _exchange(text, row)


def _turn(text: str, block: Span) -> tuple[str, Piece] | None:
    if text.find(":", block.start, min(block.end, block.start + _LONGEST)) < 0:
        return None
    label = _LABEL.match(text, block.start, block.end)
    if (
        label is None
        or text[block.end - 1] not in _ENDS
        or not _MARKS.isdisjoint(text[label.end() : block.end])
    ):
        return None
    span = Span(label.end(), block.end)
    return label["label"], Piece(span, span, False, False, False, block, False)


def _exchange(text: str, row: list[tuple[str, Piece]]) -> list[Piece]:
    asks = any(text[piece.span.end - 1] in _ASKS for _, piece in row)
    return [piece for _, piece in row] if asks and len({label for label, _ in row}) > 1 else []
