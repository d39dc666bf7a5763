"""Inhabited: the place whose people a number counts: "Tarkova, a town of about 20,000"."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.topics import Topic, predicated
from habeas.claim.windows import Window
from habeas.model.marks import EntityType, Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["inhabited"]

_COMPOUND = 4
"""Words that describe a place ("a small fishing town of 800")."""


def inhabited(ctx: Context, quantity: Quantity, noun: str | None, clause: Window) -> Topic | None:
    """The place that has so many people, named beside the words for it, else these words; None where none is told of."""
    words, tokens = ctx.words, ctx.marks.tokens
    first, after = ctx.token_range(quantity.span)
    at = first - 2
    if quantity.kind is not QuantityKind.COUNT or at < 1 or not _counts_people(ctx, noun, after):
        return None
    if tokens[first - 1].lower not in words.partitive or tokens[at].lower not in words.settlements:
        return None
    start = at
    while start > 1 and at - start < _COMPOUND and _describes(ctx, start - 1):
        start -= 1
    opening = start - (tokens[start - 1].lower in words.articles)
    if opening > 1 and tokens[opening - 1].lower == ",":
        named = ctx.mention_over(Span(tokens[opening - 2].start, tokens[opening - 2].end))
        if named is not None:
            entity = ctx.entity(named)
            return Topic(entity.name, entity.type, 0)
    verb = tokens[opening - 1].lower
    told = predicated(ctx, quantity, clause) if verb in words.auxiliaries or verb in words.copulas else None
    return told or Topic(ctx.report.text[tokens[start].start : tokens[at].end], EntityType.PLACE, 0, True)


def _counts_people(ctx: Context, noun: str | None, after: int) -> bool:
    """Whether the number is of people: by its noun, or as nothing follows that it could be of."""
    if noun is not None:
        return noun.rpartition(" ")[2] in ctx.words.dwellers
    tokens = ctx.marks.tokens
    return after >= len(tokens) or not tokens[after].lower[0].isalnum()


def _describes(ctx: Context, at: int) -> bool:
    """Whether the word at a token can describe the noun that follows."""
    words, word = ctx.words, ctx.marks.tokens[at].lower
    light = word in words.light or word in words.prepositions or word in words.copulas
    return word[0].isalpha() and not light
