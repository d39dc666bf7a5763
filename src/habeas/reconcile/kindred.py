"""Counts of one thing that reports of one story give in other words: how many died, came back, or fit in.

Reports seldom name the subject of a count alike ("killed 41 people", "the toll stood at 47"). Counts of one story are
held against each other when they tell of the same thing happening to the same sort of people or things, at one place,
and none of them is of a whole country. A later and larger count takes the place of an earlier one; other numbers that
exclude each other conflict. What is a part of another count ("40 of them") is held against none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from habeas.model.claim import AsOfBasis, Claim, Kind
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.marks import Comparator, QuantityKind
from habeas.packs.stems import root
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.nations import nation_of
from habeas.reconcile.own_numbers import own_numbers
from habeas.reconcile.questions import Question, figure_question
from habeas.reconcile.settings import Near, meeting, sentence, sole
from habeas.reconcile.telling import (
    ASKED,
    FROM,
    PAID,
    PEOPLE,
    has_grown,
    is_part,
    is_repeated,
    is_wide,
    sort_of,
    told_of,
    words_of,
)

__all__ = ["kindred_questions"]

_COUNTED = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY)
LEAST = 2
"""Below this number reports count too many different things."""
FAR = 3
"""Numbers of one thing in one story differ by no more than this factor; others are of different things."""
SLIP = 10
"""How far off a sum is whose point stands one place too far."""
_CHANGED = "the later report says that it has changed"
GROWN = 1.05
"""The factor from which a later count is more than the earlier one told more closely."""
YEAR = 4
"""Digits of a year in a date."""
TELLING = 20
"""From this number on reports that give it under two names count the same people."""
LARGE = 1000
"""From this number on it tells so though it is only a bound."""
FEW = 12
"""Distinct numbers of one thing that are compared; more are no one thing."""


def kindred_questions(case: Case) -> Iterator[Question]:
    """Questions whose reports tell what happened to how many, under different subjects and properties."""
    counts = (
        c
        for c in case.claims
        if c.kind is Kind.QUANTITY
        and isinstance(c.value, int | float)
        and c.value >= LEAST
        and c.id in case.quantity_of
        and case.quantity_of[c.id].kind in _COUNTED
    )
    for claims in case.told_by_story(counts):
        if len({c.doc for c in claims}) < 2:
            continue
        groups: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
        yield from _of_nations(claims, case)
        for claim in claims:
            told = told_of(claim, case)
            sort = sort_of(claim, case, told)
            if (
                told is not None
                and not is_wide(claim, case)
                and not (sort == PEOPLE and is_part(claim, case))
            ):
                groups[told, sort, is_repeated(claim, case)].append(claim)
        for (told, _, _), group in _one_sort(groups, case).items():
            yield from _of_one_past(group, case)
            group.sort(key=lambda c: (c.doc, case.quantity_of[c.id].number.start))
            yield from _related(group, told, case)


def _of_nations(claims: Sequence[Claim], case: Case) -> Iterator[Question]:
    """A question for each number of one country's people that several reports give, whatever they tell of them."""
    groups: dict[tuple[str, float], list[Claim]] = defaultdict(list)
    for claim in claims:
        if nation := nation_of(claim, case):
            groups[nation, float(claim.value)].append(claim)
    for same in groups.values():
        if len({c.doc for c in same}) > 1:
            yield _question(same, Status.AGREE, "the same number of one country's people", case)


def _of_one_past(group: Sequence[Claim], case: Case) -> Iterator[Question]:
    """A question for each number that several reports give of one year past, beside what they are about."""
    past: dict[tuple[float, str], list[Claim]] = defaultdict(list)
    for claim in group:
        if claim.as_of_basis is AsOfBasis.STATED and claim.as_of:
            past[float(claim.value), claim.as_of[:YEAR]].append(claim)
    for same in past.values():
        if len({c.doc for c in same}) > 1 and not _is_asked(same, case):
            yield _question(same, Status.AGREE, "the same number of one year", case)


def _one_sort(
    groups: Mapping[tuple[str, str, bool], list[Claim]], case: Case
) -> Mapping[tuple[str, str, bool], list[Claim]]:
    """The groups, those of women, men, children or one country's people with those of people where two reports give one telling number of both:
    then the people told of are they ("46 women", "46 inmates")."""
    found: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for (told, sort, again), group in groups.items():
        everyone = groups.get((told, PEOPLE, again), ())
        numbers = {c.value: c.doc for c in everyone if float(c.value) >= TELLING and _is_plain(c)}
        same = any(numbers.get(c.value, c.doc) != c.doc for c in group if _is_plain(c))
        persons = words_of(group[0], case)["persons"]["sorts"]
        sorts = [s for s in persons if groups.get((told, s, again))]
        # Who counts women and men tells of the parts.
        parted = sort in persons and len(sorts) > 1
        alike = same and not parted and (sort.startswith(FROM) or sort in persons)
        found[told, PEOPLE if alike else sort, again] += group
    return found


def _is_plain(claim: Claim) -> bool:
    """Whether a number is one that two reports hardly share by chance: "more than 40" is of many things."""
    return claim.comparator is Comparator.EXACT or float(claim.value) >= LARGE


