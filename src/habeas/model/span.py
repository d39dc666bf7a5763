"""Span: a place in a report's text."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Span"]


class Span(NamedTuple):
    """Half-open interval `[start, end)` of Unicode code points in `Report.text`.

    >>> Span(3, 8).overlaps(Span(7, 9))
    True
    >>> Span(3, 8).contains(Span(3, 8))
    True
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words themselves: quoting is slicing."""
        return text[self.start : self.end]
