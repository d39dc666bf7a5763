"""The comparable words of a report: folded, hashed, and split into its own prose and what it quotes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.model.marks import Marks
from habeas.model.span import Span

__all__ = ["SHINGLE", "Hashes", "Words", "hashed", "words"]

SHINGLE = 5
"""Words in a shingle. Five is the usual choice for news reuse (Bendersky & Croft 2009, "Finding text reuse"):
shorter ones meet by chance in stock phrases, longer ones miss light edits."""

Hashes: TypeAlias = NDArray[np.uint64]

_PRIMES = np.array([1, 1_000_003, 998_244_353, 2_147_483_647, 67_280_421_310_721], dtype=np.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One report as hashed words.

    `shingles[i]` hashes the words i to i+4; `prose[i]` is false where one of them is quoted, so that sharing an
    official's words is never taken for sharing a reporter's. A shingle of stock words is 0 and nobody's prose.
    `starts`/`ends` are the words' offsets.
    """

    doc: str
    shingles: Hashes
    prose: NDArray[np.bool_]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    @property
    def prose_shingles(self) -> Hashes:
        """The distinct shingles of the report's own prose, sorted."""
        return np.unique(self.shingles[self.prose])

    def span(self, first: int, last: int) -> Span:
        """The span of the words `first` to `last`, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))


@lru_cache(maxsize=1 << 18)
def hashed(word: str) -> int:
    """A stable hash (Python's own changes from run to run)."""
    return crc32(word.encode())


def words(marks: Marks) -> Words:
    """The words of one report; signs are left out and possessives folded ("bukele's" is "bukele")."""
    kept = [t for t in marks.tokens if t.lower[0].isalnum()]
    hashes = np.fromiter((hashed(t.lower.removesuffix("'s")) for t in kept), dtype=np.uint64, count=len(kept))
    starts = np.fromiter((t.start for t in kept), dtype=np.int32, count=len(kept))
    ends = np.fromiter((t.end for t in kept), dtype=np.int32, count=len(kept))
    count = max(0, len(kept) - SHINGLE + 1)
    shingles = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        shingles += hashes[offset : offset + count] * _PRIMES[offset]
    quoted = _quoted(starts, marks)
    prose = np.ones(count, dtype=np.bool_)
    for offset in range(SHINGLE):
        prose &= ~quoted[offset : offset + count]
    return Words(marks.doc, shingles, prose, starts, ends)


def _quoted(starts: NDArray[np.int32], marks: Marks) -> NDArray[np.bool_]:
    """Which words stand inside a quotation that is more than a word or two set in marks."""
    spans = [q.span for q in marks.quotations if not q.scare and not q.inner]
    inside = np.zeros(len(starts), dtype=np.bool_)
    where = starts.tolist()
    for span in spans:
        inside[bisect_right(where, span.start - 1) : bisect_right(where, span.end - 1)] = True
    return inside
