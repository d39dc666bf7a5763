"""The number of a thing that is a report's own: what it gives first, and what it says that this has grown to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from habeas.model.claim import Claim
from habeas.model.marks import Comparator
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.telling import PAID, has_grown, words_of

__all__ = ["own_numbers"]

CLOSER = 1.25
"""What a number may be of the one that only bounds it in the same report, where they name two subjects."""
FAR = 3
"""The factor by which a count that is told to have grown differs at most from the first one given."""


def own_numbers(group: Sequence[Claim], told: str, case: Case) -> list[Claim]:
    """The claims of one thing, in text order for each report, without numbers that a report tells of others beside its own.

    What a report gives first is what it is about. The same number, a closer one, the one that the count has grown to, and
    one near it that others begin with are told of the same.
    """
    first = _first_numbers(group, told)
    openings = _by_value(first.values())
    found = []
    for claim in group:
        one = first[claim.doc]
        growing = told in words_of(claim, case)["growing"]["told"]
        others = openings.get(float(claim.value), frozenset()) - {claim.doc}
        told_too = growing and _is_near(one, claim) and (others or has_grown(claim, case))
        if _is_same_number(one, claim) or told_too:
            found.append(claim)
    return found


def _first_numbers(group: Sequence[Claim], told: str) -> dict[str, Claim]:
    """The first number of each report; where no other report begins with it or one near it, the first that another begins
    with. A sum that is far from those of others may be a slip of them."""
    first: dict[str, Claim] = {}
    for claim in group:
        first.setdefault(claim.doc, claim)
    if told.startswith(PAID):
        return first
    opening = _by_value(first.values())
    kept = dict(first)
    for claim in group:
        one = first[claim.doc]
        if (
            kept[claim.doc] is one
            and not _is_near(one, claim)
            and opening.get(float(claim.value), frozenset()) - {claim.doc}
        ):
            alone = all(
                docs == {claim.doc} for value, docs in opening.items() if _are_near(value, float(one.value))
            )
            kept[claim.doc] = claim if alone else one
    return kept


def _by_value(claims: Iterable[Claim]) -> Mapping[float, frozenset[str]]:
    """The reports that give each number."""
    found: dict[float, set[str]] = defaultdict(set)
    for claim in claims:
        found[float(claim.value)].add(claim.doc)
    return {value: frozenset(docs) for value, docs in found.items()}


def _is_near(first: Claim, later: Claim) -> bool:
    return _are_near(float(first.value), float(later.value))


def _are_near(one: float, other: float) -> bool:
    return max(one, other) <= FAR * min(one, other)


def _is_same_number(first: Claim, later: Claim) -> bool:
    """Whether a report gives one number again, or the one that its first words only bound: "more than 40", "at least 41"."""
    low, high = float(first.value), float(later.value)
    if low == high:
        return True
    loose = first.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.APPROX)
    # "At least 68" and then "at least 74" are of two things, or one has grown to the other.
    if later.comparator is first.comparator:
        return False
    allowed = bounds(first.value, first.value_max, first.comparator)
    most = FAR if name_key(first.subject) == name_key(later.subject) else CLOSER
    return loose and allowed is not None and allowed.low <= high <= low * most and high <= allowed.high
