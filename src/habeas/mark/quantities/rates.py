"""Rates: "per day", "a month", "annually" after an amount."""

from __future__ import annotations

from dataclasses import replace

from habeas.mark.quantities.amounts import Amount
from habeas.mark.quantities.line import Line
from habeas.model.marks import QuantityKind

__all__ = ["rated"]

_WITHOUT_ARTICLE = frozenset({QuantityKind.AGE, QuantityKind.ORDINAL, QuantityKind.VOTE})


def rated(line: Line, amount: Amount) -> Amount:
    """The amount with the thing or time it is per, where words after it say so."""
    if amount.kind in _WITHOUT_ARTICLE or amount.per:
        return amount
    at = amount.stop
    if adverb := line.vocab.rate_adverbs.get(line.word(at)):
        return replace(amount, per=adverb, stop=at + 1)
    hyphen = line.word(at) == "-"
    at += hyphen
    if line.has("per_words", at) or line.word(at) == "/" or line.has("each_words", at):
        at += 1
        at += line.word(at) == "-" and hyphen
        at += line.has("each_words", at)
        noun = line.vocab.rate_nouns.get(line.word(at))
        if noun and not line.has("single.after", at + 1):
            return replace(amount, per=noun, stop=at + 1)
    return amount
