"""Ranges: two moments between which words hold: "between 2019 and 2023", "from May 3 to June 9", "3-9 May"."""

from __future__ import annotations

from dataclasses import replace

from habeas.claim.indexes import Context
from habeas.model.marks import Moment
from habeas.model.span import Span

__all__ = ["ranged"]

_NEAR = 12
"""Characters between the two ends of a range at most, the linking word among them."""
_DAY = len("2025-03-21")


def ranged(ctx: Context, moment: Moment) -> Moment | None:
    """The whole range that the moment is an end of, as known by its last day: a count over it was so by then. None for a
    moment that stands alone."""
    if not moment.earliest or not moment.latest:
        return None
    if moment.timex and len(moment.timex) == _DAY and moment.earliest < moment.latest:
        return replace(moment, timex=moment.latest.isoformat())
    for first, last in ((_before(ctx, moment), moment), (moment, _after(ctx, moment))):
        if first and last and first.earliest and last.latest and _linked(ctx, first, last):
            return replace(
                last, span=Span(first.span.start, last.span.end), earliest=first.earliest, basis=moment.basis
            )
    return None


def _before(ctx: Context, moment: Moment) -> Moment | None:
    start = moment.span.start
    near = ctx.moments_in(Span(max(0, start - _NEAR), start))
    return near[-1] if near else None


def _after(ctx: Context, moment: Moment) -> Moment | None:
    end = moment.span.end
    near = ctx.moments_in(Span(end, min(len(ctx.report.text), end + _NEAR)))
    return near[0] if near else None


def _linked(ctx: Context, first: Moment, last: Moment) -> bool:
    """Whether a word that opens a range stands before the one moment, and the word that goes with it between the two."""
    at, after = ctx.token_range(first.span)
    tokens = ctx.marks.tokens
    then = ctx.token_range(last.span)[0]
    closing = ctx.words.ranges.get(tokens[at - 1].lower) if at > 0 else None
    if closing is None and at < after:
        closing = ctx.words.ranges.get(tokens[at].lower)  # the moment has taken in its preposition
    linked = closing is not None and then - after == 1 and tokens[after].lower in closing
    return linked and first.earliest is not None and last.latest is not None and first.earliest < last.latest
