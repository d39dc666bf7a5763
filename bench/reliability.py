"""Reliability: what claims of a stated confidence turn out to be worth (Murphy and Winkler 1977)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

__all__ = ["bins"]

_WIDTH = 0.1


def bins(stated: Iterable[tuple[float, bool]]) -> dict[str, dict[str, float | int | None]]:
    """Claims by stated confidence, a tenth wide: how many, the mean confidence, the share that is right.

    The row "all" also has the Brier score (mean squared error, 0 is best) and the expected calibration error
    (the gap between the two, weighed by claims).
    """
    pairs = list(stated)
    grouped: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in pairs:
        grouped[min(9, int(confidence / _WIDTH + 1e-9))].append((confidence, right))
    rows: dict[str, dict[str, float | int | None]] = {
        f"{low / 10:.1f} to {(low + 1) / 10:.1f}": _row(inside) for low, inside in sorted(grouped.items())
    }
    gaps = [abs(sum(c for c, _ in inside) - sum(r for _, r in inside)) for inside in grouped.values()]
    brier = sum((c - r) ** 2 for c, r in pairs) / max(1, len(pairs))
    rows["all"] = {**_row(pairs), "brier": brier, "calibration_error": sum(gaps) / max(1, len(pairs))}
    return rows


def _row(inside: list[tuple[float, bool]]) -> dict[str, float | int | None]:
    total = max(1, len(inside))
    return {
        "claims": len(inside),
        "confidence": sum(c for c, _ in inside) / total,
        "right": sum(r for _, r in inside) / total,
    }
