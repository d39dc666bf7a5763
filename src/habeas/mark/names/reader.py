"""What a run of capitals is read with: the report's words, the lexicon, and the names known before."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.names.gazetteer import Phrase
from habeas.mark.names.scan import Scan
from habeas.mark.names.vocabulary import Known, Vocabulary
from habeas.model.letters import owns
from habeas.model.marks import EntityType

__all__ = ["SURE", "Found", "Reader", "Title"]

SURE = 3
"""The weight of a type that the name's own words give; less is a guess from the words around it."""
_SHORT = 3
"""A known name of so few letters must be written in capitals, or it is a common word."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title beside a name: its first and last token, the gender it tells ("" for none), whether it is a
    courtesy only ("Mr.")."""

    first: int
    last: int
    gender: str = ""
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One name found in place: tokens `first` to `last` (inclusive) and its type.

    `name` is the usual name when it is a known one, `weight` how firmly the type is known (0 to SURE),
    `title` the title before it, `adjective` whether it is an adjective of a place ("Peruvian"),
    `usual` whether `name` is what to call it even where the report does not ("Government of Peru").
    """

    first: int
    last: int
    type: EntityType
    name: str | None = None
    title: Title | None = None
    adjective: bool = False
    usual: bool = False
    weight: int = SURE


@dataclass(frozen=True, slots=True)
class Reader:
    """One report's words beside all that is known before reading. `begins` tells with which tokens known names may begin,
    `matched` remembers the known names at a token."""

    seen: Scan
    words: Vocabulary
    known: Known
    begins: list[bool]
    matched: dict[int, list[Phrase]]

    def given(self, index: int) -> bool:
        """Whether the word is a given name."""
        return self.seen.bases[index] in self.known.gazetteer.given

    def surname(self, index: int) -> bool:
        """Whether the word is a common surname."""
        return self.seen.bases[index] in self.known.gazetteer.surnames

    def title(self, index: int) -> bool:
        """Whether the word is a title."""
        low = self.seen.low[index]
        return low in self.words.titles or low in self.words.courtesy

    def common(self, index: int) -> bool:
        """Whether the word is an ordinary word, that its capital does not make a name."""
        low = self.seen.bases[index]
        return low in self.known.gazetteer.common or low in self.words.plain or low in self.words.calendar

    def capital(self, index: int) -> bool:
        """Whether the word is written with a capital."""
        return self.seen.upper[index]

    def demonym(self, index: int) -> tuple[str, int] | None:
        """The place whose adjective begins here, and how many words the adjective has."""
        low, demonyms = self.seen.low, self.known.gazetteer.demonyms
        if low[index] in self.known.gazetteer.leading and index + 1 < len(low):
            two = demonyms.get(f"{low[index]} {self.seen.bases[index + 1]}")
            if two is not None:
                return two, 2
        one = demonyms.get(self.seen.bases[index])
        return None if one is None else (one, 1)

    def phrase(self, first: int, last: int) -> Phrase | None:
        """The longest known name that begins at `first` and ends at or before `last`."""
        if not self.begins[first]:
            return None
        near = self.known.phrases.get(self.seen.bases[first])
        if owns(self.seen.low[first]):
            near = self.known.phrases.get(self.seen.low[first]) or near  # "Cox's Bazar"
        if near is None:
            return None
        matched = self.matched.get(first)
        if matched is None:
            matched = self.matched[first] = [p for p in near if self._stands(p, first)]
        for phrase in matched:
            if first + len(phrase.words) - 1 <= last:
                return phrase
        return None

    def _stands(self, phrase: Phrase, first: int) -> bool:
        """Whether a known name begins at `first`, written as it must be."""
        low, words = self.seen.low, phrase.words
        size = len(words)
        end = first + size - 1
        if end >= len(low):
            return False
        if size == 1:
            posted = len(words[0]) > 1 or self._posted(first)
            return posted and (len(words[0]) > _SHORT or self._in_capitals(first, phrase))
        if words[size - 1] != self.seen.bases[end] and words[size - 1] != low[end]:
            return False
        for k in range(size - 1):
            if low[first + k] != words[k]:
                return False
        return not phrase.capital or self.capital(end)

    def small_phrase(self, first: int) -> Phrase | None:
        """The longest known name that begins at `first`, whatever its capitals."""
        low = self.seen.low
        following = low[first + 1] if first + 1 < len(low) else ""
        for phrase in self.known.phrases.get(low[first], ()):
            size = len(phrase.words)
            if size == 1 or (
                phrase.words[1] == following and tuple(low[first : first + size]) == phrase.words
            ):
                return phrase
        return None

    def reach(self, first: int) -> int:
        """The last token of the longest known name of several words that begins at `first`, else `first`."""
        phrase = self.phrase(first, min(first + 12, len(self.seen.low) - 1))
        return first if phrase is None else first + len(phrase.words) - 1

    def noun(self, index: int) -> EntityType | None:
        """The type of thing that a common noun names."""
        low = self.seen.low[index]
        return self.known.nouns.get(low) or self.words.nominals.get(low) or self.words.heads.get(low)

    def _posted(self, index: int) -> bool:
        """Whether a name of one letter (X) stands where only a medium does."""
        low = self.seen.low
        return index + 1 < len(low) and low[index + 1] in self.words.posts and self.seen.word(index).isupper()

    def _in_capitals(self, index: int, phrase: Phrase) -> bool:
        word = self.seen.word(index)
        place = phrase.type is EntityType.PLACE and phrase.words[0] not in self.words.plain
        return word.isupper() or (place and len(word) == _SHORT and word.istitle())
