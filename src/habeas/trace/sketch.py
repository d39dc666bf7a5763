"""The sketch of a report: the keys by which it meets others, and what tracing knows of it, packed."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.trace.minhash import bands
from habeas.trace.rows import Keys, spread
from habeas.trace.sentences import Roots
from habeas.trace.shelf import packed
from habeas.trace.stock import sampled
from habeas.trace.traced import Traced

__all__ = ["Sketch", "sketch"]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """One report for the join. `shingles` are the sampled ones of all its words, `facts` its pairs of facts, `bands`
    those of its MinHash signature, all spread; `roots` its distinct content roots; `stored` the `Traced` itself."""

    publisher: str
    shingles: Keys
    facts: Keys
    bands: Keys
    roots: Roots
    stored: bytes


def sketch(report: Traced) -> Sketch:
    """The sketch of a report; it can be made in any process."""
    return Sketch(
        publisher=report.publisher,
        shingles=sampled(report.words.shingles),
        facts=spread(report.signatures.keys),
        bands=spread(bands(report.words.prose_shingles)),
        roots=report.content.all_roots,
        stored=packed(report),
    )
