"""Laid: whom a penalty is laid upon: "sentenced the guard to 12 years", "a 16-year sentence to Ana Ruiz"."""

from __future__ import annotations

from habeas.claim.governors import free_mention, plain_words
from habeas.claim.indexes import Context
from habeas.claim.windows import Window
from habeas.model.marks import EntityType, Mention, Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["laid_upon"]

_ANYONE = "person"
_PENALTY = 4
"""Words from a length of time to the penalty that it is of: "a 16-year [prison sentence]"."""


def laid_upon(ctx: Context, quantity: Quantity, clause: Window) -> Mention | str | None:
    """Whom the number is laid upon: "sentenced [the guard] to 12 years", "fined [the owners] $5,000"."""
    words, tokens = ctx.words, ctx.marks.tokens
    first, after = ctx.token_range(quantity.span)
    verb = clause.verb
    named = _sentence_to(ctx, after) if quantity.kind is QuantityKind.DURATION else None
    if named is not None:
        return named
    if verb is None or verb + 1 >= first or tokens[verb].lower not in words.punishing:
        return None
    end = next((i for i in range(verb + 1, first) if tokens[i].lower in words.prepositions), first)
    named = free_mention(ctx, verb + 1, end)
    told = plain_words(ctx, verb + 1, end)
    return named if named is not None else (_ANYONE if told.lower() in words.objects else told or None)


def _sentence_to(ctx: Context, after: int) -> Mention | None:
    """Who is named behind a sentence as the one whom it is for: "proposed a 16-year prison sentence to [Ana Ruiz]"."""
    tokens, words = ctx.marks.tokens, ctx.words
    for at in range(after, min(len(tokens) - 2, after + _PENALTY)):
        if tokens[at].lower in words.penalties:
            named = ctx.mention_over(Span(tokens[at + 2].start, tokens[at + 2].end))
            linked = tokens[at + 1].lower in words.recipients and named is not None
            return named if linked and named and ctx.entity(named).type is EntityType.PERSON else None
    return None
