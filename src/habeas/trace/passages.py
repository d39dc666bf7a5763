"""Shared passages: runs of words that two reports have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
    """The longest shared runs of five words or more, longest first, at most `most`, none inside another. Stock words are
    in none."""
    found: list[tuple[int, int, int]] = []
    places, there = _matched(a.shingles, b.shingles)
    at = 0
    while at < len(places):
        i, j = int(places[at]), int(there[at])
        run = _run(a.shingles[i:], b.shingles[j:])
        found.append((run, i, j))
        at = int(np.searchsorted(places, i + run))
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


def _matched(mine: Hashes, theirs: Hashes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The places of shingles in `mine` that `theirs` has too, and where it has them first; stock words (0) never."""
    known, first = np.unique(theirs, return_index=True)
    if not len(known):
        return first, first
    at = np.minimum(np.searchsorted(known, mine), len(known) - 1)
    places = np.flatnonzero((known[at] == mine) & (mine != 0))
    return places, first[at[places]]


def _run(mine: Hashes, theirs: Hashes) -> int:
    """How many shingles are the same from the beginning, stock words excepted."""
    longest = min(len(mine), len(theirs))
    apart = np.flatnonzero((mine[:longest] != theirs[:longest]) | (mine[:longest] == 0))
    return int(apart[0]) if len(apart) else longest
