"""Words, numbers and signs: one pass over the text that every marker shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.model.marks import Token
from habeas.model.report import Report

__all__ = ["tokens"]

_TOKEN = re.compile(
    # Most words are of plain letters alone: one quick class finds them, and gives way to the general one below.
    r"[A-Za-z]++(?![^\W\d_]|['’ʼ.])"
    r"|(?:[A-Z]\.){2,}"  # U.S., D.C.
    r"|\d+(?:[.,]\d+)*"  # 1,200.50
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"  # words, with inner apostrophes
    r"|[^\s]",
)


def tokens(report: Report) -> tuple[Token, ...]:
    """The tokens of the report's own blocks, in text order; noise blocks give none.

    A possessive stays on its word ("bukele's"); hyphens are tokens of their own.
    """
    text = report.text
    folded = _fold(text)
    found: list[Token] = []
    for block in report.blocks:
        if block.noise is not None:
            continue
        start, end = block.span.start, block.span.end
        # A few letters (İ) grow when lowered; then offsets differ and each token is folded by itself.
        if len(folded) == len(text):
            found += _between_spaces(text, folded, start, end)
        else:
            found += [Token(a, b, _fold(text[a:b])) for a, b in _places(text, start, end)]
    return tuple(found)


def _between_spaces(text: str, folded: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch whose folded form has the same places; what is a word or a number as it stands between
    spaces, or with one sign behind it, needs no pattern."""
    found: list[Token] = []
    at = start
    for piece in folded[start:end].split():
        at = folded.find(piece, at)
        after = at + len(piece)
        if piece.isalpha() or piece.isdecimal():
            found.append(Token(at, after, piece))
        else:
            body = piece[:-1]
            if not text[after - 1].isalnum() and (body.isalpha() or body.isdecimal()):
                found.append(Token(at, after - 1, body))
                found.append(Token(after - 1, after, piece[-1]))
            else:
                found += [Token(a, b, folded[a:b]) for a, b in _places(text, at, after)]
        at = after
    return found


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return map(re.Match.span, _TOKEN.finditer(text, start, end))


def _fold(text: str) -> str:
    return text.lower().replace("’", "'").replace("ʼ", "'")
