"""Rates: "per day", "a month", "annually" after an amount."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.quantities.amounts import Amount
from habeas.mark.quantities.line import Line
from habeas.model.marks import QuantityKind

__all__ = ["rated"]

_CONVERSION = 7
"""Tokens of an amount in another currency."""
_WITHOUT_ARTICLE = frozenset({QuantityKind.AGE, QuantityKind.ORDINAL, QuantityKind.VOTE})


def rated(line: Line, amount: Amount) -> Amount:
    """The amount with the thing or time it is per, where words after it say so."""
    if amount.kind in _WITHOUT_ARTICLE or amount.per:
        return amount
    at = _past_conversion(line, amount)
    if adverb := line.vocab.rate_adverbs.get(line.word(at)):
        return replace(amount, per=adverb, stop=at + 1)
    hyphen = line.word(at) == "-"
    at += hyphen
    if (base := _of_so_many(line, at)) is not None:
        return replace(
            amount, per=line.text[line.words[base[0]].start : line.words[base[1] - 1].end], stop=base[1]
        )
    if line.has("per_words", at) or line.word(at) == "/" or line.has("each_words", at):
        at += 1
        # "$9-a-head", "the $9 per-head fee"
        at += line.word(at) == "-"
        at += line.has("each_words", at)
        noun = line.vocab.rate_nouns.get(line.word(at))
        if noun and not line.has("single.after", at + 1):
            return replace(amount, per=noun, stop=at + 1)
    return amount


def _past_conversion(line: Line, amount: Amount) -> int:
    """The token behind an amount, or behind the same in another currency in brackets: "400 dirhams [($109)] a month"."""
    at = amount.stop
    if amount.kind is not QuantityKind.MONEY or line.word(at) != "(":
        return at
    for closing in range(at + 1, min(at + _CONVERSION, line.hi)):
        if line.low[closing] == ")":
            return closing + 1
    return at


def _of_so_many(line: Line, at: int) -> tuple[int, int] | None:
    """The tokens of a number of which the amount is told: "9 per [1,000 births]", "116 for every [100,000 inmates]"."""
    every = line.has("rate_leads", at) and line.has("each_words", at + 1)
    first = at + 2 if every else at + 1
    if not (every or line.has("ratio_words", at)) or not line.numeric(first):
        return None
    stop = first + 1
    while stop < line.hi and line.low[stop] == "," and line.glued(stop) and line.numeric(stop + 1):
        stop += 2
    if line.alphabetic(stop) and not line.has("nouns.stop", stop):
        stop += 1
    return first, stop
