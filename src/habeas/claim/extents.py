"""Extents: the name of a length, a height or a side by the words around the number: "40 metres high", "3 metres by 4"."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.model.marks import Quantity
from habeas.model.span import Span

__all__ = ["extent", "side"]

_JOINED = "-"
"""Joins a measure to what it describes: "a 30-foot wall"."""
_CROSSED = "x"


def side(ctx: Context, quantity: Quantity) -> str:
    """Which side of something a length is whose other side stands beside it, "3 metres by 4"; "" where it is none."""
    tokens, crosses = ctx.marks.tokens, ctx.words.crosses
    first, after = ctx.token_range(quantity.span)
    after += after < len(tokens) and tokens[after].lower == _JOINED
    crossing = after < len(tokens) and tokens[after].lower in crosses
    if crossing and any(t.lower[0].isdigit() for t in tokens[after + 1 : after + 3]):
        return ctx.words.extents[_JOINED]
    first -= first > 0 and tokens[first - 1].lower == _JOINED
    before = tokens[max(0, first - 3) : max(0, first - 1)]
    beside = (
        before
        and tokens[first - 1].lower in crosses
        and ctx.quantities_in(Span(before[0].start, before[-1].end))
    )
    return ctx.words.extents[_CROSSED] if beside else ""


def extent(ctx: Context, quantity: Quantity, measured: str) -> str:
    """The name of a measure: "height" for so many metres tall, "size" for a 30-foot wall, else the dimension."""
    first, after = ctx.token_range(quantity.span)
    tokens = ctx.marks.tokens
    near = [t.lower for t in tokens[max(0, after - 1) : after + 2]]
    if measured == "distance":
        near += [t.lower for t in tokens[first:after] if t.lower == _JOINED]
    linked = first > 1 and tokens[first - 1].lower in ctx.words.partitive
    if linked and tokens[first - 2].lower in ctx.words.extents.values():
        return tokens[first - 2].lower  # "a height of 6 metres"
    named = next((ctx.words.extents[w] for w in near if w in ctx.words.extents), None)
    return named or measured
