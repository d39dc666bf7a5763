"""Bounds: no answer is larger than an assistant can take in, and what was left out is said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

__all__ = ["ANSWER", "QUOTE", "fitting", "page", "quoted"]

ANSWER = 24_000
"""Characters of an answer as JSON, about 6,000 tokens; what does not fit is left to the next call."""

QUOTE = 600
"""Characters of a quotation in a list; the claim by itself is quoted in full."""

_HEAD = 1_200
"""Room for what stands beside the rows."""


def fitting(rows: Iterable[Any], room: int = ANSWER - _HEAD) -> list[Any]:
    """The first of `rows` that fit in `room` characters; one at least, as every row is bounded by itself.

    >>> fitting(["a" * 10, "b" * 10, "c" * 10], 30)
    ['aaaaaaaaaa', 'bbbbbbbbbb']
    """
    kept: list[Any] = []
    for row in rows:
        room -= len(json.dumps(row, ensure_ascii=False)) + 2
        if room < 0 and kept:
            break
        kept.append(row)
    return kept


def page(name: str, rows: list[Any], total: int, offset: int, **more: Any) -> dict[str, Any]:
    """An answer with the `rows` that fit under `name`, the total, and where the next call goes on."""
    kept = fitting(rows, ANSWER - _HEAD - len(json.dumps(more, ensure_ascii=False)))
    after = offset + len(kept)
    told: dict[str, Any] = {**more, "total": total, name: kept}
    if after < total:
        told["left"] = total - after
        if kept:
            told["next_offset"] = after
    return told


def quoted(words: str, most: int = QUOTE) -> dict[str, Any]:
    """The exact words; where they are cut, the answer says after how many characters.

    >>> quoted("many words", 4)
    {'quote': 'many', 'quote_cut_after': 4}
    """
    return {"quote": words} if len(words) <= most else {"quote": words[:most], "quote_cut_after": most}
