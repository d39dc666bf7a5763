"""Currencies that stand before a number: "$", "US$", "EUR"."""

from __future__ import annotations

from habeas.mark.quantities.line import Line
from habeas.mark.quantities.vocabulary import Unit

__all__ = ["currency_before"]

_CODE = 3
"""Letters of an ISO 4217 code."""


def currency_before(line: Line, first: int) -> tuple[Unit, int] | None:
    """The currency that ends before token `first`, and the token where it starts; None where there is none.

    Signs and codes stand before a number, nouns after it: "Spain won 88" has no currency.
    """
    found = line.vocab.money.ending(line.low, first, line.lo)
    if not found:
        return _lettered(line, first)
    start = found[1]
    sign = line.low[first - 1]
    if line.low[start] == "$":
        return found  # "$US40"
    if sign.isalpha() and line.vocab.has("money_rules.nouns", sign):
        return None
    if sign.isalpha() and len(sign) != _CODE and not line.vocab.has("money_rules.leading", sign):
        return _worded(line, first, found) or _lettered(line, first)
    letter = line.low[start]
    if (
        start < first - 1
        and len(letter) == 1
        and letter.isalpha()
        and not (line.glued(start + 1) and line.capital(start))
    ):
        sole = line.vocab.money.ending(line.low, first, start + 1)
        return sole if letter == "a" else found
    return found


def _worded(line: Line, first: int, found: tuple[Unit, int]) -> tuple[Unit, int] | None:
    """A currency in words before a great number or against it: "(euro15,800)", "more than pounds 1.6m"."""
    if not line.vocab.has("money_rules.worded", line.low[first - 1]) or found[1] != first - 1:
        return None
    behind = line.numeric(first - 2) or line.word(first - 2) in line.vocab.cardinals
    return found if line.glued(first) or (_is_great(line, first) and not behind) else None


def _lettered(line: Line, first: int) -> tuple[Unit, int] | None:
    """The currency of a capital letter against a number that has a separator or a power: "R1,200", "K500 million"."""
    unit = line.vocab.letters.get(line.word(first - 1))
    if unit is None or not line.glued(first) or not line.capital(first - 1):
        return None
    return (unit, first - 1) if _is_great(line, first) else None


def _is_great(line: Line, first: int) -> bool:
    """Whether the digits at token `first` have a separator, or a power behind them."""
    after = line.word(first + 1)
    powered = after in line.vocab.scales or (after in line.vocab.glued_scales and line.glued(first + 1))
    return powered or line.vocab.group_sign in line.low[first]
