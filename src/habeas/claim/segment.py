"""Segment: a stretch of a sentence between two of its joints."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.marks import Token
from habeas.model.span import Span

__all__ = ["Segment"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens `[first, last)` of a sentence (indexes into `Marks.tokens`).

    `opened` is the sign or word that divides it from what stands before ("," "which" "and" "" at the start);
    `verb` whether it has a verb.
    """

    first: int
    last: int
    opened: str
    verb: bool

    def span(self, tokens: tuple[Token, ...]) -> Span:
        """The stretch as offsets."""
        return Span(tokens[self.first].start, tokens[self.last - 1].end)
