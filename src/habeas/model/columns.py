"""Columns: the words of one report side by side, laid out once for every marker and claim maker that reads them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, TypeVar, cast

from habeas.model.letters import is_capital, is_figure, owns
from habeas.model.marks import Sentence, Token
from habeas.model.seeking import first_from

__all__ = ["Columns", "columns", "lasting"]

T = TypeVar("T")

W = TypeVar("W", bound=Collection[str])

_REMEMBERED: Final = 32768
_MOST: Final = 64
_LASTING: Final[list[Collection[str]]] = []
_NUMBERS: Final[dict[int, int]] = {}
_OF: Final[dict[str, list[int]]] = {}
"""The words that every report is asked for, at most so many sets of them; their numbers by identity; and for each word met
the numbers of those that it is among, so that one look tells all."""


def lasting(words: W) -> W:
    """`words`, to be asked for in every report from now on: made once a language or pack, never changed."""
    if len(_LASTING) < _MOST:
        _NUMBERS[id(words)] = len(_LASTING)
        _LASTING.append(words)
        _OF.clear()
    return words


def _of(word: str) -> list[int]:
    """The numbers of the lasting sets that hold a word met for the first time."""
    if len(_OF) > _REMEMBERED:
        _OF.clear()
    found = _OF[word] = [number for number, words in enumerate(_LASTING) if word in words]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The tokens of sentences: which is the first of each, and which the one behind its last."""

    parts: tuple[Sentence, ...]
    firsts: list[int]
    ends: list[int]


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
    held: list[list[int]]
    bounded: list[Bounds]

    def among(self, words: Collection[str]) -> list[int]:
        """Where the words stand that are among `words`, in text order.

        >>> seen = columns("To be or not to be", tuple(map(Token, (0, 3, 6), (2, 5, 8), ("to", "be", "or"))))
        >>> seen.among({"be", "to"})
        [0, 1]
        """
        number = _NUMBERS.get(id(words), _MOST)
        if number < len(self.held):
            return self.held[number].copy()
        places = self.places
        # The fewer are gone through: a report holds some hundred words, a lexicon a thousand.
        met = (
            places.keys() & words if len(words) < len(places) else [word for word in places if word in words]
        )
        found: list[int] = []
        for word in met:
            found += places[word]
        found.sort()
        return found

    def bounds(self, parts: tuple[Sentence, ...]) -> Bounds:
        """The tokens of the report's sentences, found once."""
        for known in self.bounded:
            if known.parts is parts:
                return known
        made = Bounds(parts, [], [])
        end = 0
        for part in parts:
            start = self.first_at(part.span.start, end)
            end = self.first_at(part.span.end, start)
            made.firsts.append(start)
            made.ends.append(end)
        self.bounded[:] = [made]
        return made

    def at(self, offset: int) -> int:
        """The first token that starts at or after `offset`, wherever that is."""
        return first_from(self.starts, offset)

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
    starts = _starts(tokens)
    places = _places(lower)
    figures: list[int] = []
    owning: list[str] = []
    for word, at in places.items():
        if is_figure(word):
            figures += at
        elif owns(word):
            owning.append(word)
    figures.sort()
    upper = [is_capital(text, start) for start in starts]
    made = Columns(tokens, lower, starts, upper, places, figures, owning, _held(places, len(lower)), [])
    _LAST[:] = [made, *_LAST[:1]]
    return made


_COUNTED: Final[tuple[object, ...]] = tuple(range(65536))
"""The numbers from 0 on, each made once: every report counts its letters and words by them."""


def _starts(tokens: tuple[Token, ...]) -> list[int]:
    """Where each token starts."""
    counted = _COUNTED
    last = len(counted)
    starts: list[object] = [counted[token.start] if token.start < last else token.start for token in tokens]
    return cast("list[int]", starts)


def _places(lower: list[str]) -> dict[str, list[int]]:
    """Where each word stands."""
    counted = _COUNTED
    last = len(counted)
    places: dict[str, list[object]] = {}
    for at, word in enumerate(lower):
        number: object = counted[at] if at < last else at
        known = places.get(word)
        if known is not None:
            known.append(number)
        else:
            places[word] = [number]
    return cast("dict[str, list[int]]", places)


def _held(places: dict[str, list[int]], count: int) -> list[list[int]]:
    """For each lasting set where its words stand, in text order."""
    counted = _COUNTED
    last = len(counted)
    held: list[list[object]] = [[] for _ in _LASTING]
    of: list[list[int] | None] = [None] * count
    for word, standing in places.items():
        numbers = _OF.get(word)
        if numbers is None:
            numbers = _of(word)
        if numbers:
            for at in standing:
                of[at] = numbers
    for at, held_by in enumerate(of):
        if held_by is not None:
            for number in held_by:
                held[number].append(counted[at] if at < last else at)
    return cast("list[list[int]]", held)
