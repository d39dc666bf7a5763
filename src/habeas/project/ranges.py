"""Ranges: what several claims together allow a parameter to be."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.model.claim import Claim, Modality
from habeas.model.marks import Comparator
from habeas.project.parameters import Dimension
from habeas.reconcile.intervals import Bounds, bounds

__all__ = ["Range", "claimed_range", "comparable", "currency_of", "days_of", "says_a_number", "usable"]

OPEN_END = 2.0
"""How far an open end is taken to reach: "more than 200" is read as 200 to 400, "under 200" as 100 to 200. A rule of
this program, shown with the parameter; a scenario that knows better gives a range of its own."""

MONTH = 30.4375
"""Mean days in a month of the Gregorian calendar."""

_DAYS = {
    "day": 1.0,
    "week": 7.0,
    "month": MONTH,
    "quarter": 91.3125,
    "year": 365.25,
    "decade": 3652.5,
    "hour": 1 / 24,
}
"""Mean lengths in the Gregorian calendar."""


@dataclass(frozen=True, slots=True)
class Range:
    """The range that claims allow, in the parameter's own dimension, and how it came about."""

    low: float
    high: float
    note: str


def days_of(unit: str) -> float | None:
    """How many days one `unit` of time has, None for what is no unit of time.

    >>> days_of("weeks"), days_of("year"), days_of("people")
    (7.0, 365.25, None)
    """
    return _DAYS.get(unit.strip().lower().removesuffix("s"))


def currency_of(unit: str | None) -> str:
    """The currency of a money unit, empty for any other.

    >>> currency_of("USD per year"), currency_of("EUR"), currency_of("people")
    ('USD', 'EUR', '')
    """
    code = (unit or "").partition(" ")[0]
    return code if len(code) == 3 and code.isascii() and code.isupper() else ""


def usable(claim: Claim, *, planned: bool = False) -> bool:
    """Whether a claim says what is or was so, or (`planned`) what is agreed to be: not denied, not conditional."""
    firm = (Modality.ASSERTED, Modality.ALLEGED, *((Modality.PLANNED,) if planned else ()))
    return not claim.negated and claim.modality in firm


def says_a_number(claim: Claim, dimension: Dimension) -> bool:
    """Whether a claim's value can be read in `dimension`."""
    if dimension is Dimension.DATE:
        return claim.earliest is not None and claim.latest is not None
    if dimension is Dimension.MONEY and not currency_of(claim.unit):
        return False
    if dimension is Dimension.DAYS and days_of(claim.unit or "") is None:
        return False
    told = bounds(claim.value, claim.value_max, claim.comparator)
    return told is not None and not (told.low <= 3 and math.isinf(told.high) and isinstance(claim.value, str))


def comparable(claims: Sequence[Claim], dimension: Dimension) -> list[Claim]:
    """The claims that count the same: of people, those that say so, where some do, with the bare numbers near them
    (another bare number may count something else); of money, those in the currency that most of them use."""
    if dimension is Dimension.PEOPLE:
        told = [c.value for c in claims if c.unit and not isinstance(c.value, str)]
        return [c for c in claims if c.unit or not told or _near(c.value, told)]
    if dimension is Dimension.MONEY:
        counts = Counter(currency_of(c.unit) for c in claims)
        most = min(counts, key=lambda code: (-counts[code], code), default="")
        return [c for c in claims if currency_of(c.unit) == most]
    return list(claims)


def _near(value: float | str, others: Sequence[float]) -> bool:
    """Whether a number is at most double and at least half of one of the others."""
    return not isinstance(value, str) and any(o <= 2 * value and value <= 2 * o for o in others)


def claimed_range(
    claims: Sequence[Claim], dimension: Dimension, *, start: date, per_days: float = 1.0, limit: bool = False
) -> Range | None:
    """What `claims` together say, None if none says a number.

    Where all can be true at once their ranges are narrowed to what they share ("40,000" and "up to 40,000": 40,000).
    Where they cannot, the range reaches from the lowest to the highest. `per_days` divides counts given for a period
    into a daily rate; `limit` says that "up to N" means N. Dates are days after `start`.
    """
    told = [
        _told(c, dimension, start, limit).scaled(1 / per_days if dimension is Dimension.RATE else 1.0)
        for c in claims
        if says_a_number(c, dimension)
    ]
    if not told:
        return None
    low, high = max(t.low for t in told), min(t.high for t in told)
    if low <= high:
        note = "" if len(told) == 1 else "what the claims share"
        return _closed(low, high, note, all_low=low, all_high=high)
    note = "the claims exclude each other: from the lowest to the highest"
    ends = [end for t in told for end in (t.low, t.high) if math.isfinite(end)]
    return Range(max(0.0, min(ends)) if dimension is not Dimension.DATE else min(ends), max(ends), note)


@dataclass(frozen=True, slots=True)
class _Told:
    low: float
    high: float

    def scaled(self, factor: float) -> _Told:
        return _Told(self.low * factor, self.high * factor)


def _told(claim: Claim, dimension: Dimension, start: date, limit: bool) -> _Told:
    if dimension is Dimension.DATE:
        assert claim.earliest is not None and claim.latest is not None
        return _Told(float((claim.earliest - start).days), float((claim.latest - start).days))
    found = _limit(claim) if limit else bounds(claim.value, claim.value_max, claim.comparator)
    assert found is not None
    factor = (days_of(claim.unit or "") or 1.0) if dimension is Dimension.DAYS else 1.0
    return _Told(found.low * factor, found.high * factor)


def _limit(claim: Claim) -> Bounds | None:
    """A number that is said to be the most that fits is the limit itself."""
    if claim.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN) and not isinstance(claim.value, str):
        return Bounds(claim.value, claim.value)
    return bounds(claim.value, claim.value_max, claim.comparator)


def _closed(low: float, high: float, note: str, all_low: float, all_high: float) -> Range:
    """A range with both ends: an open one reaches to double or half of the other."""
    if math.isinf(all_high):
        return Range(
            low, low * OPEN_END, _joined(note, "no upper bound is reported: taken to be double the lower")
        )
    if math.isinf(all_low):
        return Range(
            high / OPEN_END, high, _joined(note, "no lower bound is reported: taken to be half the upper")
        )
    return Range(low, high, note)


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))
