"""Words, numbers and signs: one pass over the text that every marker shares."""

from __future__ import annotations

import re

from habeas.model.marks import Token
from habeas.model.report import Report

__all__ = ["tokens"]

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., D.C.
    r"|\d+(?:[.,]\d+)*"  # 1,200.50
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"  # words, with inner apostrophes
    r"|[^\s]",
)
_FOLD = str.maketrans({"’": "'", "ʼ": "'"})


def tokens(report: Report) -> tuple[Token, ...]:
    """The tokens of the report's own blocks, in text order; noise blocks give none.

    A possessive stays on its word ("bukele's"); hyphens are tokens of their own.
    """
    text = report.text
    found = []
    add = found.append
    for block in report.blocks:
        if block.noise is not None:
            continue
        for match in _TOKEN.finditer(text, block.span.start, block.span.end):
            add(Token(match.start(), match.end(), match.group().lower().translate(_FOLD)))
    return tuple(found)
