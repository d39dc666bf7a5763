"""Words, numbers and signs: one pass over the text that every marker shares."""

from __future__ import annotations

import re

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
    # A few letters (İ) grow when lowered; then offsets differ and each token is folded by itself.
    aligned = len(folded) == len(text)
    found: list[Token] = []
    for block in report.blocks:
        if block.noise is not None:
            continue
        spans = map(re.Match.span, _TOKEN.finditer(text, block.span.start, block.span.end))
        if aligned:
            found += [Token(start, end, folded[start:end]) for start, end in spans]
        else:
            found += [Token(start, end, _fold(text[start:end])) for start, end in spans]
    return tuple(found)


def _fold(text: str) -> str:
    return text.lower().replace("’", "'").replace("ʼ", "'")
