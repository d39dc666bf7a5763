"""The imprint: what a publisher prints above or under its reports. Two reports of one publisher share it and nothing by it."""

from __future__ import annotations

import numpy as np

from habeas.trace.stock import masked
from habeas.trace.traced import Traced
from habeas.trace.words import Hashes

__all__ = ["without_imprint"]

WHOLE = 0.6
"""Share of the shorter report from which the same beginning or end is the report itself, printed again."""


def without_imprint(a: Traced, b: Traced) -> tuple[Traced, Traced]:
    """Two reports without the words that both begin with and that both end with, where one publisher prints both."""
    if not a.publisher or a.publisher != b.publisher:
        return a, b
    mine, theirs = a.words.shingles, b.words.shingles
    head, tail = _same(mine, theirs), _same(mine[::-1], theirs[::-1])
    if not head + tail or head + tail >= WHOLE * min(len(mine), len(theirs)):
        return a, b
    return _cut(a, head, tail), _cut(b, head, tail)


def _same(mine: Hashes, theirs: Hashes) -> int:
    """How many shingles are the same from the beginning."""
    longest = min(len(mine), len(theirs))
    apart = np.flatnonzero(mine[:longest] != theirs[:longest])
    return int(apart[0]) if len(apart) else longest


def _cut(report: Traced, head: int, tail: int) -> Traced:
    covered = np.zeros(len(report.words.shingles), dtype=np.bool_)
    covered[:head] = True
    covered[len(covered) - tail :] = True
    return masked(report, covered)
