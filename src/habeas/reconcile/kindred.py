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
from itertools import combinations

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.marks import Comparator, QuantityKind
from habeas.packs.stems import root
from habeas.reconcile.case import Case
from habeas.reconcile.intervals import bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, by_amount
from habeas.reconcile.settings import Near, meeting, sentence, sole
from habeas.reconcile.telling import (
    ASKED,
    PAID,
    PEOPLE,
    is_part,
    is_repeated,
    is_wide,
    sort_of,
    told_of,
    words_of,
)

__all__ = ["kindred_questions"]

_COUNTED = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY)
LEAST = 5
"""Below this number reports count too many different things."""
FAR = 3
"""Numbers of one thing in one story differ by no more than this factor; others are of different things."""
SLIP = 10
"""How far off a sum is whose point stands one place too far."""
_CHANGED = "the later report says that it has changed"
CLOSER = 1.25
"""What a number may be of the one that only bounds it in the same report."""
GROWN = 1.05
"""The factor from which a later count is more than the earlier one told more closely."""
TELLING = 20
"""From this number on reports that give it under two names count the same people."""
FEW = 6
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
        for claim in claims:
            told = told_of(claim, case)
            if told is not None and not is_wide(claim, case) and not is_part(claim, case):
                groups[told, sort_of(claim, case), is_repeated(claim, case)].append(claim)
        for (told, _, _), group in _one_sort(groups, case).items():
            group.sort(key=lambda c: (c.doc, case.quantity_of[c.id].number.start))
            yield from _related(group, told, case)


def _one_sort(
    groups: Mapping[tuple[str, str, bool], list[Claim]], case: Case
) -> Mapping[tuple[str, str, bool], list[Claim]]:
    """The groups, those of women, men or children with those of people where two reports give one telling number of both:
    then the people told of are they ("46 women", "46 inmates")."""
    found: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for (told, sort, again), group in groups.items():
        everyone = groups.get((told, PEOPLE, again), ())
        numbers = {c.value: c.doc for c in everyone if float(c.value) >= TELLING}
        same = any(numbers.get(c.value, c.doc) != c.doc for c in group)
        persons = words_of(group[0], case)["persons"]["sorts"]
        found[told, PEOPLE if same and sort in persons else sort, again] += group
    return found


def _related(group: Sequence[Claim], told: str, case: Case) -> Iterator[Question]:
    """Each two numbers that reports give, and how they relate: what a report gives first is what it is about."""
    again = told in words_of(group[0], case)["growing"]["again"]
    first: dict[str, Claim] = {}
    by_value: dict[float, list[Claim]] = defaultdict(list)
    for claim in group:
        if again or _is_same_number(first.setdefault(claim.doc, claim), claim):
            by_value[float(claim.value)].append(claim)
    if len(by_value) > FEW:
        return
    words = words_of(group[0], case)
    housed = told in words["limits"]["told"] or told.startswith(ASKED)
    counted = again or told not in words["growing"]["told"]
    near = Near(case, sole(group)) if again else None
    for same in by_value.values():
        if len({c.doc for c in same}) > 1 and not _is_asked(same, case):
            yield _question(same, Status.AGREE, "the same number of the same thing, in other words")
    overtaken: dict[str, Claim] = {}
    contested: list[list[Claim]] = []
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
            status, note = _relation(claims, low, told, case)
            if note == _CHANGED:
                yield _question(claims, status, note)
            elif status is Status.SUPERSEDED:
                overtaken |= {c.id: c for c in claims}
            elif not _is_asked(claims, case):
                if status is Status.CONFLICT:
                    contested.append(claims)
                else:
                    yield _question(claims, status, note)
    for claims in _together(contested):
        yield _question(claims, Status.CONFLICT, "the numbers exclude each other")
    if overtaken and not _is_asked(list(overtaken.values()), case):
        yield _question(list(overtaken.values()), Status.SUPERSEDED, "a later report tells a larger number")


def _is_slip(low: float, high: float, told: str) -> bool:
    """Whether two sums have the same digits, with the point elsewhere: 7.5 and 75 million."""
    digits = f"{low:.0f}".rstrip("0")
    return told.startswith(PAID) and len(digits) > 1 and high == low * SLIP


def _is_same_number(first: Claim, later: Claim) -> bool:
    """Whether a report gives one number again, or the one that its first words only bound: "more than 40", "at least 41"."""
    low, high = float(first.value), float(later.value)
    if low == high:
        return True
    loose = first.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.APPROX)
    allowed = bounds(first.value, first.value_max, first.comparator)
    return loose and allowed is not None and allowed.low <= high <= low * CLOSER and high <= allowed.high


def _together(contested: Sequence[Sequence[Claim]]) -> Iterator[list[Claim]]:
    """Pairs of numbers that exclude each other, those with a number in common as one."""
    first: dict[str, int] = {}
    pairs = [(first.setdefault(c.id, n), n) for n, claims in enumerate(contested) for c in claims]
    for group in joined(range(len(contested)), pairs):
        yield list({c.id: c for n in group for c in contested[n]}.values())


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
    days = [(case.report[c.doc].published_date, c.value == low) for c in claims]
    # A report of no known day that gives a number of dated ones is of their time.
    early = [day for day, is_low in days if is_low and day]
    late = [day for day, is_low in days if not is_low and day]
    later = bool(early and late) and max(early) < min(late)
    high = max(float(c.value) for c in claims)
    if growing and later and high > low * GROWN:
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    limit = told in words_of(claims[0], case)["limits"]["told"]
    allowed = [
        b for c in claims if (b := bounds(c.value, c.value_max, c.comparator, limit=limit)) is not None
    ]
    if max(b.low for b in allowed) <= min(b.high for b in allowed):
        return Status.REFINES, "the numbers fit each other; one says more"
    if growing and later:
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    if later and _has_changed([c for c in claims if float(c.value) == high], case):
        return Status.SUPERSEDED, _CHANGED
    return Status.CONFLICT, "the numbers exclude each other"


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


def _question(claims: Sequence[Claim], status: Status, note: str) -> Question:
    most = Counter(c.property for c in claims).most_common(1)[0][0]
    first = next(c for c in claims if c.property == most)
    alone = len({name_key(c.subject) for c in claims}) == 1
    return Question(
        text=f"{first.subject}: {first.property}?"
        if alone
        else f"What figure is given for {first.property}?",
        subject=first.subject,
        property=first.property,
        status=status,
        claims=tuple(claims),
        answers=by_amount(claims),
        note=note,
    )
