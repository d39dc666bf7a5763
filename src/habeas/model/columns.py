"""Columns: the words of one report side by side, laid out once for every marker and claim maker that reads them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from habeas.model.letters import is_capital, is_figure
from habeas.model.marks import Token

__all__ = ["Columns", "columns"]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The tokens of a report by what they are: the folded word, its first character, whether that is a capital; for every
    word the places where it stands, and where there are figures."""

    tokens: tuple[Token, ...]
    lower: list[str]
    starts: list[int]
    upper: list[bool]
    places: dict[str, list[int]]
    figures: list[int]

    def among(self, words: Set[str]) -> list[int]:
        """Where the words stand that are among `words`, in text order.

        >>> seen = columns("To be or not to be", tuple(map(Token, (0, 3, 6), (2, 5, 8), ("to", "be", "or"))))
        >>> seen.among({"be", "to"})
        [0, 1]
        """
        found: list[int] = []
        for word in self.places.keys() & words:
            found += self.places[word]
        found.sort()
        return found

    def first_at(self, offset: int, before: int = 0) -> int:
        """The first token that starts at or after `offset`; `before` is one known to be no later, where the walk begins."""
        starts, at = self.starts, before
        count = len(starts)
        while at < count and starts[at] < offset:
            at += 1
        return at


_LAST: list[Columns] = []
"""The columns asked for last: all that reads a report asks for the same."""


def columns(text: str, tokens: tuple[Token, ...]) -> Columns:
    """The columns of the tokens of `text`; those asked for last are remembered."""
    for held in _LAST:
        if held.tokens is tokens:
            return held
    lower = [token.lower for token in tokens]
    starts = [token.start for token in tokens]
    places: dict[str, list[int]] = {}
    figures: list[int] = []
    for at, word in enumerate(lower):
        if is_figure(word):
            figures.append(at)
        known = places.get(word)
        if known is None:
            places[word] = [at]
        else:
            known.append(at)
    made = Columns(tokens, lower, starts, [is_capital(text, start) for start in starts], places, figures)
    _LAST[:] = [made]
    return made