def _related(group: Sequence[Claim], told: str, case: Case) -> Iterator[Question]:
    """How the numbers that reports give of one thing relate: each number that several give, those that exclude each other,
    those that later ones took the place of, and those that fit."""
    words = words_of(group[0], case)
    again = told in words["growing"]["again"]
    by_value: dict[float, list[Claim]] = defaultdict(list)
    for claim in group if again else own_numbers(group, told, case):
        by_value[float(claim.value)].append(claim)
    if len(by_value) > FEW:
        return
    for same in by_value.values():
        if len({c.doc for c in same}) > 1 and not _is_asked(same, case):
            yield _question(same, Status.AGREE, "the same number of the same thing, in other words", case)
    pairs = list(_pairs(by_value, told, case))
    overtaken = {
        c.id: c for p in pairs if p.status is Status.SUPERSEDED and p.note != _CHANGED for c in p.claims
    }
    if overtaken and not _is_asked(list(overtaken.values()), case):
        yield _question(
            list(overtaken.values()), Status.SUPERSEDED, "a later report tells a larger number", case
        )
    contested = [p.claims for p in pairs if p.status is Status.CONFLICT and not _is_asked(p.claims, case)]
    for claims in _together(contested):
        yield _question(claims, Status.CONFLICT, "the numbers exclude each other", case)
    for pair in pairs:
        if pair.note == _CHANGED:
            yield _question(pair.claims, pair.status, pair.note, case)
    fitting = [p.claims for p in pairs if p.status is Status.REFINES and not _is_asked(p.claims, case)]
    for claims in _all_fitting(fitting):
        if not overtaken.keys() >= {c.id for c in claims}:
            yield _question(claims, Status.REFINES, "the numbers fit each other; one says more", case)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers of one thing, the claims that can be of one time and place, and how they relate."""

    claims: list[Claim]
    status: Status
    note: str


def _pairs(by_value: Mapping[float, Sequence[Claim]], told: str, case: Case) -> Iterator[_Pair]:
    """Each two numbers that can be of one thing."""
    group = [c for same in by_value.values() for c in same]
    words = words_of(group[0], case)
    again = told in words["growing"]["again"]
    housed = told in words["housed"]["told"] or told.startswith(ASKED)
    counted = again or told not in words["growing"]["told"]
    near = Near(case, sole(group)) if again else None
    for low, high in combinations(sorted(by_value), 2):
        if (high > low * FAR and not _is_slip(low, high, told)) or (
            counted and _told_together(by_value[low], by_value[high], case)
        ):
            continue
        # A total so far is of all that came before, whatever it names.
        apart = None if _all_say(words["total_cues"], by_value[high], case) else near
        claims = meeting(by_value[low], by_value[high], apart, housed, case)
        if claims and near is None:
            # Those who give the same number of it are of one answer.
            claims = [*by_value[low], *by_value[high]]
        if claims:
            yield _Pair(claims, *_relation(claims, low, told, case))


def _is_slip(low: float, high: float, told: str) -> bool:
    """Whether two sums have the same digits, with the point elsewhere: 7.5 and 75 million."""
    digits = f"{low:.0f}".rstrip("0")
    return told.startswith(PAID) and len(digits) > 1 and high == low * SLIP


def _together(pairs: Sequence[Sequence[Claim]]) -> Iterator[list[Claim]]:
    """Pairs of numbers related in one way, those with a number in common as one."""
    first: dict[str, int] = {}
    links = [(first.setdefault(c.id, n), n) for n, claims in enumerate(pairs) for c in claims]
    for group in joined(range(len(pairs)), links):
        yield list({c.id: c for n in group for c in pairs[n]}.values())


def _all_fitting(pairs: Sequence[Sequence[Claim]]) -> Iterator[list[Claim]]:
    """Pairs of numbers that fit, as one where every two of them do; else pair by pair."""
    for claims in _together(pairs):
        ids = {c.id for c in claims}
        within = [pair for pair in pairs if pair[0].id in ids]
        values = len({c.value for c in claims})
        if len(within) == values * (values - 1) // 2:
            yield claims
        else:
            yield from map(list, within)


def _told_together(lows: Sequence[Claim], highs: Sequence[Claim], case: Case) -> bool:
    """Whether a report gives both numbers of things with two names ("173 passengers", "189 people in all"): then they are
    of two things, and no conflict where other reports give one of them each."""
    return any(_gives(mine, theirs, case) for mine, theirs in ((lows, highs), (highs, lows)))


def _gives(mine: Sequence[Claim], theirs: Sequence[Claim], case: Case) -> bool:
    value = mine[0].value
    assert not isinstance(value, str)
    nouns: dict[str, set[str]] = defaultdict(set)
    for claim in mine:
        if noun := _noun(claim, case):
            nouns[noun].add(claim.doc)
    for doc, others in _by_doc(theirs).items():
        named = {noun for noun, docs in nouns.items() if docs != {doc}}
        called = {_noun(c, case) for c in others}
        if any(_noun(c, case) in named - called for c in case.giving.get((doc, float(value)), ())):
            return True
    return False


def _by_doc(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.doc].append(claim)
    return found


def _noun(claim: Claim, case: Case) -> str:
    """The noun that a number counts, by its root; empty where it has none."""
    mark = case.quantity_of.get(claim.id)
    noun = mark.noun if mark else None
    return root(noun.of(case.report[claim.doc].text).split()[-1].lower()) if noun else ""


def _is_asked(claims: Sequence[Claim], case: Case) -> bool:
    """Whether claims of one subject answer one question of the pack, which relates them itself."""
    if len({(name_key(c.subject), c.property) for c in claims}) > 1:
        return False
    return any(p.functional for p in case.pack.properties if p.id == claims[0].property)


def _relation(claims: Sequence[Claim], low: float, told: str, case: Case) -> tuple[Status, str]:
    growing = _grows(told, claims, case)
    high = max(float(c.value) for c in claims)
    later = _is_later(claims, low, case)
    taken = growing and (later or _is_told_as_grown(claims, low, case))
    if taken and high > low * GROWN:
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    limit = told in words_of(claims[0], case)["limits"]["told"]
    if _all_fit(claims, limit):
        return Status.REFINES, "the numbers fit each other; one says more"
    if taken:
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    if later and _has_changed([c for c in claims if float(c.value) == high], case):
        return Status.SUPERSEDED, _CHANGED
    return Status.CONFLICT, "the numbers exclude each other"


def _is_later(claims: Sequence[Claim], low: float, case: Case) -> bool:
    """Whether no report of the lower number is later than one of the larger, and not all are of one day. A report of no
    known day that gives a number of dated ones is of their time; one that gives both tells nothing of which is later."""
    docs = {is_low: {c.doc for c in claims if (c.value == low) is is_low} for is_low in (True, False)}
    days = {
        is_low: [day for d in docs[is_low] - docs[not is_low] if (day := case.report[d].published_date)]
        for is_low in docs
    }
    early, late = days[True], days[False]
    return bool(early and late) and max(early) <= min(late) and min(early) < max(late)


def _is_told_as_grown(claims: Sequence[Claim], low: float, case: Case) -> bool:
    """Whether a report says that the larger number is what the count has grown to, and the lower one is not."""
    highs = [c for c in claims if float(c.value) != low]
    lows = [c for c in claims if float(c.value) == low]
    return any(has_grown(c, case) for c in highs) and not all(has_grown(c, case) for c in lows)


def _all_fit(claims: Sequence[Claim], limit: bool) -> bool:
    """Whether all numbers can hold at once. What a report bounds ("at least 40") it may tell shortly elsewhere ("kills 40")."""
    loose = {(c.doc, c.value) for c in claims if c.comparator is not Comparator.EXACT}
    allowed = [
        b
        for c in claims
        if not (c.comparator is Comparator.EXACT and (c.doc, c.value) in loose)
        and (b := bounds(c.value, c.value_max, c.comparator, limit=limit)) is not None
    ]
    return not allowed or max(b.low for b in allowed) <= min(b.high for b in allowed)


def _grows(told: str, claims: Sequence[Claim], case: Case) -> bool:
    """Whether a count only grows: a toll does, one of what happens again and again where it is told "since" a day, or the
    larger one as a total ("which brings the number to 300")."""
    words = words_of(claims[0], case)
    if told not in words["growing"]["again"]:
        return told in words["growing"]["told"]
    high = max(float(c.value) for c in claims)
    so_far = words["growing"]["so_far"]
    return _all_say(so_far, claims, case) or _all_say(
        words["total_cues"], [c for c in claims if float(c.value) == high], case
    )


def _all_say(phrases: Sequence[str], claims: Sequence[Claim], case: Case) -> bool:
    return all(any(f" {w} " in f" {sentence(c, case).lower()} " for w in phrases) for c in claims)


def _has_changed(later: Sequence[Claim], case: Case) -> bool:
    """Whether the later reports tell of a change: "now has space for 3,000"."""
    changed = words_of(later[0], case)["changed"]["words"]
    return all(any(re.search(rf"\b{re.escape(w)}\b", c.quote.lower()) for w in changed) for c in later)


def _question(claims: Sequence[Claim], status: Status, note: str, case: Case) -> Question:
    most = Counter(c.property for c in claims).most_common(1)[0][0]
    first = next(c for c in claims if c.property == most)
    alone = len({name_key(c.subject) for c in claims}) == 1
    asked = figure_question(claims, status, note, case, of=first, named=alone)
    if any(p.question and p.id == first.property for p in case.pack.properties):
        return asked
    return replace(asked, text=_asked_of(first, case) or asked.text)


def _asked_of(claim: Claim, case: Case) -> str | None:
    """A question for what is told of those counted, where no property of the pack asks it."""
    told = told_of(claim, case)
    known = words_of(claim, case)["told_asked"]
    if told not in known:
        return None
    sort = sort_of(claim, case, told)
    if sort.startswith(FROM):
        sort = known["from"].format(sort=PEOPLE, nation=sort.removeprefix(FROM))
    return str(known[told].format(sort=sort))
