"""One measure given in two units: 72 kilometers (45 miles)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.wording import figure
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import rounded
from habeas.reconcile.checks.units import convertible, in_base
from habeas.reconcile.intervals import Bounds

__all__ = ["conversions"]

NEAR = 12
"""Characters between the two numbers: "72 kilometers (45 miles)" has one or two, "72 km, or 45 miles" four."""


def conversions(case: Case) -> Iterator[Check]:
    """A check for each pair of neighbouring quantities in convertible units."""
    for doc in case.of_doc:
        known = [(c, case.quantity_of[c.id]) for c in case.of_doc[doc] if c.id in case.quantity_of]
        known.sort(key=lambda pair: pair[1].number.start)
        for (one, first), (other, second) in pairwise(known):
            apart = second.span.start - first.span.end
            if (
                convertible(first.unit, second.unit)
                and -NEAR <= apart <= NEAR
                and not (first.per or second.per)
            ):
                yield _check(one, other)


def _check(one: Claim, other: Claim) -> Check:
    assert one.unit and other.unit
    # "from zero to 60 mph (97 km/h)": of a range, the end beside the other number is the one that is converted.
    told = one.value_max if one.value_max is not None and other.value_max is None else one.value
    given = float(other.value)
    computed = in_base(float(told), one.unit) / in_base(1, other.unit)
    allowed, stated = rounded(float(told)), rounded(given)
    factor = in_base(1, one.unit) / in_base(1, other.unit)
    holds = Bounds(allowed.low * factor, allowed.high * factor).meets(stated)
    return Check(
        id="",
        type=CheckType.CONVERSION,
        statement=f"{figure(told)} {one.unit} is {figure(other.value)} {other.unit}",
        formula=f"{told} {one.unit} in {other.unit}",
        computed=round(computed, 2),
        holds=holds,
        claims=(one.id, other.id),
        note=f"{computed:.2f} {other.unit}; both numbers are taken as rounded to their last digit",
    )
