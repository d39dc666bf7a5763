"""Datelines: "LIMA, Peru, March 6 (Agency) -" before a report's first words, which is no part of what they say."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.model.span import Span

__all__ = ["after_dateline"]

_LONGEST = 18
"""Tokens of the longest dateline: place, country, day, agency."""
_AGENCY = 4
"""Tokens in the brackets of an agency, with the brackets, at most."""
_DASHES = frozenset({"-", "–", "—", "•"})
_SHORTEST = 3
"""Letters from which a word in capitals is taken for a place, and up to which one in small letters joins names."""


def after_dateline(ctx: Context, start: int) -> int:
    """Where the words of the sentence that starts at `start` begin, behind its dateline if it has one."""
    index = ctx.sentence_index(start)
    if index is None or ctx.marks.sentences[index].span.start != start:
        return start
    tokens = ctx.marks.tokens
    first, last = ctx.token_range(ctx.marks.sentences[index].span)
    for at in range(first + 1, min(last, first + _LONGEST)):
        word = tokens[at].lower
        if word == ")" and _agency(ctx, first, at):
            return tokens[at].end
        if len(word) == 1 and word in _DASHES and tokens[at].start > tokens[at - 1].end:
            return _end(ctx, first, at)
    return start


def _agency(ctx: Context, first: int, closing: int) -> bool:
    """Whether a dateline ends with its agency in brackets and no dash: "LIMA, Peru, Dec 28 (Reuters) Police broke up"."""
    text, tokens = ctx.report.text, ctx.marks.tokens
    opening = next((i for i in range(closing - 1, first, -1) if tokens[i].lower == "("), first)
    if not first < opening < closing - 1 or closing - opening > _AGENCY or closing + 1 >= len(tokens):
        return False
    placed = _end(ctx, first, closing) == tokens[closing].end
    return (
        placed
        and text[tokens[first].start : tokens[first].end].isupper()
        and tokens[closing + 1].lower[0].isalpha()
    )


def _end(ctx: Context, first: int, dash: int) -> int:
    """The place behind the dash at the token `dash`, if what stands before it is a dateline; else where that starts."""
    text, tokens = ctx.report.text, ctx.marks.tokens
    start = tokens[first].start
    word = text[start : tokens[first].end]
    if not (word.isupper() and len(word) >= _SHORTEST) and tokens[dash - 1].lower != ")":
        return start
    dated = [m.span for m in ctx.moments_in(Span(start, tokens[dash].start))]
    for token in tokens[first:dash]:
        plain = token.lower[0].isalpha() and not text[token.start].isupper()
        inside = any(span.start <= token.start < span.end for span in dated)
        if plain and token.end - token.start > _SHORTEST and not inside:
            return start
    return tokens[dash].end
