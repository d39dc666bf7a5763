"""Isotonic regression on judged claims: the rising step function of the prior that fits best (Ayer et al. 1955)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Steps", "fitted"]

_Pool = tuple[float, float, float, float]
"""Lowest and highest prior, claims that are right, all claims."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A rising step function: from `priors[i]` on it is `confidence[i]`; the first prior is 0."""

    priors: tuple[float, ...]
    confidence: tuple[float, ...]

    def __call__(self, prior: float) -> float:
        return self.confidence[max(0, bisect_right(self.priors, prior) - 1)]


def fitted(
    judged: Iterable[tuple[float, bool]], expected: Callable[[float], float], weight: float = 6.0
) -> Steps:
    """The steps that fit pairs of a prior and whether the claim was right, by pooling adjacent violators.

    Each pool is drawn towards `expected` of its priors as if `weight` further claims had been judged: few claims move
    the map little. The border between two pools lies midway between their priors.
    """
    pools: list[_Pool] = []
    for group in _groups(judged):
        pools.append(group)
        while len(pools) > 1 and _rate(pools[-2]) >= _rate(pools[-1]):
            pools[-2:] = [_joined(*pools[-2:])]
    if not pools:
        return Steps((0.0,), (expected(0.5),))
    borders = [0.0, *((a[1] + b[0]) / 2 for a, b in pairwise(pools))]
    values = [(r + weight * expected((low + high) / 2)) / (n + weight) for low, high, r, n in pools]
    rising = [max(values[: i + 1]) for i in range(len(values))]
    return Steps(tuple(round(b, 3) for b in borders), tuple(round(v, 2) for v in rising))


_LEAST = 8
"""Claims that a group needs before its rate is looked at."""


def _groups(judged: Iterable[tuple[float, bool]]) -> list[_Pool]:
    """Neighbouring priors in groups of at least 8 claims, in rising order."""
    counts: dict[float, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for prior, right in judged:
        counts[round(prior, 2)][0] += right
        counts[round(prior, 2)][1] += 1
    groups: list[_Pool] = []
    for prior, (right, total) in sorted(counts.items()):
        if groups and groups[-1][3] < _LEAST:
            groups[-1] = _joined(groups[-1], (prior, prior, right, total))
        else:
            groups.append((prior, prior, right, total))
    if len(groups) > 1 and groups[-1][3] < _LEAST:
        groups[-2:] = [_joined(*groups[-2:])]
    return groups


def _joined(a: _Pool, b: _Pool) -> _Pool:
    return a[0], b[1], a[2] + b[2], a[3] + b[3]


def _rate(pool: _Pool) -> float:
    return pool[2] / pool[3]
