"""What several reports tell of one thing, gathered: which of many accounts are laid side by side, and in what groups."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import combinations
from typing import Protocol, TypeVar

from habeas.model.claim import Claim
from habeas.model.joining import joined
from habeas.model.span import Span

__all__ = ["gathered", "of_several", "pairs", "sharing", "starting_in"]

T = TypeVar("T")
Pair = tuple[int, int]


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=_Placed)


def of_several(claims: Iterable[Claim]) -> bool:
    """Whether more than one report makes some claims."""
    return len({c.doc for c in claims}) > 1


def pairs(items: Sequence[T], are_of_one: Callable[[T, T], bool]) -> list[Pair]:
    """The places of each two items that are of one thing."""
    return [(i, j) for i, j in combinations(range(len(items)), 2) if are_of_one(items[i], items[j])]


def gathered(items: Sequence[T], tied: Iterable[Pair]) -> list[list[T]]:
    """The items that pairs of places join, in groups; what no pair joins is left out.

    >>> gathered("abcde", [(3, 1), (0, 4)])
    [['a', 'e'], ['b', 'd']]
    """
    ties = list(tied)
    return [[items[n] for n in group] for group in joined(sorted({n for tie in ties for n in tie}), ties)]


def sharing(
    words: Sequence[Set[str]], least: int, common: int, may: Callable[[int, int], bool] | None = None
) -> list[Pair]:
    """The places of each two sets that share so many words and `may` be held together, found through the words; one that
    more than `common` sets hold tells nothing.

    >>> sharing([{"ferry", "sank"}, {"ferry", "left"}, {"sank", "ferry"}], 2, 10)
    [(0, 2)]
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for n, held in enumerate(words):
        for word in held:
            holders[word].append(n)
    shared: Counter[Pair] = Counter()
    for group in holders.values():
        if len(group) <= common:
            shared.update(combinations(group, 2))
    return sorted(pair for pair, count in shared.items() if count >= least and (may is None or may(*pair)))


def starting_in(placed: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those that begin within a stretch of text, of marks in text order."""
    first = bisect_left(placed, start, key=lambda m: m.span.start)
    return placed[first : bisect_left(placed, end, lo=first, key=lambda m: m.span.start)]
