"""Columns: the words of one report side by side, laid out once for every marker and claim maker that reads them."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import Final, TypeVar, cast

from habeas.model.letters import is_capital, is_figure, owns
from habeas.model.marks import Token

__all__ = ["Columns", "columns"]

T = TypeVar("T")

_REMEMBERED: Final = 32768


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The tokens of a report by what they are: the folded word, its first character, whether that is a capital; for every
    word the places where it stands; where there are figures, and which words end in "'s"."""

    tokens: tuple[Token, ...]
    lower: list[str]
    starts: list[int]
    upper: list[bool]
    places: dict[str, list[int]]
    figures: list[int]
    owning: list[str]

    def among(self, words: Set[str]) -> list[int]:
        """Where the words stand that are among `words`, in text order.

        >>> seen = columns("To be or not to be", tuple(map(Token, (0, 3, 6), (2, 5, 8), ("to", "be", "or"))))
        >>> seen.among({"be", "to"})
        [0, 1]
        """
        places = self.places
        # The fewer are gone through: a report holds some hundred words, a lexicon a thousand.
        held = (
            places.keys() & words if len(words) < len(places) else [word for word in places if word in words]
        )
        found: list[int] = []
        for word in held:
            found += places[word]
        found.sort()
        return found

    def at(self, offset: int) -> int:
        """The first token that starts at or after `offset`, wherever that is."""
        starts = self.starts
        low, high = 0, len(starts)
        while low < high:
            middle = (low + high) >> 1
            if starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def first_at(self, offset: int, before: int = 0) -> int:
        """The first token that starts at or after `offset`; `before` is one known to be no later, where the walk begins."""
        starts, at = self.starts, before
        count = len(starts)
        while at < count and starts[at] < offset:
            at += 1
        return at

    def judged(self, met: dict[str, T], judge: Callable[[str], T]) -> list[T]:
        """What is known of each word by itself. `met` remembers it for all reports, at most of `_REMEMBERED` words; `judge`
        is asked for what is met for the first time."""
        if len(met) > _REMEMBERED:
            met.clear()
        found: list[T | None] = [None] * len(self.lower)
        for word, places in self.places.items():
            one = met.get(word)
            if one is None:
                one = met[word] = judge(word)
            for at in places:
                found[at] = one
        return cast("list[T]", found)


_LAST: list[Columns] = []
"""The last two columns asked for: all that reads a report asks for the same, but for the dates in its noise."""


def columns(text: str, tokens: tuple[Token, ...]) -> Columns:
    """The columns of the tokens of `text`; the last two are remembered."""
    for held in _LAST:
        if held.tokens is tokens:
            return held
    lower = [token.lower for token in tokens]
    starts = [token.start for token in tokens]
    places: dict[str, list[int]] = {}
    numbers: list[list[int]] = []
    owning: list[str] = []
    for at, word in enumerate(lower):
        known = places.get(word)
        if known is not None:
            known.append(at)
            continue
        places[word] = first = [at]
        if is_figure(word):
            numbers.append(first)
        elif owns(word):
            owning.append(word)
    figures = [at for held_at in numbers for at in held_at]
    figures.sort()
    made = Columns(
        tokens, lower, starts, [is_capital(text, start) for start in starts], places, figures, owning
    )
    _LAST[:] = [made, *_LAST[:1]]
    return made
