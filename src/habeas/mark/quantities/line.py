"""One sentence as the finders of numbers see it."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.quantities.vocabulary import Vocabulary
from habeas.model.letters import is_capital
from habeas.model.marks import Token
from habeas.model.span import Span

__all__ = ["Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens `lo` to `hi` of a report: one sentence. `low` holds the folded form of every token of the report; `begins`
    are those of the sentence with which a quantity can begin."""

    text: str
    words: tuple[Token, ...]
    low: list[str]
    begins: list[int]
    lo: int
    hi: int
    vocab: Vocabulary

    def word(self, at: int) -> str:
        """The folded token at `at`, or "" outside the sentence."""
        return self.low[at] if self.lo <= at < self.hi else ""

    def glued(self, at: int) -> bool:
        """Whether nothing stands between token `at` and the token before it."""
        return self.lo < at < self.hi and self.words[at - 1].end == self.words[at].start

    def capital(self, at: int) -> bool:
        """Whether token `at` is in the sentence and starts with a capital letter."""
        return self.lo <= at < self.hi and is_capital(self.text, self.words[at].start)

    def alphabetic(self, at: int) -> bool:
        """Whether token `at` is a word."""
        return self.lo <= at < self.hi and self.low[at][0].isalpha()

    def numeric(self, at: int) -> bool:
        """Whether token `at` is digits."""
        return self.lo <= at < self.hi and self.low[at][0].isdigit()

    def span(self, first: int, stop: int) -> Span:
        """The characters from token `first` up to token `stop`, which is left out."""
        return Span(self.words[first].start, self.words[stop - 1].end)

    def has(self, name: str, at: int) -> bool:
        """Whether token `at` is in the sentence and in the vocabulary's word set `name`."""
        return self.lo <= at < self.hi and self.vocab.has(name, self.low[at])
