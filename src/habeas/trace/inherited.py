"""What a whole copy inherits: where its original shares an original with a third report, so does the copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from habeas.model.lineage import Evidence, Pair, Relation

__all__ = ["inherited"]

WHOLE = 0.4
"""Length of the shorter of two copies, as part of the longer, from which one stands for the other. Agencies' reports
are often cut to half; a roundup that takes in a whole report is mostly other news, with origins of its own."""

HELD = 0.7
"""Word sequences of the shorter of two copies, as a share, that stand in the longer: two roundups share less."""


def inherited(pairs: Sequence[Pair], lengths: Mapping[str, int]) -> list[Pair]:
    """The pairs, where the rewrites of a report's whole copy are its own rewrites too; `lengths` in characters."""
    copies = _related(p for p in pairs if p.relation is Relation.COPY and _whole(p, lengths))
    rewrites = _related(p for p in pairs if p.relation is Relation.REWRITE)
    return [_inheriting(pair, copies, rewrites) for pair in pairs]


def _whole(pair: Pair, lengths: Mapping[str, int]) -> bool:
    shorter, longer = sorted((lengths[pair.a], lengths[pair.b]))
    held = max((e.measure or 0.0 for e in pair.evidence if e.type == "containment"), default=0.0)
    return shorter >= WHOLE * longer and held >= HELD


def _related(pairs: Iterable[Pair]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        found[pair.a].add(pair.b)
        found[pair.b].add(pair.a)
    return {doc: frozenset(others) for doc, others in found.items()}


def _inheriting(
    pair: Pair, copies: Mapping[str, frozenset[str]], rewrites: Mapping[str, frozenset[str]]
) -> Pair:
    if pair.relation in (Relation.COPY, Relation.REWRITE):
        return pair
    none: frozenset[str] = frozenset()
    for copy, third in ((pair.a, pair.b), (pair.b, pair.a)):
        between = copies.get(copy, none) & rewrites.get(third, none)
        if between:
            said = f"{copy} copies {min(between)}, which has one original with {third}"
            return replace(
                pair, relation=Relation.REWRITE, evidence=(*pair.evidence, Evidence("copy_of_rewrite", said))
            )
    return pair
