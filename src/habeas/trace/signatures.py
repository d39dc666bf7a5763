"""Fact signatures: pairs of facts that a rewrite keeps together when it changes every word around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.model.marks import Marks, MentionForm
from habeas.trace.facts import Fact
from habeas.trace.rows import Keys
from habeas.trace.words import hashed

__all__ = ["Signatures", "signatures"]

NEAR = 4
"""A number is paired with the next four: a rewrite drops some and turns few round."""

TELLING = 2.5
"""Summed specificity from which a pair of numbers is a key: two small numbers stand in any two reports."""

SPECIFIC = 1.0
"""Specificity from which a number enters a pair."""

NAMES = 4
"""Names of one sentence that are paired with its numbers; a list of names says nothing about each."""


@dataclass(frozen=True, slots=True, eq=False)
class Signatures:
    """The keys of one report's pairs of facts, sorted, and where the number of each stands."""

    keys: Keys
    starts: NDArray[np.int32]

    def shared(self, other: Signatures) -> int:
        """How many keys both reports have."""
        return len(np.intersect1d(self.keys, other.keys, assume_unique=True))


def signatures(facts: Sequence[Fact], marks: Marks) -> Signatures:
    """The keys of one report: numbers that stand near one another, and numbers with a name in one sentence."""
    told = [f for f in facts if f.specific >= SPECIFIC]
    found = dict([*_numbers(told), *_named(told, marks)])
    keys = sorted(found)
    return Signatures(np.array(keys, dtype=np.uint64), np.array([found[k] for k in keys], dtype=np.int32))


def _numbers(facts: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(facts):
        for other in facts[i + 1 : i + 1 + NEAR]:
            if one.key != other.key and one.specific + other.specific >= TELLING:
                yield _key(*sorted((one.key, other.key))), one.span.start


def _named(facts: Sequence[Fact], marks: Marks) -> Iterator[tuple[int, int]]:
    named = [m for m in marks.mentions if m.form is MentionForm.NAME]
    starts = [m.span.start for m in named]
    facts_at = [f.span.start for f in facts]
    for sentence in marks.sentences:
        span = sentence.span
        inside = facts[bisect_left(facts_at, span.start) : bisect_left(facts_at, span.end)]
        if not inside:
            continue
        mentions = named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        names = {marks.entities[m.entity].name.lower().split()[-1] for m in mentions}
        if len(names) <= NAMES:
            yield from ((_key(fact.key, name), fact.span.start) for fact in inside for name in names)


def _key(one: str, other: str) -> int:
    return hashed(one) << 32 | hashed(other)
