"""Comparing: numbers and moments that others are only compared with: "up from 300 the year before"."""

from __future__ import annotations

from itertools import pairwise

from habeas.claim.indexes import Context
from habeas.model.marks import Moment
from habeas.model.span import Span

__all__ = ["compared", "is_course", "of_compared", "set_against"]

_COURSE = 15
"""Words between the two ends of a course."""
_TRAILING = 30
"""Characters between a number and the moment that follows it."""


def compared(ctx: Context, span: Span) -> bool:
    """Whether the words before `span` are "from", "than", "compared with" (an article may stand between)."""
    words = ctx.words
    first, _ = ctx.token_range(span)
    near = [t.lower for t in ctx.marks.tokens[max(0, first - 4) : first]]
    while near and (near[-1] in words.articles or near[-1] in words.former):
        near.pop()
    if not near:
        return False
    if near[-1] in words.relatives:
        # "que" compares only after "más" and the like; else it opens a clause.
        return near[-1] in words.comparing and len(near) > 1 and near[-2] in words.increments
    return near[-1] in words.comparing or "compared" in near[-3:]


def of_compared(ctx: Context, moment: Moment) -> bool:
    """Whether a number right before the moment is only compared with: "up from 300 [the year before]"."""
    before = ctx.quantities_in(Span(max(0, moment.span.start - _TRAILING), moment.span.start))
    return bool(before) and compared(ctx, before[-1].span)


def set_against(ctx: Context, between: Span) -> bool:
    """Whether the words before a moment only compare with it: "40% fewer than in [2019]"."""
    words = ctx.words
    said = [t.lower for t in ctx.tokens_in(between)]
    return any(a in words.increments and b in words.comparing for a, b in pairwise(said))


def is_course(ctx: Context, first: int) -> bool:
    """Whether "from" leads to the count before a number that begins at a token: "from a peak of 90 men in May to [40] in June"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if first < 2 or tokens[first - 1].lower not in words.courses:
        return False
    before = ctx.quantities_in(Span(tokens[max(0, first - _COURSE)].start, tokens[first - 1].start))
    at = ctx.token_range(before[-1].span)[0] if before else 0
    led = [t.lower for t in tokens[max(0, at - _COURSE // 3) : at]]
    return bool(before) and any(word in words.ranges and word in words.courses for word in led)
