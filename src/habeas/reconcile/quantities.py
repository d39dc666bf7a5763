"""Findings about numbers: one question for each subject, property and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from habeas.model.claim import AsOfBasis, Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import EntityType, QuantityKind
from habeas.model.pack import Pack, Property
from habeas.model.wording import amount
from habeas.packs.stems import stem
from habeas.reconcile.ages import OTHERWISE, age_then
from habeas.reconcile.case import Case
from habeas.reconcile.checks.units import in_base, is_length
from habeas.reconcile.distances import lead_elsewhere, lengths_alone
from habeas.reconcile.intervals import bounds, meant_bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.overtaking import GROWING, relation
from habeas.reconcile.own_numbers import own_numbers
from habeas.reconcile.questions import Question, asked
from habeas.reconcile.scopes import is_past
from habeas.reconcile.settings import of_two_times, on_other_days, share_words
from habeas.reconcile.telling import is_part, is_told_closer, told_of

__all__ = ["quantity_questions"]

ALIKE = 2
"""The factor by which two numbers of one stock differ at most; others are of different things."""
APART = 20
"""The factor by which two numbers of one thing differ at most: a typing error may be of a nought."""
FARTHEST = 5
"""The factor by which two lengths of one thing differ at most."""
BIRTHDAY, SLIP = 1, 10
"""Years by which two reports of one story may differ in the age of a person, and from which they tell two persons', or that
of another time."""
MONEY = "money"
MANY = 60
"""Sums beyond which only the first are compared."""
YEAR_APART = 300
"""Days between two counts from which they are of two times, though the text only hints at them."""


def quantity_questions(case: Case) -> Iterator[Question]:
    """Claims of one subject, property, unit and period are one question; other scopes, periods or things never meet.

    What is named by a common noun ("person") is one thing within a story at most, and what the report does not name
    ("an amount") within the report.
    """
    known = {p.id: p for p in case.pack.properties}
    nouns = _nouns(case.pack)
    groups: dict[tuple[str, str, str, int, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is Kind.QUANTITY:
            unit = _dimension(claim, known.get(claim.property), nouns)
            story = -1 if case.directory.find(claim.subject) else case.story[claim.doc]
            then = age_then(claim, case)
            if then and then != OTHERWISE:
                continue
            alone = claim.doc if _is_unnamed(claim, case) or then else ""
            groups[name_key(claim.subject), claim.property, unit, story, alone].append(claim)
    for (_, name, _, _, _), claims in groups.items():
        prop = known.get(name)
        for period in _periods(claims):
            whole, parts = _own(period, prop, case) if prop and prop.functional else (period, [])
            if whole:
                yield _question(whole, prop, case)
            if parts:
                yield _beside(_question(parts, prop, case))


def _beside(told: Question) -> Question:
    """A question of parts, and of numbers told besides: those of two wholes neither exclude nor overtake each other."""
    if told.status not in (Status.CONFLICT, Status.SUPERSEDED):
        return told
    return replace(told, status=Status.DIFFERENT_SCOPE, note="parts, and numbers told of others besides")


def _own(claims: Sequence[Claim], prop: Property, case: Case) -> tuple[list[Claim], list[Claim]]:
    """The claims of what has one right answer: of the whole, and of its parts. Of a count that only grows a report may tell
    numbers of others besides its own."""
    counted = [c for c in claims if c.id in case.quantity_of and not isinstance(c.value, str)]
    if not prop.cumulative:
        parts = [c for c in counted if is_part(c, case) or is_past(c, case) or is_told_closer(c, case)]
        return [c for c in claims if c not in parts], parts
    told = told_of(counted[0], case) if counted else None
    whole = own_numbers(
        [c for c in counted if not is_part(c, case) and not is_past(c, case)], told or "", case
    )
    kept = {c.id for c in whole} | {c.id for c in claims if isinstance(c.value, str)}
    return [c for c in claims if c.id in kept], [c for c in claims if c.id not in kept]


def _is_unnamed(claim: Claim, case: Case) -> bool:
    """Whether a measure or a sum has no subject but its own name: "distance", "amount"."""
    mark = case.quantity_of.get(claim.id)
    return mark is not None and mark.kind is not QuantityKind.COUNT and claim.subject == claim.property


def _nouns(pack: Pack) -> frozenset[tuple[str, str]]:
    """Properties with the nouns that name what they count: those of other languages ("viviendas" are "homes"), and
    all of a count that only grows, where "houses" and "homes" are told of as one toll."""
    return frozenset(
        (p.id, counted.split()[-1])
        for p in pack.properties
        if p.language != "en" or (p.functional and p.cumulative)
        for counted in p.counted
    )


def _dimension(claim: Claim, prop: Property | None, nouns: frozenset[tuple[str, str]]) -> str:
    """What the number counts. A bare number ("a capacity of 1,200") counts what its property counts."""
    if claim.unit is None or (claim.property, claim.unit) in nouns:
        return stem(prop.unit or "", "en") if prop else ""
    # "a 1,000-bed camp" and one with "1,000 beds" have the same.
    return stem(claim.unit, "en")


def _periods(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims split by the stated time they speak of; those that state none stay together."""
    undated = [c for c in claims if c.as_of_basis is not AsOfBasis.STATED or c.earliest is None]
    known = {c.id for c in undated}
    dated = sorted((c for c in claims if c.id not in known), key=lambda c: (c.earliest, c.latest, c.id))
    yield from _years(undated)
    at = 0
    while at < len(dated):
        limit = dated[at].latest or dated[at].earliest
        begun = at
        while at < len(dated) and _begins_by(dated[at], limit):
            at += 1
        yield dated[begun:at]


