"""Series: one property of one subject through time, with what each point cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import isinf

from habeas.model.claim import Claim, Kind
from habeas.model.pack import Derivation
from habeas.model.record import Band, Point, Series
from habeas.model.wording import figures, number
from habeas.reconcile.intervals import Bounds, bounds
from habeas.record.collection import Collection
from habeas.record.subjects import subject_of

__all__ = ["series"]


def series(claims: Sequence[Claim], held: Collection) -> tuple[Series, ...]:
    """Every property with at least two reported values of one subject, and the shares that the pack derives of them."""
    known = {p.id: p for p in held.pack.properties}
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.QUANTITY and claim.property in known and not isinstance(claim.value, str):
            groups[
                subject_of(claim, held) or claim.subject,
                claim.property,
                known[claim.property].unit or claim.unit or "",
            ].append(claim)
    by_name = {(subject, name): group for (subject, name, _), group in groups.items()}
    told = [
        Series(
            id=f"{subject}/{name}",
            title=f"{subject}: {known[name].label}",
            subject=subject,
            property=name,
            unit=unit,
            points=tuple(_point(c) for c in _in_time(group)),
            against=next(
                (b for r in held.pack.derivations if (b := _behind(subject, name, r, by_name))), None
            ),
        )
        for (subject, name, unit), group in sorted(groups.items())
        if len(group) > 1
    ]
    shares = [
        _shares(subject, rule, by_name)
        for subject in sorted({s for s, _ in by_name})
        for rule in held.pack.derivations
    ]
    return (*told, *(s for s in shares if s is not None))


def _in_time(group: Sequence[Claim]) -> list[Claim]:
    return sorted(group, key=lambda c: (str(c.latest or c.earliest or ""), c.id))


def _wholes(
    subject: str, rule: Derivation, by_name: Mapping[tuple[str, str], Sequence[Claim]]
) -> tuple[float, float] | None:
    """The least and the most of what the pack calls the whole of a share, as reported of a subject."""
    if not rule.percent or rule.op != "/":
        return None
    told = [b for c in by_name.get((subject, rule.right), ()) if (b := _finite(c)) and b.low > 0]
    return (min(b.low for b in told), max(b.high for b in told)) if told else None


def _behind(
    subject: str, name: str, rule: Derivation, by_name: Mapping[tuple[str, str], Sequence[Claim]]
) -> Band | None:
    """The reported wholes behind a series of parts."""
    wholes = _wholes(subject, rule, by_name) if name == rule.left else None
    return wholes and Band(rule.right, *wholes, tuple(c.id for c in by_name[subject, rule.right]))


def _shares(
    subject: str, rule: Derivation, by_name: Mapping[tuple[str, str], Sequence[Claim]]
) -> Series | None:
    """A share through time: each part over the whole, from the least to the most that the reported wholes allow.

    Where reports give two wholes, every point is a band: none of them is taken for the right one.
    """
    parts = [c for c in by_name.get((subject, rule.left), ()) if c.latest is not None]
    wholes = _wholes(subject, rule, by_name)
    if len(parts) < 2 or wholes is None:
        return None
    low, high = wholes
    cited = tuple(c.id for c in by_name[subject, rule.right])
    points = []
    for claim in _in_time(parts):
        held = _finite(claim)
        if held is not None:
            least, most = round(100 * held.low / high, 1), round(100 * held.high / low, 1)
            label = f"{number(least)} %" if least == most else f"{number(least)} to {number(most)} %"
            points.append(
                Point(
                    least,
                    None if least == most else most,
                    "exact",
                    claim.earliest,
                    claim.latest,
                    label,
                    (claim.id, *cited),
                )
            )
    title = f"{subject}: {rule.label} (derived)"
    return (
        Series(f"{subject}/{rule.id}", title, subject, rule.id, "%", tuple(points))
        if len(points) > 1
        else None
    )


def _finite(claim: Claim) -> Bounds | None:
    """The interval of a number that is told with both ends: a limit is the number itself."""
    if isinstance(claim.value, str):
        return None
    told = bounds(claim.value, claim.value_max, claim.comparator)
    if told is None or isinf(told.low) or isinf(told.high):
        return Bounds(claim.value, claim.value)
    return told


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
