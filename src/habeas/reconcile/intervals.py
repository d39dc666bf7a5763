"""What a reported number allows: its comparator as an interval."""

from __future__ import annotations

from functools import cache
from math import inf, log10
from typing import NamedTuple

from habeas.model.marks import Comparator
from habeas.packs import lexicon

__all__ = ["Bounds", "bounds", "meant_bounds", "vague_bounds"]

LARGE = 2000
"""The least of "thousands", the smallest count that "tens of" and "hundreds of" multiply."""


WITHIN = 1e-6
"""How far within its bounds a rounded number is meant."""
MORE = 1.2
"""The factor above "more than so many" up to which so many are spoken of, where the last digit allows no more."""


class Bounds(NamedTuple):
    """Closed interval of the values that a claim allows, in its unit."""

    low: float
    high: float

    def meets(self, other: Bounds) -> bool:
        """Whether one value could satisfy both.

        >>> Bounds(65, 70).meets(Bounds(70, 80))
        True
        """
        return self.low <= other.high and other.low <= self.high


def vague_bounds(word: str) -> Bounds | None:
    """The interval of a vague count, None for a word that says nothing.

    >>> vague_bounds("hundreds")
    Bounds(low=200, high=999)
    >>> vague_bounds("tens of thousands")
    Bounds(low=20000, high=99999)
    """
    text = word.lower()
    for opening, (low, high) in _vague("vague_multiples"):
        scale = _meant(text.removeprefix(opening)) if text.startswith(opening) else None
        if scale and scale.low >= LARGE:
            return Bounds(low * scale.low // 2, high * scale.low // 2 - 1)
    return _meant(text)


def _meant(text: str) -> Bounds | None:
    for beginning, (low, high) in _vague("vague"):
        if text.startswith(beginning) or f" {beginning}" in text:
            return Bounds(low, high)
    return None


@cache
def _vague(table: str) -> tuple[tuple[str, tuple[float, float]], ...]:
    """A table of vague counts in the languages that reports are read in, in the order of the files."""
    return tuple(
        (words, (low, high))
        for language in ("en", "es")
        for words, (low, high) in lexicon(language, "reconcile")[table].items()
    )


def bounds(
    value: float | str, value_max: float | None, comparator: Comparator, *, limit: bool = False
) -> Bounds | None:
    """The interval of a claim's value; None for values that are not numbers (votes, unknown words). The number of a
    `limit` is the most there can be: "up to 500" is 500.

    An approximate number allows half a unit of its last significant digit: "around 14,000" is 13,500 to 14,500,
    "around 40,000" 35,000 to 45,000.
    """
    if isinstance(value, str):
        return vague_bounds(value)
    if comparator is Comparator.RANGE or value_max is not None:
        return Bounds(value, value if value_max is None else value_max)
    match comparator:
        case Comparator.APPROX:
            half = _last_digit(value) / 2
            return Bounds(value - half, value + half)
        case Comparator.AT_LEAST | Comparator.MORE_THAN:
            return Bounds(value, inf)
        case Comparator.AT_MOST if limit:
            return Bounds(value, value)
        case Comparator.AT_MOST | Comparator.LESS_THAN:
            return Bounds(-inf, value)
        case _:
            return Bounds(value, value)


def meant_bounds(value: float | str, value_max: float | None, comparator: Comparator) -> Bounds | None:
    """The interval of a claim's value as it is meant: nobody says "more than 12,000" of 15,000.

    >>> meant_bounds(12_000, None, Comparator.MORE_THAN)
    Bounds(low=12000, high=14400.0)
    >>> meant_bounds(400, None, Comparator.MORE_THAN)
    Bounds(low=400, high=500.0)
    """
    if comparator is Comparator.MORE_THAN and not isinstance(value, str) and value_max is None and value > 0:
        return Bounds(value, max(value * MORE, value + _last_digit(value)))
    allowed = bounds(value, value_max, comparator)
    if (
        allowed is None
        or comparator is not Comparator.APPROX
        or isinstance(value, str)
        or value_max is not None
    ):
        return allowed
    # "About 40" and "about 50" are two numbers, though both may be rounded from 45.
    return Bounds(allowed.low + WITHIN, allowed.high - WITHIN)


def _last_digit(value: float) -> float:
    """The place value of the last digit that is not a trailing zero: 14,000 -> 1,000."""
    if value == 0:
        return 1.0
    if value != int(value):
        return float(10.0 ** -len(f"{value:.10g}".partition(".")[2]))
    whole = int(abs(value))
    place = 1
    while whole % (place * 10) == 0 and place * 10 <= whole:
        place *= 10
    return float(min(place, 10 ** max(0, int(log10(whole)))))
