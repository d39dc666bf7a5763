"""Span: a place in a report's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Span"]

_ODD: Final = 1_000_003
"""Any odd number far from the lengths of words: spans that start and end alike hash apart."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open interval `[start, end)` of Unicode code points in `Report.text`.

    >>> Span(3, 8).overlaps(Span(7, 9))
    True
    >>> Span(3, 8).contains(Span(3, 8))
    True
    >>> start, end = Span(3, 8)
    """

    start: int
    end: int

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return self.start * _ODD + self.end

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __reduce__(self) -> tuple[object, ...]:
        return Span, (self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words themselves: quoting is slicing."""
        return text[self.start : self.end]
