"""Facts that two reports share, and in what order they tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from habeas.trace.facts import Fact

__all__ = ["CommonFacts", "common_facts"]


@dataclass(frozen=True, slots=True)
class CommonFacts:
    """`pairs` of facts with the same number and nothing against the same noun, `weight` their specificity summed,
    `coverage` that weight against all of the poorer report, `order` the share of fact pairs told in one order
    (0.5 where there are too few to tell)."""

    pairs: tuple[tuple[Fact, Fact], ...]
    weight: float
    coverage: float
    order: float


def common_facts(a: Sequence[Fact], b: Sequence[Fact]) -> CommonFacts:
    """Compare two fact sequences; each fact is paired once, the same noun first."""
    open_b: dict[str, list[Fact]] = defaultdict(list)
    for theirs in b:
        open_b[theirs.key].append(theirs)
    pairs: list[tuple[Fact, Fact]] = []
    for exact in (True, False):
        taken = {id(mine) for mine, _ in pairs}
        for mine in a:
            if id(mine) in taken:
                continue
            still = open_b.get(mine.key, [])
            match = next((t for t in still if _same(mine, t, exact)), None)
            if match is not None:
                still.remove(match)
                pairs.append((mine, match))
    distinct = {p[0].key: max(p[0].specific, p[1].specific) for p in pairs}
    total = min(_total(a), _total(b))
    weight = sum(distinct.values())
    return CommonFacts(tuple(pairs), weight, min(1.0, weight / total) if total else 0.0, _order(pairs))


def _same(mine: Fact, theirs: Fact, exact: bool) -> bool:
    """Whether two facts with one number are the same."""
    if exact:
        return mine.noun == theirs.noun and bool(mine.noun)
    # A bare number ("a capacity of 40,000") goes with any noun; a small one needs the same noun.
    return (not (mine.noun and theirs.noun) and mine.specific >= 1.0) or mine.specific >= 1.5


def _total(facts: Sequence[Fact]) -> float:
    return sum({f.key: f.specific for f in facts}.values())


def _order(pairs: Sequence[tuple[Fact, Fact]]) -> float:
    told = list(combinations(pairs, 2))
    if len(told) < 3:
        return 0.5
    same = sum((p[0].span.start < q[0].span.start) == (p[1].span.start < q[1].span.start) for p, q in told)
    return same / len(told)
