"""Shared passages: runs of words that two reports have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from habeas.model.span import Span
from habeas.trace.words import SHINGLE, Hashes, Words

__all__ = ["Passage", "containment", "passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in `a` and in `b`; `length` in words; `quoted` where somebody is quoted with them."""

    a: Span
    b: Span
    length: int
    quoted: bool


def containment(a: Hashes, b: Hashes) -> float:
    """How much of the smaller set the larger one holds, 0 to 1 (Broder 1997); 0 where one is empty."""
    smaller = min(len(a), len(b))
    return len(np.intersect1d(a, b, assume_unique=True)) / smaller if smaller else 0.0


def passages(a: Words, b: Words, most: int = 12) -> tuple[Passage, ...]:
    """The longest shared runs of five words or more, longest first, at most `most`, none inside another."""
    at: dict[int, int] = {}
    for index, shingle in enumerate(b.shingles.tolist()):
        at.setdefault(shingle, index)
    mine = a.shingles.tolist()
    theirs = b.shingles.tolist()
    found: list[tuple[int, int, int]] = []
    i = 0
    while i < len(mine):
        j = at.get(mine[i])
        if j is None:
            i += 1
            continue
        run = 1
        while i + run < len(mine) and j + run < len(theirs) and mine[i + run] == theirs[j + run]:
            run += 1
        found.append((run, i, j))
        i += run
    found.sort(key=lambda f: (-f[0], f[1]))
    return tuple(
        Passage(
            a=a.span(i, i + run + SHINGLE - 2),
            b=b.span(j, j + run + SHINGLE - 2),
            length=run + SHINGLE - 1,
            quoted=not bool(a.prose[i : i + run].any()),
        )
        for run, i, j in found[:most]
    )
