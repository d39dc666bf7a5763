"""What of a report names are read from: its words, which have capitals, and which have them only by their place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from habeas.mark.names.vocabulary import Vocabulary
from habeas.model.columns import Columns, columns, lasting
from habeas.model.letters import owns
from habeas.model.marks import Sentence, Token
from habeas.model.report import BlockKind, Report

__all__ = ["Scan", "base", "is_called", "scan"]

_TITLED = {BlockKind.HEADLINE, BlockKind.DECK, BlockKind.HEADING}
_OPENING = lasting(frozenset("\"“‘'«([¿¡—–•*:"))
_S = ord("s")
_BEYOND = 4
"""Tokens behind the last one that are asked for."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A report's tokens made ready: lower-case words, the same without "'s", which have capitals, sentence starts,
    Title Case sentences. `forms` remembers names already read off the text."""

    text: str
    words: tuple[Token, ...]
    columns: Columns
    low: list[str]
    bases: list[str]
    upper: list[bool]
    capitals: list[int]
    opens: list[int]
    turns: list[int]
    starts: list[bool]
    initial: list[bool]
    titled: tuple[tuple[int, int], ...]
    forms: list[str]
    lasts: list[int]

    def word(self, index: int) -> str:
        """The word as written, without a possessive ending."""
        start = self.words[index].start
        return self.text[start : start + len(self.bases[index])]

    def possessive(self, index: int) -> bool:
        """Whether the word ends in a possessive, in itself or by an apostrophe after it."""
        low = self.low[index]
        if owns(low):
            return True
        after = index + 1
        return (
            ord(low[len(low) - 1]) == _S
            and after < len(self.words)
            and self.low[after] in "'’"
            and self.words[after].start == self.words[index].end
        )

    def is_small(self, low: str) -> bool:
        """Whether a word of the report stands somewhere without a capital."""
        places = self.columns.places.get(low)
        return places is not None and any(not self.upper[i] for i in places)

    def joined(self, index: int) -> bool:
        """Whether the word stands against the one before it, with no space between."""
        return index > 0 and self.words[index - 1].end == self.words[index].start

    def end(self, index: int) -> int:
        """The offset where the word ends, its possessive ending left out."""
        return self.words[index].start + len(self.bases[index])

    def among(self, words: Collection[str]) -> list[int]:
        """Where the words stand that are among `words`, with "'s" or without, in text order."""
        found = self.columns.among(words)
        owned = [word for word in self.columns.owning if base(word) in words and word not in words]
        if owned:
            for word in owned:
                found += self.columns.places[word]
            found.sort()
        return found

    def surface(self, first: int, last: int) -> str:
        """The words from `first` to `last` as written, one space between them, without a possessive ending."""
        if self.lasts[first] == last:
            return self.forms[first]
        form = self.text[self.words[first].start : self.end(last)]
        if first < last:
            form = " ".join(form.split())
        self.forms[first], self.lasts[first] = form, last
        return form


def base(low: str) -> str:
    """The word without "'s".

    >>> base("maría's"), base("texas")
    ('maría', 'texas')
    """
    return low[:-2] if owns(low) else low


def scan(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> Scan:
    """One pass over the tokens that finds the places where names can be."""
    text = report.text
    seen = columns(text, words)
    low, upper = seen.lower, seen.upper
    capitals = [i for i, capital in enumerate(upper) if capital]
    opens = seen.bounds(parts).firsts
    starts = [False] * (len(words) + _BEYOND)
    initial = starts.copy()
    turns = [0] * len(starts)
    for i in seen.among(_OPENING):
        initial[i + 1] = True
    titled: list[tuple[int, int]] = []
    for at, part in enumerate(parts):
        start, end = opens[at], opens[at + 1] if at + 1 < len(opens) else len(words)
        starts[start] = True
        for i in range(start, end):
            turns[i] = at + 1
        initial[_first_word(low, start, end)] = True
        if _is_titled(low, upper, start, end, report.blocks[part.block].kind in _TITLED):
            titled.append((start, end))
    bases = low.copy()
    for word in seen.owning:
        for i in seen.places[word]:
            bases[i] = base(word)
    return Scan(
        text, words, seen, low, bases, upper, capitals, opens, turns, starts, initial, tuple(titled),
        forms=[""] * len(words), lasts=[-1] * len(words),
    )  # fmt: skip


def _first_word(low: list[str], start: int, end: int) -> int:
    while start < end - 1 and not low[start][0].isalnum():
        start += 1
    return start


def _is_titled(low: list[str], upper: list[bool], start: int, end: int, heading: bool) -> bool:
    """Whether nearly all long words of a sentence begin with a capital, so that capitals say nothing."""
    if not heading and (end - start > _LONGEST_TITLE or low[end - 1] == "."):
        return False
    least, share = (2, 0.6) if heading else (4, 0.85)
    if sum([upper[i] and len(low[i]) > 3 for i in range(start, end)]) < share * least:
        return False
    long = [i for i in range(start, end) if len(low[i]) > 3 and low[i].isalpha()]
    return len(long) >= least and sum([upper[i] for i in long]) >= share * len(long)


_LONGEST_TITLE = 40
"""Tokens of the longest sentence that may be a title; a headline in a paragraph's place has no full stop."""


def is_called(seen: Scan, words: Vocabulary, first: int) -> bool:
    """Whether a small word with a capital is what somebody is called: "said [Will] Moy", where no sentence begins."""
    after = first + 1
    if seen.low[first] not in words.called or seen.initial[first] or after >= len(seen.low):
        return False
    return seen.upper[after] and seen.low[after] not in words.function and seen.low[after].isalpha()
