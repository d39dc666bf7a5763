"""The numbers of one report in text order, as a check of arithmetic looks at them: what stands before, what is alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.marks import Comparator, Quantity, Sentence
from habeas.model.span import Span
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import Bounds

__all__ = ["Figure", "figures", "lead", "rounded", "sentence_over"]

LEAD = 40
"""Characters before a number in which the word that introduces it stands."""

_OWNER = re.compile(r"\b(?:the |its |their )?[\w-]+['’]s\s*$")
_WORD = re.compile(r"[^\W\d_]+|[:(]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the claim that is made of it."""

    claim: Claim
    mark: Quantity

    @property
    def value(self) -> float:
        """The number itself, the least of a range."""
        assert not isinstance(self.claim.value, str)
        return float(self.claim.value)

    @property
    def end(self) -> int:
        """Where the number and the noun that it counts end."""
        return max(self.mark.span.end, self.mark.noun.end if self.mark.noun else 0)

    def like(self, other: Figure) -> bool:
        """Whether the two are of one kind, unit and rate."""
        mine, yours = self.mark, other.mark
        return (mine.kind, mine.unit, mine.per) == (yours.kind, yours.unit, yours.per)

    @property
    def bounds(self) -> Bounds:
        """The values that it can stand for: a number told as about is rounded to its last digit."""
        if self.claim.comparator is Comparator.APPROX:
            return rounded(self.value)
        return Bounds(self.value, float(self.claim.value_max or self.value))


def figures(case: Case, doc: str) -> tuple[Figure, ...]:
    """Every number of the report that is a number and not a word, in text order."""
    found = [
        Figure(c, case.quantity_of[c.id])
        for c in case.of_doc.get(doc, ())
        if c.id in case.quantity_of and not isinstance(c.value, str)
    ]
    return tuple(sorted(found, key=lambda f: f.mark.number.start))


def lead(text: str, figure: Figure, words: Collection[str]) -> bool:
    """Whether the last word before the number (or before its owner: "of the plant's 1,150") is one of `words`."""
    before = text[max(0, figure.mark.span.start - LEAD) : figure.mark.span.start].lower()
    found = _WORD.findall(_OWNER.sub(" ", before))
    return bool(found) and found[-1] in words


def sentence_over(sentences: Sequence[Sentence], at: int) -> Span:
    """The sentence that stands at `at`, an empty span where none does."""
    place = bisect_right(sentences, at, key=lambda s: s.span.start) - 1
    if place >= 0 and at < sentences[place].span.end:
        return sentences[place].span
    return Span(at, at)


def rounded(value: float) -> Bounds:
    """What a number that is rounded to its last digit other than zero can stand for.

    >>> rounded(10_600_000_000), rounded(45)
    (Bounds(low=10550000000.0, high=10650000000.0), Bounds(low=44.5, high=45.5))
    """
    place = 10 ** -len(f"{value:.10g}".partition(".")[2]) if value != int(value) else 1.0
    if place == 1.0:
        whole = int(abs(value))
        while whole and whole % (place * 10) == 0:
            place *= 10
    return Bounds(value - place / 2, value + place / 2)
