"""Unsaid: where a negation keeps to the verb of saying behind it, so that what would be said is neither denied nor vouched for."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.mark.scopes import SentenceWords

__all__ = ["Unsaid", "unsaid", "unsaid_words"]

_SUBJECT = 8
"""Words of a subject that a negation opens, and of its verb."""
_WITHIN = 5
"""Words behind a negation among which its verb is ("did not on Friday immediately say")."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Verbs of saying in one language, by what it means that they are negated.

    Not to have confirmed something leaves it `open`; what was not disclosed may well be `known`. `linking` join two of these
    verbs ("neither confirmed nor denied"), and behind `asking` nothing is put forward that could be left open ("how many").
    `subjects` are negations that open the subject of their verb ("Neither the army nor the rebels [said]").
    """

    open: frozenset[str]
    known: frozenset[str]
    linking: frozenset[str]
    asking: frozenset[str]
    subjects: frozenset[str]

    def holds(self, word: str) -> bool:
        """Whether a word is one of these verbs."""
        return word in self.open or word in self.known


def unsaid_words(table: dict[str, list[str]]) -> Unsaid:
    """The verbs of one language, by the table of its lexicon."""
    return Unsaid(**{name: frozenset(words) for name, words in table.items()})


def unsaid(here: SentenceWords, i: int, known: Unsaid, stops: frozenset[str]) -> int:
    """The index after the verb of saying that the negation at word `i` stands over; 0 where it stands over another.

    `stops` are words at which no verb is looked for any more.
    """
    subject = here.low(i) in known.subjects
    for at in range(i + 1, i + 2 + (_SUBJECT if subject else _WITHIN)):
        word = here.low(at)
        if known.holds(word):
            after = at + 1
            while here.low(after) in known.linking and known.holds(here.low(after + 1)):
                after += 2
            return after
        if not word or not word[0].isalpha() or (word in stops and not subject):
            return 0
    return 0