def _years(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims that state no time, split where the text places them a year or so apart ("against 34,000 a year earlier")."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: c.earliest or date.max):
        last = groups[-1][-1].latest if groups else None
        far = last and claim.earliest and (claim.earliest - last).days >= YEAR_APART
        if groups and not far:
            groups[-1].append(claim)
        else:
            groups.append([claim])
    known = {c.id: n for n, c in enumerate(claims)}
    for group in groups:
        yield sorted(group, key=lambda c: known[c.id])


def _begins_by(claim: Claim, limit: date | None) -> bool:
    return claim.earliest is not None and limit is not None and claim.earliest <= limit


def _question(claims: Sequence[Claim], prop: Property | None, case: Case) -> Question:
    first = claims[0]
    status, note = _status(claims, prop, case)
    text = (
        prop.question.format(subject=first.subject)
        if prop and prop.question
        else f"{first.subject}: {first.property}?"
    )
    stated = next((c.as_of for c in claims if c.as_of_basis is AsOfBasis.STATED and c.as_of), None)
    text = _titled(f"{text.rstrip('?')} ({stated})?" if stated else text)
    told = [(_shown(c), c) for c in claims]
    return asked(text, first.subject, first.property, status, told, note)


def _titled(text: str) -> str:
    return text[:1].upper() + text[1:]


def _status(claims: Sequence[Claim], prop: Property | None, case: Case) -> tuple[Status, str]:
    docs = {c.doc for c in claims}
    numbers = [c for c in claims if bounds(c.value, c.value_max, c.comparator) is not None]
    plain = {str(c.value) for c in claims}
    if len(plain) == 1 and len({c.value_max for c in claims}) == 1:
        if len(docs) == 1:
            return Status.SINGLE_SOURCE, ""
        wordings = sorted({str(c.comparator) for c in claims})
        return Status.AGREE, f"the same number, put as {' and '.join(wordings)}" if len(wordings) > 1 else ""
    stock = prop is not None and prop.functional and not (prop.cumulative or prop.limit) and len(docs) > 1
    if _all_meet(numbers, prop is not None and prop.limit, meant=stock) and len(numbers) == len(claims):
        return (
            Status.REFINES if len(docs) > 1 else Status.SINGLE_SOURCE
        ), "the numbers fit each other; one says more"
    if len(docs) == 1 and (prop is None or not prop.functional):
        return Status.SINGLE_SOURCE, "several numbers of one report"
    if prop is None and _is_stock(claims, case):
        return Status.CONFLICT, "the numbers exclude each other"
    if prop is None or not prop.functional:
        return Status.DIFFERENT_SCOPE, "the property can have several values at once"
    if prop.cumulative and (_growing(numbers) or _growing_by_report(numbers, case)):
        return Status.SUPERSEDED, GROWING
    if prop.cumulative and len(docs) > 1 and _all_grown(numbers, case):
        return Status.SUPERSEDED, GROWING
    if len(docs) == 1:
        return Status.SINGLE_SOURCE, "the numbers exclude each other"
    if _are_of_other_things(numbers, case):
        return Status.DIFFERENT_SCOPE, "ways to different places"
    if all(c.unit and is_length(c.unit) for c in numbers):
        numbers = lengths_alone(numbers, case)
    elif all(_is_age(c, case) for c in numbers):
        numbers = _alone(numbers)
    if not _may_exclude(numbers, prop.limit, case):
        return Status.DIFFERENT_SCOPE, "of different days or places, or too far apart to be of one thing"
    if prop.unit == MONEY and not _contested(numbers, case):
        return Status.DIFFERENT_SCOPE, "a report gives both sums, of different things"
    return Status.CONFLICT, "the numbers exclude each other"


def _all_grown(claims: Sequence[Claim], case: Case) -> bool:
    """Whether each two numbers fit or one took the place of the other, and one did."""
    by_value: dict[float, list[Claim]] = defaultdict(list)
    counted = [c for c in claims if c.id in case.quantity_of and not isinstance(c.value, str)]
    for claim in counted:
        by_value[float(claim.value)].append(claim)
    told = told_of(counted[0], case) if counted else None
    found = {
        relation([*by_value[low], *by_value[high]], told, case)[0]
        for low, high in combinations(sorted(by_value)[:MANY], 2)
    }
    return Status.SUPERSEDED in found and Status.CONFLICT not in found


def _may_exclude(claims: Sequence[Claim], limit: bool, case: Case) -> bool:
    """Whether two numbers of two reports exclude each other that are of one size and not of two days, and that no report
    gives both: who tells that a prison holds 2,000 and one of its blocks 120 tells of two things."""
    some = claims[:MANY]
    return any(
        one.doc != other.doc
        and _are_of_one_size(one, other)
        and not _all_meet([one, other], limit, meant=not limit)
        and _are_of_one_time(one, other, limit, case)
        and not lead_elsewhere(one, other, case)
        and not _are_told_together(one, other, some)
        for one, other in combinations(some, 2)
    )


def _are_told_together(one: Claim, other: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a report gives both of two numbers, as closely as two reports do, as two numbers."""
    mine = [c for c in claims if _all_meet([c, one], meant=True)]
    theirs = [c for c in claims if _all_meet([c, other], meant=True)]
    return any(a.doc == b.doc and not _all_meet([a, b], meant=True) for a in mine for b in theirs)


def _are_of_one_time(one: Claim, other: Claim, limit: bool, case: Case) -> bool:
    """Whether two numbers can be of one time: two ages by the years between them, what a place can hold always."""
    if _is_age(one, case) and _is_age(other, case):
        apart = abs(float(one.value) - float(other.value))
        return apart < SLIP and (apart > BIRTHDAY or not on_other_days(one, other, case))
    # How many a place holds changes from week to week.
    stock = one.property in case.held_by_places and of_two_times([one], [other], case)
    return limit or not (stock or on_other_days(one, other, case))


def _is_age(claim: Claim, case: Case) -> bool:
    mark = case.quantity_of.get(claim.id)
    return mark is not None and mark.kind is QuantityKind.AGE


def _alone(claims: Sequence[Claim]) -> list[Claim]:
    """The ages of reports that tell one alone: who tells several tells those of several people."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.doc].add(str(claim.value))
    return [c for c in claims if len(told[c.doc]) == 1]


def _are_of_one_size(one: Claim, other: Claim) -> bool:
    if isinstance(one.value, str) or isinstance(other.value, str):
        return True
    low, high = sorted((float(one.value), float(other.value)))
    return high <= APART * max(1.0, low)


def _are_of_other_things(claims: Sequence[Claim], case: Case) -> bool:
    """Whether two lengths are too far apart to be of one thing: a runway and the way to it."""
    lengths = [
        in_base(float(c.value), c.unit)
        for c in claims
        if c.unit and is_length(c.unit) and c.id in case.quantity_of and not isinstance(c.value, str)
    ]
    return len(lengths) > 1 and max(lengths) > FARTHEST * min(lengths)


def _contested(claims: Sequence[Claim], case: Case) -> bool:
    """Whether two reports give sums that exclude each other, and neither of them gives the other's sum too."""
    pairs = {(c.doc, c.property, c.unit, float(c.value)) for c in claims if not isinstance(c.value, str)}
    return any(
        one[0] != other[0]
        and one[3] != other[3]
        and (other[0], one[1], one[2], one[3]) not in case.given
        and (one[0], other[1], other[2], other[3]) not in case.given
        for one, other in combinations(sorted(pairs)[:MANY], 2)
    )


def _is_stock(claims: Sequence[Claim], case: Case) -> bool:
    """Whether reports of one story each give one number of the same things, done nothing to ("Iran: Afghans")."""
    first = claims[0]
    if name_key(first.property) == name_key(first.subject):
        return False
    values: dict[str, set[float]] = defaultdict(set)
    for claim in claims:
        values[claim.doc].add(_least(claim))
    lows = [low for held in values.values() for low in held]
    alone = all(len(held) == 1 for held in values.values()) and len({case.story[d] for d in values}) == 1
    if not alone or min(lows) <= 0 or max(lows) > APART * min(lows):
        return False
    # Many things are called by one noun, and a person has so many of a thing each day.
    known = case.directory.find(first.subject)
    named = known is not None and known.type is not EntityType.PERSON
    alike = max(lows) <= ALIKE * min(lows)
    # Two crowds of a few reports that are told in the same words are one, however many each report has counted.
    return (alike and named) or (
        (alike or case.is_small)
        and any(
            one.doc != other.doc and _least(one) != _least(other) and share_words(one, other, case)
            for one, other in combinations(claims[:MANY], 2)
        )
    )


def _all_meet(claims: Sequence[Claim], limit: bool = False, *, meant: bool = False) -> bool:
    """Whether all numbers can hold at once, by what they allow, or by what is `meant` by them."""
    found = (
        meant_bounds(c.value, c.value_max, c.comparator)
        if meant
        else bounds(c.value, c.value_max, c.comparator, limit=limit)
        for c in claims
    )
    spans = [b for b in found if b is not None]
    # Intervals that meet two by two have a point in common.
    return not spans or max(b.low for b in spans) <= min(b.high for b in spans)


def _growing(claims: Sequence[Claim]) -> bool:
    """Whether the days of the claims are known and the numbers never fall with them."""
    return _rising([(c.latest, c.doc, _least(c)) for c in claims])


def _growing_by_report(claims: Sequence[Claim], case: Case) -> bool:
    """Whether the largest number of each report never falls with the day of the report."""
    tops: dict[str, float] = {}
    for claim in claims:
        tops[claim.doc] = max(_least(claim), tops.get(claim.doc, float("-inf")))
    return _rising([(case.report[doc].published_date, doc, top) for doc, top in tops.items()])


def _rising(points: Sequence[tuple[date | None, str, float]]) -> bool:
    """Whether numbers never fall from one day to the next, and reports do not differ on one day."""
    days: dict[date, dict[str, float]] = defaultdict(dict)
    for day, doc, low in points:
        if day is None:
            return False
        days[day][doc] = max(low, days[day].get(doc, low))
    tops = [set(days[day].values()) for day in sorted(days)]
    return (
        len(tops) > 1 and all(len(t) == 1 for t in tops) and all(max(a) <= max(b) for a, b in pairwise(tops))
    )


def _least(claim: Claim) -> float:
    allowed = bounds(claim.value, claim.value_max, claim.comparator)
    return allowed.low if allowed else float("-inf")


def _shown(claim: Claim) -> str:
    """The value with its bound and unit, as an answer."""
    return amount(claim.value, claim.unit, claim.value_max, claim.comparator)
