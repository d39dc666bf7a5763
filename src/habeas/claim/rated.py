"""Rated: the named rate that a percentage is the size of: "an infection rate in the barracks of 35%"."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary
from habeas.claim.windows import Window
from habeas.model.marks import Quantity, QuantityKind

__all__ = ["rated"]

_FAR = 12
"""Words from a rate to its size."""
_NAMED = 2
"""Words that say which rate it is: "[teacher absence] rate"."""


def rated(ctx: Context, quantity: Quantity, clause: Window) -> tuple[str, str] | None:
    """What has the rate, "" where that is not said, and the rate: ("barracks", "infection rate")."""
    words, tokens = ctx.words, ctx.marks.tokens
    first, _ = ctx.token_range(quantity.span)
    if (
        quantity.kind is not QuantityKind.PERCENT
        or first < 2
        or tokens[first - 1].lower not in words.partitive
    ):
        return None
    for at in range(first - 2, max(clause.first, first - _FAR), -1):
        word = tokens[at].lower
        if word in words.rates:
            named = _modifiers(ctx, words, at)
            return (_bearer(ctx, words, at + 1, first - 1), f"{named} {word}") if named else None
        if not word[0].isalnum() or words.finite(word, tokens[at - 1].lower):
            return None
    return None


def _modifiers(ctx: Context, words: Vocabulary, at: int) -> str:
    """The words that say which rate stands at token `at`."""
    kept: list[str] = []
    for index in range(at - 1, max(-1, at - 1 - _NAMED), -1):
        word = ctx.marks.tokens[index].lower
        light = word in words.light or word in words.prepositions or word in words.articles
        if light or not word[0].isalpha() or words.finite(word, "a"):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _bearer(ctx: Context, words: Vocabulary, start: int, end: int) -> str:
    """The words behind the last preposition between a rate and its size."""
    led = [i for i in range(start, end) if ctx.marks.tokens[i].lower in words.prepositions]
    begin = led[-1] + 1 if led else end
    while begin < end and ctx.marks.tokens[begin].lower in words.articles:
        begin += 1
    if begin >= end:
        return ""
    return " ".join(ctx.report.text[ctx.marks.tokens[begin].start : ctx.marks.tokens[end - 1].end].split())
