"""Respective: which of several moments or names a number goes with: "40 and 60 died in 2010 and 2011 respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from habeas.claim.indexes import Context
from habeas.model.marks import Mention, Moment, Quantity
from habeas.model.span import Span

__all__ = ["respective_moment", "respective_name"]

_GAP = 24
"""Characters between two of a row: "60 men [and] 40 women"."""
_JOINED = 6
"""Characters of "and", or of a comma, between two moments or two names."""

_TWO = 2

_Item = TypeVar("_Item", Moment, Mention)


def respective_moment(ctx: Context, span: Span) -> Moment | None:
    """The moment of the number at `span` where "respectively" gives each of a row its own."""
    end = _end(ctx, span)
    if end < 0:
        return None
    near = ctx.surroundings(span)
    return _own(ctx, span, [m for m in ctx.moments_in(Span(near.start, end)) if m.earliest is not None])


def respective_name(ctx: Context, quantity: Quantity) -> Mention | None:
    """The name that goes with a number where "respectively" gives each of a row its own."""
    end = _end(ctx, quantity.span)
    if end < 0:
        return None
    return _own(ctx, quantity.span, ctx.mentions_in(Span(ctx.surroundings(quantity.span).start, end)))


def _end(ctx: Context, span: Span) -> int:
    """Where "respectively" stands behind a number in its sentence; -1 where it does not."""
    words = ctx.words.respectively
    if not ctx.has_any(words, 0, len(ctx.marks.tokens)):
        return -1
    near = ctx.surroundings(span)
    return next((t.start for t in ctx.tokens_in(near) if t.lower in words and t.start >= span.end), -1)


def _own(ctx: Context, span: Span, items: Sequence[_Item]) -> _Item | None:
    """The one of the row of items at the end that stands where the number stands in its own row."""
    row: list[_Item] = []
    for item in reversed(items):
        if row and not 0 < row[-1].span.start - item.span.end <= _JOINED:
            break
        row.append(item)
    row.reverse()
    if len(row) < _TWO:
        return None
    start = ctx.surroundings(span).start
    numbers = [
        q for q in ctx.quantities_in(Span(start, row[0].span.start)) if q.span.end <= row[0].span.start
    ]
    held = [q.span for q in numbers][-len(row) :]
    joined = all(0 < b.start - a.end <= _GAP for a, b in pairwise(held))
    at = next((i for i, one in enumerate(held) if one.overlaps(span)), -1)
    return row[at] if joined and at >= 0 and len(held) == len(row) else None
