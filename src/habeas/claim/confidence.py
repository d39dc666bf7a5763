"""Confidence: the prior of the rule that made a claim, mapped to how often such claims were right when judged."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from habeas.model.claim import Kind
from habeas.packs.calibration import Calibration, calibration

__all__ = ["confidence"]


def confidence(kind: Kind, prior: float) -> float:
    """The share of claims of `kind` with such a `prior` that were right on the development data.

    A kind that was never measured keeps its prior. A higher prior never means a lower confidence.

    >>> confidence(Kind.QUOTATION, 0.9) > confidence(Kind.QUOTATION, 0.4)
    True
    """
    met = _MET.get(kind)
    if met is None:
        met = _MET[kind] = {}
    found = met.get(prior)
    if found is None:
        known = _maps().get(kind)
        found = prior if known is None else known.confidence[max(0, bisect_right(known.priors, prior) - 1)]
        if len(met) < _REMEMBERED:
            met[prior] = found
    return found


_MET: dict[Kind, dict[float, float]] = {}
"""What was asked already: rules have few priors."""
_REMEMBERED = 4096


@cache
def _maps() -> dict[Kind, Calibration]:
    return {Kind(one.kind): one for one in calibration()}
