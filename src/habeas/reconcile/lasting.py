"""For how long something went on, by reports that tell it of the same: "held for ten years", "held for eleven years". A
report's only such time is that of what its story is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import QuantityKind
from habeas.model.wording import amount
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import gathered, pairs
from habeas.reconcile.intervals import Bounds, meant_bounds
from habeas.reconcile.questions import Question, asked_about, figure_question
from habeas.reconcile.scopes import is_past, is_repeated
from habeas.reconcile.settings import on_other_days, sentence
from habeas.reconcile.telling import is_part, told_of

__all__ = ["lasting_questions"]

FAR = 3
"""The factor by which two times of one thing differ at most."""
BEFORE = 24
"""Characters before a time in which it is said to be how long something lasted."""
NEAR = 3
"""Words before a time at most among which one says so: "for | nearly", "within a | mere"."""
MOST = 24
"""Times of one story that are compared at most, whatever happened in them."""
_DAYS = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "weeks": 7.0,
    "months": 30.44,
    "years": 365.25,
    "decades": 3652.5,
}


def lasting_questions(case: Case) -> Iterator[Question]:
    """One question for each thing told to have lasted for times that exclude each other, each the only one of its report."""
    told: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    whole: dict[int, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUANTITY and _days(claim, case) is not None:
            whole[case.story[claim.doc]].append(claim)
            # A group has no name here: a story is of one.
            person = case.directory.person(claim.subject)
            told[case.story[claim.doc], told_of(claim, case) or "", person].append(claim)
    seen: set[str] = set()
    for (_, what, _), claims in told.items():
        alone = _alone(claims, case) if what else []
        for held in gathered(alone, pairs(alone, lambda one, other: _exclude(one, other, case))):
            seen |= {c.id for c in held}
            yield _question(held, case)
    for claims in whole.values() if case.is_small else ():
        left = [c for c in claims if c.id not in seen][:MOST]
        for held in gathered(left, pairs(left, partial(_are_of_one, told=left, case=case))):
            yield _question(held, case)


def _question(held: Sequence[Claim], case: Case) -> Question:
    note = "the times exclude each other"
    if any(p.question and p.id == held[0].property for p in case.pack.properties):
        return figure_question(held, Status.CONFLICT, note, case, of=held[0], named=False)
    told = [(amount(c.value, c.unit, c.value_max, c.comparator), c) for c in held]
    return asked_about("How long did this take or last: {}?", "duration", Status.CONFLICT, told, note, case)


def _are_of_one(one: Claim, other: Claim, told: Sequence[Claim], case: Case) -> bool:
    """Whether two times exclude each other that two reports of a few tell in sentences that share a word, whatever happened in them; each
    is the only one of its report of about that length."""
    persons = {case.directory.person(c.subject) for c in (one, other)} - {""}
    if len(persons) > 1 or not _exclude(one, other, case):
        return False
    lengths = {c.id: _days(c, case) for c in told if c.doc in (one.doc, other.doc)}
    near = [
        (c.doc, b) for c in told if (b := lengths.get(c.id)) is not None and _are_near(b, lengths[one.id])
    ]
    if any(len({b for doc, b in near if doc == c.doc}) > 1 for c in (one, other)):
        return False
    return not _around(one, case).isdisjoint(_around(other, case))


def _around(claim: Claim, case: Case) -> frozenset[str]:
    """The roots of the sentence of a time, without its own words."""
    report = case.report[claim.doc]
    own = content_roots(case.quantity_of[claim.id].span.of(report.text), report.language)
    return content_roots(sentence(claim, case), report.language) - own


def _are_near(one: Bounds, other: Bounds | None) -> bool:
    return other is not None and max(one.low, other.low) <= FAR * min(one.high, other.high)


def _days(claim: Claim, case: Case) -> Bounds | None:
    """How many days something is told to have lasted; None for other times, and for those of a part or a year past."""
    mark = case.quantity_of.get(claim.id)
    scale = _DAYS.get(claim.unit or "")
    if mark is None or mark.kind is not QuantityKind.DURATION or scale is None:
        return None
    report = case.report[claim.doc]
    before = report.text[max(0, mark.span.start - BEFORE) : mark.span.start].lower().split()
    words = lexicon(report.language, "reconcile").get("lasted", {}).get("before", ())
    if set(words).isdisjoint(before[-NEAR:]):
        return None
    if is_part(claim, case) or is_past(claim, case) or is_repeated(claim, case):
        return None
    meant = meant_bounds(claim.value, claim.value_max, claim.comparator)
    return Bounds(meant.low * scale, meant.high * scale) if meant is not None else None


def _alone(claims: Sequence[Claim], case: Case) -> list[Claim]:
    """The times of reports that tell one alone."""
    given: dict[str, set[Bounds | None]] = defaultdict(set)
    for claim in claims:
        given[claim.doc].add(_days(claim, case))
    return [c for c in claims if len(given[c.doc]) == 1]


def _exclude(one: Claim, other: Claim, case: Case) -> bool:
    mine, theirs = _days(one, case), _days(other, case)
    if one.doc == other.doc or mine is None or theirs is None or mine.meets(theirs):
        return False
    low, high = sorted((mine.low, theirs.low))
    return high <= FAR * low and not on_other_days(one, other, case)
