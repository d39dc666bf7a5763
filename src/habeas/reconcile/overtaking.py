"""How two numbers of one thing relate: whether they fit, exclude each other, or the later took the place of the earlier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.claim import Claim, Modality
from habeas.model.finding import Status
from habeas.model.marks import Comparator
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import bounds
from habeas.reconcile.settings import sentence
from habeas.reconcile.telling import has_grown, words_of

__all__ = ["CHANGED", "COUNTED", "FALLING", "GROWING", "LATER", "PLANNED", "all_say", "relation"]

GROWING = "the count grows with time; the later report is larger"
FALLING = "the count falls with time; the later report is smaller"
LATER = "of two times; the later number is the last one told"
CHANGED = "the later report says that it has changed"
COUNTED = "each is told as the least there are"
PLANNED = "planned at first; a later report tells how many it was"
CLOSER = 1.1
"""The factor up to which a later count is what an earlier one only bounds: "more than 400", "421"."""
LARGE, WIDE = 100_000, 2
"""From this number on a bound is told for the sake of its size, and up to this factor a count is what it bounds."""
SEVERAL = 5
"""From this number on two counts that are told as the least there are exclude each other; fewer are of two things."""
SETTLED = 120
"""Days after which a count of something grows no more."""
GROWN = 1.05
"""The factor from which a later count is more than the earlier one told more closely."""


def relation(claims: Sequence[Claim], told: str | None, case: Case) -> tuple[Status, str]:
    """How the claims of two numbers of one thing relate, and why; `told` is what happened to those counted."""
    low = min(float(c.value) for c in claims)
    high = max(float(c.value) for c in claims)
    if low != high and _is_carried_out(claims, case):
        return Status.SUPERSEDED, PLANNED
    growing = _grows(told, claims, case)
    later = _is_later(claims, low, case)
    if told in words_of(claims[0], case)["growing"]["falls"] and _is_later(claims, high, case):
        return Status.SUPERSEDED, FALLING
    told_so = _is_told_as_grown(claims, low, case)
    taken = growing and (later or told_so)
    bound = all(c.comparator is Comparator.MORE_THAN for c in claims if float(c.value) == low)
    closer = (WIDE if low >= LARGE else CLOSER) if bound and not told_so else GROWN
    if taken and high > low * closer:
        return Status.SUPERSEDED, GROWING
    limit = told in words_of(claims[0], case)["limits"]["told"]
    whole = _told(claims, case)
    counted = _are_counted(whole)
    if not counted and _all_fit(whole, limit):
        return Status.REFINES, "the numbers fit each other; one says more"
    if taken:
        return Status.SUPERSEDED, GROWING
    if counted:
        return Status.CONFLICT, COUNTED
    if later and _has_changed([c for c in claims if float(c.value) == high], case):
        return Status.SUPERSEDED, CHANGED
    return Status.CONFLICT, "the numbers exclude each other"


def _is_later(claims: Sequence[Claim], first: float, case: Case) -> bool:
    """Whether no report of the first number is later than one of the other, and not all are of one day. A report of no
    known day that gives a number of dated ones is of their time; one that gives both tells nothing of which is later."""
    docs = {is_low: {c.doc for c in claims if (c.value == first) is is_low} for is_low in (True, False)}
    days = {
        is_low: [day for d in docs[is_low] - docs[not is_low] if (day := case.report[d].published_date)]
        for is_low in docs
    }
    early, late = days[True], days[False]
    return bool(early and late) and max(early) <= min(late) and min(early) < max(late)


def _is_carried_out(claims: Sequence[Claim], case: Case) -> bool:
    """Whether all who give one number tell it as planned, and later reports give the other as of what was done."""
    ahead = [c.modality is Modality.PLANNED for c in claims]
    plans = {c.value for c, is_ahead in zip(claims, ahead, strict=True) if is_ahead}
    done = {c.value for c in claims} - plans
    if len(plans) != 1 or len(done) != 1 or sum(c.value in plans for c in claims) != sum(ahead):
        return False
    days = [{case.report[c.doc].published_date for c in claims if c.value in side} for side in (plans, done)]
    told = [{d for d in side if d is not None} for side in days]
    return told == days and max(told[0]) < min(told[1])


def _is_told_as_grown(claims: Sequence[Claim], low: float, case: Case) -> bool:
    """Whether a report says that the larger number is what the count has grown to, and the lower one is not."""
    highs = [c for c in claims if float(c.value) != low]
    lows = [c for c in claims if float(c.value) == low]
    return any(has_grown(c, case) for c in highs) and not all(has_grown(c, case) for c in lows)


def _is_bounded(claim: Claim, case: Case) -> bool:
    """Whether the report bounds the same number of the same thing elsewhere."""
    told = case.giving.get((claim.doc, float(claim.value)), ())
    return any(c.comparator is not Comparator.EXACT and c.property == claim.property for c in told)


def _told(claims: Sequence[Claim], case: Case) -> Sequence[Claim]:
    """The claims, without those that tell shortly ("kills 40") what their report bounds elsewhere ("at least 40")."""
    return [c for c in claims if not (c.comparator is Comparator.EXACT and _is_bounded(c, case))]


def _are_counted(claims: Sequence[Claim]) -> bool:
    """Whether each number is told as the least there are: who counts "at least 40" has counted 40, and who counts "at least 44"
    has not counted the same."""
    least = all(c.comparator is Comparator.AT_LEAST and float(c.value) >= SEVERAL for c in claims)
    return least and len({c.value for c in claims}) > 1


def _all_fit(claims: Sequence[Claim], limit: bool) -> bool:
    """Whether all numbers can hold at once."""
    found = (bounds(c.value, c.value_max, c.comparator, limit=limit) for c in claims)
    allowed = [b for b in found if b is not None]
    return not allowed or max(b.low for b in allowed) <= min(b.high for b in allowed)


def _grows(told: str | None, claims: Sequence[Claim], case: Case) -> bool:
    """Whether a count only grows: a toll does, one of what happens again and again where it is told "since" a day, or the
    larger one as a total ("which brings the number to 300")."""
    words = words_of(claims[0], case)
    if all(_is_long_past(c, case) for c in claims):
        return False
    if told not in words["growing"]["again"]:
        return told in words["growing"]["told"]
    high = max(float(c.value) for c in claims)
    so_far = words["growing"]["so_far"]
    return all_say(so_far, claims, case) or all_say(
        words["total_cues"], [c for c in claims if float(c.value) == high], case
    )


def _is_long_past(claim: Claim, case: Case) -> bool:
    """Whether a count is of a time long before its report, and so is told as it stayed."""
    day = case.report[claim.doc].published_date
    return day is not None and claim.latest is not None and (day - claim.latest).days > SETTLED


def all_say(phrases: Sequence[str], claims: Sequence[Claim], case: Case) -> bool:
    """Whether the sentence of each claim says one of these."""
    return all(any(f" {w} " in f" {sentence(c, case).lower()} " for w in phrases) for c in claims)


def _has_changed(later: Sequence[Claim], case: Case) -> bool:
    """Whether the later reports tell of a change: "now has space for 3,000"."""
    changed = words_of(later[0], case)["changed"]["words"]
    return all(any(re.search(rf"\b{re.escape(w)}\b", c.quote.lower()) for w in changed) for c in later)
