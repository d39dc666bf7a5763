"""Scopes: which words a hedge or a negation stands over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.mark.joints import Joints, divides_before, divides_behind
from habeas.model.columns import columns
from habeas.model.marks import Sentence, Token
from habeas.model.span import Span

__all__ = ["Clauses", "SentenceWords", "clause", "clauses", "cue_sentences", "following", "noun_phrase"]

_BREAKS = frozenset((";", ":", "—", "–", "(", ")", "“", "”", '"', "«", "»", "?", "!"))
_MARKS = frozenset((".", ",")) | _BREAKS
_CLASSES = (
    "links", "sayings", "relatives", "restarts", "subjects", "closers", "of", "determiners", "prepositions",
)  # fmt: skip
_WIDEST = 40
_NOUN_PHRASE = 16


@dataclass(frozen=True, slots=True)
class Clauses:
    """The words that bound clauses and noun phrases in one language."""

    links: frozenset[str]
    sayings: frozenset[str]
    relatives: frozenset[str]
    restarts: frozenset[str]
    subjects: frozenset[str]
    closers: frozenset[str]
    of: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    verb_endings: tuple[str, ...]
    joints: Joints
    bounds: frozenset[str]
    """All words and signs at which a clause can end."""
    stops: frozenset[str]
    """The same without the words that join."""


def clauses(sets: dict[str, frozenset[str]], verb_endings: tuple[str, ...], known: Joints) -> Clauses:
    """What bounds clauses and noun phrases, by the word classes of one language."""
    named = {name: sets[name] for name in _CLASSES}
    bounds = _BREAKS | {","} | sets["links"] | sets["sayings"] | sets["subjects"] | known.joiners
    return Clauses(
        **named, verb_endings=verb_endings, joints=known, bounds=bounds, stops=bounds - known.joiners
    )


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words `[first, last)` of one sentence among all words of the report."""

    words: tuple[Token, ...]
    first: int
    last: int

    def low(self, i: int) -> str:
        """The folded word at `i`, empty outside the sentence."""
        return self.words[i].lower if self.first <= i < self.last else ""

    def span(self, start: int, end: int) -> Span:
        """The text between word `start` and the end of word `end - 1`."""
        return Span(self.words[start].start, self.words[end - 1].end)


def cue_sentences(
    text: str, words: tuple[Token, ...], parts: tuple[Sentence, ...], cues: frozenset[str]
) -> Iterator[tuple[SentenceWords, int]]:
    """Each word of `cues` in `text` with its sentence, in text order."""
    seen = columns(text, words)
    part = 0
    here = SentenceWords(words, -1, -1)
    for at in seen.among(cues):
        if at >= here.last:
            start = words[at].start
            while part < len(parts) and parts[part].span.end <= start:
                part += 1
            if part == len(parts):
                return
            if start < parts[part].span.start:
                continue
            first = max(seen.at(parts[part].span.start), at - _WIDEST)
            here = SentenceWords(words, first, min(seen.at(parts[part].span.end), at + 2 * _WIDEST))
        yield here, at


def clause(here: SentenceWords, i: int, known: Clauses) -> Span:
    """The clause around word `i`, its subject included and a saying before it left out."""
    start = _left(here, i, known)
    end = _right(here, i, known)
    return here.span(start, _before_main(here, start, i, end, known))


def _before_main(here: SentenceWords, start: int, i: int, end: int, known: Clauses) -> int:
    """Where a clause ends whose relative opens behind a subject that still waits for its verb: "The bill that could end
    the strike [was] passed"."""
    if here.low(start - 1) not in known.relatives or start - 2 <= here.first:
        return end
    if here.low(start - 2) == ",":
        return next((j for j in range(i + 1, end) if here.low(j) == ","), end)
    for j in range(here.first, start - 1):
        word = here.low(j)
        if word == "," or word in known.joints.opening or word in known.joints.past:
            return end
    return next((j for j in range(end - 1, i + 2, -1) if here.low(j) in known.joints.opening), end)


def following(here: SentenceWords, i: int, known: Clauses) -> Span:
    """The words after word `i` up to the end of its clause."""
    end = _right(here, i, known)
    return here.span(i + 1, end) if end > i + 1 else here.span(i, i + 1)


def noun_phrase(here: SentenceWords, i: int, known: Clauses) -> Span:
    """The noun phrase that word `i` opens: "alleged members of the gang"."""
    j = i + 1
    while (word := here.low(j)) and j < i + _NOUN_PHRASE:
        if word in known.of and j > i + 1:
            j += 2 if here.low(j + 1) in known.determiners else 1
            continue
        if word in _MARKS or word in known.closers or word in known.determiners:
            break
        if j > i + 1 and word.endswith(known.verb_endings) and here.low(j - 1) != "-":
            break
        j += 1
    return here.span(i, max(j, i + 1))


def _left(here: SentenceWords, i: int, known: Clauses) -> int:
    j = i
    while j > max(here.first, i - _WIDEST):
        word = here.low(j - 1)
        if word not in known.bounds:
            j -= 1
            continue
        if word == "," and j - 1 > here.first:
            opening = _opening(here, j - 1) if j == i else None
            if opening is None:
                break
            j = opening
            continue
        if word in _BREAKS or ((word in known.links or word in known.sayings) and here.low(j) != "-"):
            break
        if word in known.joints.joiners and divides_before(here.low, j - 1, i, known.joints):
            break
        j -= 1
        if word in known.subjects:
            break
    while j < i and here.low(j) == ",":
        j += 1
    return j


def _opening(here: SentenceWords, closing: int) -> int | None:
    """The comma that opens the aside which the comma at `closing` ends."""
    for j in range(closing - 1, max(here.first, closing - 14), -1):
        if here.low(j) == ",":
            return j
    return None


def _restarts(here: SentenceWords, j: int, known: Clauses) -> bool:
    """Whether a new clause begins at word `j`, just after a comma: "but ...", "officials said", "Mr. Vega said"."""
    if here.low(j) in known.restarts or here.low(j) in _BREAKS:
        return True
    for k in range(j + 1, j + 6):
        if here.low(k) in known.sayings:
            return True
        if here.low(k) in _MARKS and here.low(k) != ".":
            return False
    return False


def _right(here: SentenceWords, i: int, known: Clauses) -> int:
    j = i + 1
    while j < min(here.last, i + _WIDEST):
        word = here.low(j)
        if word not in known.bounds:
            j += 1
            continue
        opens = (
            word in known.links and word != "that" and here.low(j - 1) not in known.of
        )  # "none of whom had"
        if word in _BREAKS or (opens and j > i + 1):
            break
        if word == "," and _restarts(here, j + 1, known):
            break
        if word in known.joints.joiners and divides_behind(here.low, j, known.joints):
            break
        j += 1
    while j > i + 1 and here.low(j - 1) in _MARKS:
        j -= 1
    return j
