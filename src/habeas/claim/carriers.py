"""Carriers: what has those counted with it: "A [bus] with 40 nurses crashed", "the [ferry] carrying 60 men sank"."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.model.marks import Mention, Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["carrier"]

_LONGEST = 4
"""Words of what carries."""


def carrier(ctx: Context, quantity: Quantity) -> Mention | str | None:
    """The thing that opens the clause and has those counted with it, where a verb tells what it did."""
    words, tokens = ctx.words, ctx.marks.tokens
    if quantity.kind is not QuantityKind.COUNT or quantity.noun is None:
        return None
    led = ctx.token_range(quantity.span)[0] - 1
    while led > 0 and tokens[led].lower in words.adverbs:
        led -= 1
    link = tokens[led].lower
    if led < 1 or not (link in words.having or link in words.carrying):
        return None
    _, after = ctx.token_range(quantity.noun)
    after += after < len(tokens) and tokens[after].lower in words.travelling
    if after >= len(tokens) or not words.finite(tokens[after].lower, tokens[after - 1].lower):
        return None
    start = led
    while start > 0 and led - start < _LONGEST and _describes(ctx, start - 1):
        start -= 1
    article = start > 0 and tokens[start - 1].lower in words.articles
    opens = ctx.surroundings(quantity.span).start == tokens[max(0, start - 1)].start
    if start == led or not (article and (opens or not tokens[max(0, start - 2)].lower[0].isalnum())):
        return None
    named = ctx.mention_over(Span(tokens[led - 1].start, tokens[led - 1].end))
    return named or " ".join(ctx.report.text[tokens[start].start : tokens[led - 1].end].split())


def _describes(ctx: Context, at: int) -> bool:
    """Whether the word at a token can belong to the noun that stands before "with"."""
    words, word = ctx.words, ctx.marks.tokens[at].lower
    light = word in words.light or word in words.prepositions or word in words.articles
    return word[0].isalnum() and not light
