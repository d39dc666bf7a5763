"""The timeline: every dated claim of the record in time order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from habeas.model.claim import AsOfBasis, Claim, Kind
from habeas.model.record import LaneItem

__all__ = ["timeline"]

_SHOWN = frozenset({Kind.EVENT, Kind.LEGAL, Kind.PLAN, Kind.AGREEMENT, Kind.QUANTITY})


def timeline(claims: Sequence[Claim]) -> tuple[LaneItem, ...]:
    """Items whose time is told by the report (a date or a resolvable one), earliest first; the same thing told by
    several reports at one time is one item that cites them all."""
    groups: dict[tuple[date, date, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in _SHOWN and claim.earliest and claim.latest and claim.as_of_basis is not None:
            if claim.as_of_basis is AsOfBasis.FROM_DOC and (claim.latest - claim.earliest).days > 31:
                continue
            groups[claim.earliest, claim.latest, claim.kind, _label(claim)].append(claim)
    return tuple(
        LaneItem(label, kind, earliest, latest, tuple(c.id for c in group))
        for (earliest, latest, kind, label), group in sorted(groups.items(), key=lambda item: item[0])
    )


def _label(claim: Claim) -> str:
    value = f"{claim.value:,}" if isinstance(claim.value, int | float) else claim.value
    unit = f" {claim.unit}" if claim.unit else ""
    return f"{claim.subject}: {claim.property}: {value}{unit}"
