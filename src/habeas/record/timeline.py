"""The timeline: what happened or is planned, in time order, each thing once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from habeas.model.claim import AsOfBasis, Claim, Kind, Modality
from habeas.model.record import LaneItem
from habeas.reconcile.names import name_key
from habeas.record.collection import Collection
from habeas.record.rows import distinct
from habeas.record.wording import amount, sentence

__all__ = ["timeline"]

LONGEST = 31
"""Days that a period may span and still be a moment of the story, unless the report states it as such."""

_TELLING = frozenset({Kind.EVENT, Kind.LEGAL, Kind.PLAN, Kind.AGREEMENT, Kind.CONDITION})
_RANK = {Kind.LEGAL: 0, Kind.EVENT: 1, Kind.AGREEMENT: 2, Kind.PLAN: 3, Kind.CONDITION: 4, Kind.QUANTITY: 5}
SHORT = 4
"""Words that a telling needs at least to stand on a timeline."""


def timeline(held: Collection) -> tuple[LaneItem, ...]:
    """Items whose time the reports tell, earliest first; the same thing told at one time is one item that cites all.

    Numbers stand for a day only where the report states the day they are of; lengths of time, ages and what merely
    takes its date from its clause's neighbours do not.
    """
    groups: dict[tuple[date, date], list[Claim]] = defaultdict(list)
    for claim in held.settled.claims:
        if claim.earliest and claim.latest and _shown(claim, held):
            groups[claim.earliest, claim.latest].append(claim)
    found: list[LaneItem] = []
    for (earliest, latest), claims in sorted(groups.items()):
        ordered = sorted(claims, key=lambda c: (_RANK.get(c.kind, 9), -len(c.quote), c.id))
        for same in _merged(ordered, held):
            label, kind = _label(same[0], held), str(same[0].kind)
            found.append(LaneItem(label, kind, earliest, latest, tuple(c.id for c in same)))
    return tuple(_once(found))


def _once(items: Sequence[LaneItem]) -> Iterator[LaneItem]:
    """Items of one label and time as one item."""
    groups: dict[tuple[object, ...], list[LaneItem]] = defaultdict(list)
    for item in items:
        groups[item.label, item.kind, item.earliest, item.latest].append(item)
    for same in groups.values():
        yield replace(same[0], claims=tuple(dict.fromkeys(c for item in same for c in item.claims)))


def _shown(claim: Claim, held: Collection) -> bool:
    assert claim.earliest is not None and claim.latest is not None
    length = (claim.latest - claim.earliest).days
    if claim.as_of_basis is None or (claim.as_of_basis is not AsOfBasis.STATED and length > LONGEST):
        return False
    if claim.kind is Kind.QUANTITY:
        countable = claim.property in held.label and held.unit.get(claim.property) not in (
            "duration",
            "age",
            "times",
        )
        return countable and claim.as_of_basis is AsOfBasis.STATED
    if claim.kind not in _TELLING or claim.modality is Modality.OPINION or len(claim.quote.split()) < SHORT:
        return claim.frame == "year-of-law"
    return claim.kind is not Kind.CONDITION or claim.as_of_basis is AsOfBasis.STATED


def _merged(claims: Sequence[Claim], held: Collection) -> list[list[Claim]]:
    """Tellings of one time grouped by what they say; overlapping words of one report are one telling."""
    groups: list[list[Claim]] = []
    told: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for same in distinct(claims, held):
        homes = (n for b in same for n, a in told.get(b.doc, ()) if _inside(b, a))
        home = min(homes, default=len(groups))
        if home == len(groups):
            groups.append([])
        groups[home] += same
        for claim in same:
            told[claim.doc].append((home, claim))
    return groups


def _inside(inner: Claim, outer: Claim) -> bool:
    return outer.span.contains(inner.span) or inner.span.contains(outer.span)


def _label(claim: Claim, held: Collection) -> str:
    if claim.frame == "year-of-law":
        known = held.law.get(name_key(claim.subject))
        return f"{known or claim.subject}: enacted"
    if claim.kind is Kind.QUANTITY:
        return f"{claim.subject}, {held.label[claim.property]}: {amount(claim)}"
    return sentence(claim)
