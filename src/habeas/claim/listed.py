"""Listed: numbers whose owner stands right beside them: "Togo ($5 million)", "Lima sent 12 nurses, [Quito] seven"."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.model.marks import Mention, MentionForm, Quantity, QuantityKind, Token
from habeas.model.span import Span

__all__ = ["bracketed", "gapped"]

_OWNER = 4
"""Words of an owner at most."""
_ENDS = frozenset({",", ".", ";", ")"})


def bracketed(ctx: Context, quantity: Quantity) -> Mention | None:
    """The name before brackets that hold the number alone: "five countries: [Togo] ($5.1 million), Palau ($7.5 million)"."""
    tokens = ctx.marks.tokens
    first, after = ctx.token_range(quantity.span)
    if first < 2 or after >= len(tokens) or tokens[first - 1].lower != "(" or tokens[after].lower != ")":
        return None
    owner = ctx.mention_over(Span(tokens[first - 2].start, tokens[first - 2].end))
    return owner if owner is not None and owner.form is MentionForm.NAME else None


def gapped(ctx: Context, quantity: Quantity) -> Mention | str | None:
    """Who or what stands right before a number that leaves out verb and noun: "freed 40 men, [the army] 12 and Peru nine"."""
    if quantity.kind is not QuantityKind.COUNT or quantity.noun is not None or quantity.unit is not None:
        return None
    words, tokens = ctx.words, ctx.marks.tokens
    first, after = ctx.token_range(quantity.span)
    following = tokens[after].lower if after < len(tokens) else "."
    if not (following in _ENDS or following in words.joiners or following in words.prepositions):
        return None
    start = first
    while start > 0 and first - start < _OWNER and _names(tokens[start - 1], words.prepositions):
        start -= 1
        if tokens[start].lower in words.articles:
            break
    if start < 1 or start == first or not _parts(tokens, start, words.joiners):
        return None
    owner = ctx.mention_over(Span(tokens[first - 1].start, tokens[first - 1].end))
    if owner is not None and owner.form is MentionForm.NAME:
        return owner
    if tokens[start].lower not in words.articles or start + 1 == first:
        return None
    return " ".join(t.lower for t in tokens[start + 1 : first])


def _names(token: Token, prepositions: frozenset[str]) -> bool:
    return token.lower[0].isalpha() and token.lower not in prepositions


def _parts(tokens: tuple[Token, ...], start: int, joiners: frozenset[str]) -> bool:
    """Whether a comma or "and" stands before the owner that begins at token `start`."""
    before = tokens[start - 1].lower
    return before in (",", ";") or before in joiners
