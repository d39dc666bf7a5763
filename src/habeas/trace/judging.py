"""Judging candidates one after another, or in several processes, with what they need of the reports at hand."""

from __future__ import annotations

import multiprocessing
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from habeas.model.lineage import Evidence, Relation
from habeas.trace.candidates import Candidates
from habeas.trace.facts import Fact
from habeas.trace.joining import Pairs
from habeas.trace.neighbours import NEIGHBOURS, Neighbours
from habeas.trace.relations import Compared, judge
from habeas.trace.sentences import Roots, rareness
from habeas.trace.shelf import Shelf
from habeas.trace.traced import Traced
from habeas.trace.vocabulary import Vocabulary

__all__ = ["Judged", "Judging"]

HELD = 512
"""Reports ready to be compared that are at hand: candidates come in the order of their first report."""

CHUNK = 2_000
"""Candidates that a process judges at a time."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Two reports by their numbers, their relation, and its grounds."""

    a: int
    b: int
    relation: Relation
    evidence: tuple[Evidence, ...]


class Judging:
    """The reports of a shelf without their stock words, and the judgements of their candidate pairs."""

    def __init__(self, shelf: Shelf[Traced], candidates: Candidates, vocabulary: Vocabulary) -> None:
        self._shelf = shelf
        self._candidates = candidates
        self._neighbours = Neighbours(len(shelf), self._roots_of, candidates.pairs, vocabulary)
        self._last: OrderedDict[int, Compared] = OrderedDict()
        self._roots: OrderedDict[int, Roots] = OrderedDict()
        self._facts: OrderedDict[int, frozenset[str]] = OrderedDict()

    def judged(self, processes: int) -> Iterator[Judged]:
        """All candidates, judged, in order. Several processes share the shelf as it is; where the system cannot give
        them a copy of this one (fork), it is one."""
        global _SHARED  # noqa: PLW0603 - forked processes find it there
        chunks = self._candidates.chunks(CHUNK)
        if processes == 1 or len(chunks) < 2 or "fork" not in multiprocessing.get_all_start_methods():
            for chunk in chunks:
                yield from self.chunk(chunk)
            return
        _SHARED = self
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            for some in pool.imap(_chunk, chunks):
                yield from some
        _SHARED = None

    def chunk(self, pairs: Pairs) -> Iterator[Judged]:
        """Some candidates, judged."""
        for a, b in Candidates.numbers(pairs):
            weigh, rare = partial(self._neighbours.weight, a, b), partial(self._rare, a, b)
            relation, evidence = judge(self._report(a), self._report(b), weigh, rare)
            yield Judged(a, b, relation, evidence)

    def _rare(self, a: int, b: int, fact: Fact) -> float:
        """How much a fact tells about a pair among the reports of its story, as a word does."""
        story = self._neighbours.story(a, b)
        holders = sum(fact.key in self._facts_of(n) for n in story)
        return rareness(holders, len(story))

    def _facts_of(self, number: int) -> frozenset[str]:
        if number not in self._facts:
            self._facts[number] = frozenset(f.key for f in self._report(number).report.facts)
            if len(self._facts) > HELD * NEIGHBOURS:
                self._facts.popitem(last=False)
        return self._facts[number]

    def _report(self, number: int) -> Compared:
        if number in self._last:
            self._last.move_to_end(number)
            return self._last[number]
        publisher = int(self._candidates.publisher[number])
        found = Compared.of(self._candidates.stock.without(self._shelf[number], publisher))
        self._last[number] = found
        self._roots[number] = found.roots
        if len(self._last) > HELD:
            self._last.popitem(last=False)
        if len(self._roots) > HELD * NEIGHBOURS:
            self._roots.popitem(last=False)
        return found

    def _roots_of(self, number: int) -> Roots:
        return self._roots[number] if number in self._roots else self._report(number).roots


_SHARED: Judging | None = None


def _chunk(pairs: Pairs) -> list[Judged]:
    assert _SHARED is not None
    return list(_SHARED.chunk(pairs))
