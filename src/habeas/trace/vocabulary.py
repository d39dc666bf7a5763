"""The words of a whole collection: how many reports use each, in a table of fixed size."""

from __future__ import annotations

from math import log

import numpy as np
from numpy.typing import NDArray

from habeas.trace.sentences import LIGHTEST, Roots

__all__ = ["Vocabulary"]

_PLACES = 1 << 22
"""Places of the table (16 MB). Roots that fall on one place are counted together, which makes a rare one look somewhat
commoner and never rarer (one row of a count-min sketch; Cormode & Muthukrishnan 2005)."""


class Vocabulary:
    """How many reports of a collection use each content root."""

    def __init__(self) -> None:
        self._holders = np.zeros(_PLACES, np.uint32)
        self._reports = 0

    def add(self, roots: Roots) -> None:
        """Count the distinct roots of one report."""
        self._holders[roots % _PLACES] += np.uint32(1)
        self._reports += 1

    def weight(self, roots: Roots) -> NDArray[np.float64]:
        """How much each root tells about two reports that share it: 1 for a root of theirs alone, almost nothing for one
        that all use (its inverse document frequency, as a share of the largest)."""
        holders = np.maximum(2, self._holders[roots % _PLACES])
        told = np.log(self._reports / holders) / log(max(2.0, self._reports / 2))
        weights: NDArray[np.float64] = np.clip(told, LIGHTEST, 1.0)
        return weights
