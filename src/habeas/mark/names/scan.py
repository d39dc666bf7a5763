"""Where names can be: capitalised runs of words, and which words are capitalised only by their place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from habeas.mark.names.vocabulary import Vocabulary
from habeas.model.marks import Sentence, Token
from habeas.model.report import BlockKind, Report

__all__ = ["Run", "Scan", "base", "runs", "scan"]

_TITLED = {BlockKind.HEADLINE, BlockKind.DECK, BlockKind.HEADING}
_OPENING = frozenset("\"“‘'«([¿¡—–-•*:")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (inclusive) that may hold names; `initial` when it begins a sentence."""

    first: int
    last: int
    initial: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """A report's tokens made ready: lower-case words, capitalised places, sentence starts, Title Case sentences."""

    text: str
    words: tuple[Token, ...]
    low: list[str]
    capitals: list[int]
    starts: frozenset[int]
    initial: frozenset[int]
    titled: tuple[tuple[int, int], ...]
    small: frozenset[str]

    def word(self, index: int) -> str:
        """The word as written, without a possessive ending."""
        token = self.words[index]
        return self.text[token.start : token.start + len(base(token.lower))]

    def possessive(self, index: int) -> bool:
        """Whether the word ends in a possessive, in itself or by an apostrophe after it."""
        low = self.low[index]
        if low.endswith("'s"):
            return True
        after = index + 1
        return (
            low.endswith("s")
            and after < len(self.words)
            and self.low[after] in "'’"
            and self.words[after].start == self.words[index].end
        )

    def joined(self, index: int) -> bool:
        """Whether the word stands against the one before it, with no space between."""
        return index > 0 and self.words[index - 1].end == self.words[index].start

    def end(self, index: int) -> int:
        """The offset where the word ends, its possessive ending left out."""
        return self.words[index].start + len(base(self.words[index].lower))


def base(low: str) -> str:
    """The word without "'s".

    >>> base("maría's"), base("texas")
    ('maría', 'texas')
    """
    return low[:-2] if low.endswith("'s") else low


def scan(report: Report, words: tuple[Token, ...], parts: tuple[Sentence, ...]) -> Scan:
    """One pass over the tokens that finds the places where names can be."""
    text = report.text
    low = [word.lower for word in words]
    capitals = [i for i, word in enumerate(words) if text[word.start].isupper()]
    offsets = [word.start for word in words]
    starts = [bisect_left(offsets, part.span.start) for part in parts]
    ends = [*starts[1:], len(words)]
    at_caps = set(capitals)
    initial = {_first_word(low, start, end) for start, end in zip(starts, ends, strict=True)}
    initial |= {i for i in capitals if i and low[i - 1] in _OPENING and low[i - 1] != "-"}
    titled = tuple(
        (start, end)
        for part, start, end in zip(parts, starts, ends, strict=True)
        if _is_titled(low, at_caps, start, end, report.blocks[part.block].kind in _TITLED)
    )
    small = frozenset(low[i] for i in range(len(words)) if i not in at_caps)
    return Scan(text, words, low, capitals, frozenset(starts), frozenset(initial), titled, small)


def _first_word(low: list[str], start: int, end: int) -> int:
    while start < end - 1 and not low[start][0].isalnum():
        start += 1
    return start


def _is_titled(low: list[str], capitals: set[int], start: int, end: int, heading: bool) -> bool:
    """Whether nearly all long words of a sentence begin with a capital, so that capitals say nothing."""
    if not heading and end - start > 40:
        return False
    long = [i for i in range(start, end) if len(low[i]) > 3 and low[i].isalpha()]
    if len(long) < (2 if heading else 4):
        return False
    return sum(i in capitals for i in long) >= (0.6 if heading else 0.75) * len(long)


def runs(seen: Scan, vocabulary: Vocabulary) -> list[Run]:
    """The capitalised runs in text order: neighbours, joined over the small words that names contain."""
    found = []
    capitals, position = seen.capitals, 0
    while position < len(capitals):
        first = last = capitals[position]
        position += 1
        while position < len(capitals) and _joins(seen, vocabulary, first, last, capitals[position]):
            last = capitals[position]
            position += 1
        found.append(Run(first, last, first in seen.initial))
    return found


def _joins(seen: Scan, words: Vocabulary, first: int, last: int, then: int) -> bool:
    gap = then - last
    if gap > 4 or seen.possessive(last) or any(i in seen.starts for i in range(last + 1, then + 1)):
        return False
    low = seen.low
    if gap == 1:
        return not (low[then] in words.plain and low[last] in words.calendar)
    between = low[last + 1 : then]
    if gap == 2:
        sign = between[0]
        if sign == ".":
            return seen.joined(last + 1) and (len(low[last]) == 1 or low[last] in _DOTTED)
        if sign in "-–/'’":
            return sign == "-" and seen.joined(last + 1) and seen.joined(then)
    return _small_words(seen, words, first, last, between)


_DOTTED = frozenset(
    "mr mrs ms dr prof sec gen sen rep gov lt col st maj capt sgt rev hon adm cmdr jr sr mt ft pres amb dept "
    "supt cpl det insp brig atty lic ing".split()
)


def _small_words(seen: Scan, words: Vocabulary, first: int, last: int, between: list[str]) -> bool:
    if all(w in words.particles for w in between):
        return True
    if any(w not in words.of and w not in words.both and w not in words.articles for w in between):
        return False
    run = seen.low[first : last + 1]
    if "&" in between:
        return len(between) == 1
    if between[0] in words.both:
        return len(between) == 1 and any(w in words.of for w in run) and any(w in words.heads for w in run)
    opens = seen.low[last] in words.heads or seen.low[last] in words.place_first or seen.low[last] in words.titles
    if between[0] == "of" or between[0] == "for":
        return opens or any(w in words.heads for w in run)
    return len(between) == 1 and seen.low[last] in words.heads
