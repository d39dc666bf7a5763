"""What a reported number allows: its comparator as an interval."""

from __future__ import annotations

from math import inf, log10
from typing import NamedTuple

from habeas.model.marks import Comparator

__all__ = ["Bounds", "bounds", "vague_bounds"]


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


_VAGUE = {
    "dozen": (12, 99), "score": (20, 99), "hundred": (200, 999), "thousand": (2_000, 999_999),
    "million": (2_000_000, 999_999_999), "billion": (2e9, 999e9), "several": (3, inf), "few": (3, 10),
    "some": (1, inf), "many": (3, inf), "handful": (3, 7), "couple": (2, 2), "both": (2, 2),
    "docena": (12, 99), "decena": (10, 99), "ciento": (200, 999), "centenar": (100, 999), "mil": (2_000, 999_999),
    "millón": (2_000_000, 999_999_999), "millon": (2_000_000, 999_999_999), "varios": (3, inf), "mucho": (3, inf),
}  # fmt: skip
"""The least and most that a vague count can mean; "tens of" and "hundreds of" multiply."""


def vague_bounds(word: str) -> Bounds | None:
    """The interval of a vague count, None for a word that says nothing.

    >>> vague_bounds("hundreds")
    Bounds(low=200, high=999)
    >>> vague_bounds("tens of thousands")
    Bounds(low=20000, high=99999)
    """
    text = word.lower()
    if text.startswith(("tens of", "decenas de")):
        scale = 1_000_000 if "mill" in text else 1000
        return Bounds(20 * scale, 100 * scale - 1)
    if text.startswith(("hundreds of", "cientos de")) and text not in ("hundreds of", "cientos de"):
        scale = 1_000_000 if "mill" in text else 1000
        return Bounds(200 * scale, 1000 * scale - 1)
    for stem, (low, high) in _VAGUE.items():
        if text.startswith(stem) or f" {stem}" in text:
            return Bounds(low, high)
    return None


def bounds(value: float | str, value_max: float | None, comparator: Comparator) -> Bounds | None:
    """The interval of a claim's value; None for values that are not numbers (votes, unknown words).

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
        case Comparator.AT_MOST | Comparator.LESS_THAN:
            return Bounds(-inf, value)
        case _:
            return Bounds(value, value)


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
