"""A sum over so many years and what it is for each of them ("889 million over 20 years, or 44.45 million a year")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.wording import figure, number
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import Figure, figures, rounded
from habeas.reconcile.checks.units import convertible, in_base
from habeas.reconcile.intervals import Bounds

__all__ = ["over_time"]

NEAR = 24
"""Characters between the sum and its time, and between the time and what it is for each year."""
NICE = 0.02
"""The share by which a reported amount for each may be rounded off."""


def over_time(case: Case) -> Iterator[Check]:
    """A check for each amount per time that stands right behind a sum and the time that it is for."""
    for doc in case.of_doc:
        known = figures(case, doc)
        words = lexicon(case.report[doc].language, "reconcile")
        for whole, time, rate in zip(known, known[1:], known[2:], strict=False):
            times = _times(time, rate) if _are_alike(whole, time, rate) else None
            if times is not None and _is_told(whole, time, rate, case.report[doc].text, words):
                yield _check(whole, time, rate, times)


def _are_alike(whole: Figure, time: Figure, rate: Figure) -> bool:
    """Whether a number, a time and a number for each of some times can be of one sum."""
    timed = time.mark.kind is QuantityKind.DURATION and time.value > 0
    return (
        timed
        and not whole.mark.per
        and (whole.mark.kind, whole.mark.unit) == (rate.mark.kind, rate.mark.unit)
    )


def _is_told(whole: Figure, time: Figure, rate: Figure, text: str, words: Table) -> bool:
    over = text[whole.end : time.mark.span.start].lower().split()
    said = text[time.mark.span.end : rate.mark.span.start].lower().strip(" ,;:()—–-")
    return (
        time.mark.span.start - whole.end <= NEAR
        and bool(over)
        and over[-1] in words["spread"]["over"]
        and said in words["changes"]["or"]
        and rate.mark.span.start - time.mark.span.end <= NEAR
    )


def _times(time: Figure, rate: Figure) -> float | None:
    """How many of the times that the rate is for the whole time holds."""
    if not rate.mark.per:
        return None
    each = f"{rate.mark.per}s"
    if time.mark.unit == each:
        return time.value
    if time.mark.unit is None or not convertible(time.mark.unit, each):
        return None
    return in_base(time.value, time.mark.unit) / in_base(1, each)


def _check(whole: Figure, time: Figure, rate: Figure, times: float) -> Check:
    each = whole.value / times
    sizes: Sequence[float] = (rounded(whole.value).low / times, rounded(whole.value).high / times)
    told = rate.bounds
    return Check(
        id="",
        type=CheckType.ARITHMETIC,
        statement=f"{figure(whole.claim.value)} over {figure(time.claim.value)} {time.mark.unit} is "
        f"{figure(rate.claim.value)} a {rate.mark.per}",
        formula=f"{whole.claim.value}/{number(times)}",
        computed=round(each, 2),
        holds=Bounds(*sizes).meets(Bounds(told.low * (1 - NICE), told.high * (1 + NICE))),
        claims=(rate.claim.id, whole.claim.id, time.claim.id),
        note=f"{number(each)} a {rate.mark.per}",
    )
