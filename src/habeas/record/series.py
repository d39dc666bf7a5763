"""Series: one property of one subject through time, with what each point cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.record import Point, Series
from habeas.model.wording import figures
from habeas.reconcile.intervals import bounds
from habeas.record.collection import Collection
from habeas.record.subjects import subject_of

__all__ = ["series"]


def series(claims: Sequence[Claim], held: Collection) -> tuple[Series, ...]:
    """Every property with at least two reported values of one subject."""
    known = {p.id: p for p in held.pack.properties}
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.QUANTITY and claim.property in known and not isinstance(claim.value, str):
            groups[
                subject_of(claim, held) or claim.subject,
                claim.property,
                known[claim.property].unit or claim.unit or "",
            ].append(claim)
    return tuple(
        Series(
            id=f"{subject}/{name}",
            title=f"{subject}: {known[name].label}",
            subject=subject,
            property=name,
            unit=unit,
            points=tuple(
                _point(c) for c in sorted(group, key=lambda c: (str(c.latest or c.earliest or ""), c.id))
            ),
        )
        for (subject, name, unit), group in sorted(groups.items())
        if len(group) > 1
    )


def _point(claim: Claim) -> Point:
    allowed = bounds(claim.value, claim.value_max, claim.comparator)
    assert not isinstance(claim.value, str)
    assert allowed is not None
    return Point(
        value=float(claim.value),
        value_max=claim.value_max,
        comparator=str(claim.comparator),
        earliest=claim.earliest,
        latest=claim.latest,
        label=figures(claim.value, claim.value_max),
        claims=(claim.id,),
    )
