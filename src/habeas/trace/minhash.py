"""One-permutation MinHash: reports that are near the same word for word, found before anything finer is looked at."""

from __future__ import annotations

import numpy as np

from habeas.trace.rows import Keys
from habeas.trace.words import Hashes

__all__ = ["ALIKE", "BANDS", "bands"]

BANDS = 8
"""Bands of the signature, each one key."""

ALIKE = 6
"""Bands that two reports share when they are near the same: at a Jaccard similarity of 0.95 they share seven on
average, at 0.8 three, at 0.5 none."""

_ROWS = 4
_BINS = BANDS * _ROWS
_SHORT = 2 * _BINS
"""Shingles below which too many bins are empty for the signature to say anything."""


def bands(shingles: Hashes) -> Keys:
    """The keys of a report's bands; none for a short report.

    Each shingle falls into one bin and the least of each bin is kept (Li, Owen & Zhang 2012, "One permutation
    hashing"); an empty bin takes what the next one to its right holds (Shrivastava & Li 2014).
    """
    if len(shingles) < _SHORT:
        return np.zeros(0, np.uint64)
    mixed = shingles * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(31)
    bins = (mixed >> np.uint64(59)).astype(np.intp)
    least = np.full(_BINS, np.iinfo(np.uint64).max, dtype=np.uint64)
    np.minimum.at(least, bins, mixed)
    filled = np.flatnonzero(least != np.iinfo(np.uint64).max)
    least = least[filled[np.searchsorted(filled, np.arange(_BINS)) % len(filled)]]
    rows = least.reshape(BANDS, _ROWS) * np.array(
        [1, 0xD1B54A32D192ED03, 0x94D049BB133111EB, 0xCA5A826395121157], np.uint64
    )
    keys: Keys = rows.sum(axis=1, dtype=np.uint64) + np.arange(BANDS, dtype=np.uint64)
    return keys
