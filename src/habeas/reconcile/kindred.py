"""Counts of one thing that reports of one story give in other words: how many died, came back, or fit in.

Reports seldom name the subject of a count alike ("killed 41 people", "the toll stood at 47"). Counts of one story are
held against each other when they tell of the same thing happening to the same sort of people or things, at one place,
and none of them is of a whole country. A later and larger count takes the place of an earlier one; other numbers that
exclude each other conflict. What is a part of another count ("40 of them") is held against none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from habeas.model.claim import AsOfBasis, Claim, Kind
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.marks import Comparator, QuantityKind
from habeas.reconcile.case import Case
from habeas.reconcile.checks.units import is_length
from habeas.reconcile.gathering import of_several
from habeas.reconcile.grouping import of_one_thing
from habeas.reconcile.names import name_key
from habeas.reconcile.nations import nation_of
from habeas.reconcile.overtaking import CHANGED, COUNTED, FALLING, LATER, PLANNED, all_say, relation
from habeas.reconcile.own_numbers import own_numbers
from habeas.reconcile.questions import Question, asked_about, figure_question
from habeas.reconcile.settings import Near, is_opening, meeting, of_two_times, sentence, sole
from habeas.reconcile.telling import (
    ASKED,
    FROM,
    PAID,
    PEOPLE,
    sort_of,
    told_of,
    words_of,
)

__all__ = ["kindred_questions"]

_COUNTED = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY)
_APART = (CHANGED, FALLING, LATER, PLANNED)
"""Why one number took the place of another, where each two of them are told by themselves."""
LEAST = 2
"""Below this number reports count too many different things."""
FAR = 3
"""Numbers of one thing in one story differ by no more than this factor; others are of different things."""
FARTHEST = 10
"""The factor by which a count may have grown from the first hours on."""
SLIP = 10
"""How far off a sum is whose point stands one place too far."""
TELLING = 100
"""From this number on two reports hardly give it of two days' events."""
NEWS = 10
"""Days between two dates of one piece of news at most."""
YEAR = 4
"""Digits of a year in a date."""
FEW = 12
"""Distinct numbers of one thing that are compared; more are no one thing."""


def kindred_questions(case: Case) -> Iterator[Question]:
    """Questions whose reports tell what happened to how many, under different subjects and properties."""
    counts = (
        c
        for c in case.claims
        if c.kind is Kind.QUANTITY
        and isinstance(c.value, int | float)
        and (c.value >= LEAST or (c.value == 1 and c.comparator is Comparator.AT_LEAST))
        and c.id in case.quantity_of
        and case.quantity_of[c.id].kind in _COUNTED
        and not is_length(c.unit)
    )
    for claims in case.told_by_story(counts):
        yield from _of_nations(claims, case)
        for told, group in of_one_thing(claims, case):
            yield from _of_one_past(group, case)
            yield from _related(group, told, case)


def _of_nations(claims: Sequence[Claim], case: Case) -> Iterator[Question]:
    """A question for each number of one country's people that several reports give, whatever they tell of them."""
    groups: dict[tuple[str, float], list[Claim]] = defaultdict(list)
    for claim in claims:
        if nation := nation_of(claim, case):
            groups[nation, float(claim.value)].append(claim)
    for same in groups.values():
        if of_several(same):
            yield _question(same, Status.AGREE, "the same number of one country's people", case)


def _of_one_past(group: Sequence[Claim], case: Case) -> Iterator[Question]:
    """A question for each number that several reports give of one year past, beside what they are about."""
    past: dict[tuple[float, str], list[Claim]] = defaultdict(list)
    for claim in group:
        if claim.as_of_basis is AsOfBasis.STATED and claim.as_of:
            past[float(claim.value), claim.as_of[:YEAR]].append(claim)
    for same in past.values():
        if of_several(same) and not _is_asked(same, case):
            yield _question(same, Status.AGREE, "the same number of one year", case)


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
        if of_several(same) and not _is_asked(same, case):
            yield _question(same, Status.AGREE, "the same number of the same thing, in other words", case)
        yield from _on_two_days(same, case)
    pairs = list(_pairs(by_value, told, case))
    overtaken = {
        c.id: c for p in pairs if p.status is Status.SUPERSEDED and p.note not in _APART for c in p.claims
    }
    if overtaken and not _is_asked(list(overtaken.values()), case):
        # A later report may tell of the first number too: "at first four deaths were reported".
        values = {c.value for c in overtaken.values()}
        told_too = {c.id: c for c in group if c.value in values}
        claims = list((overtaken | told_too).values())
        yield _question(claims, Status.SUPERSEDED, "a later report tells a larger number", case)
    grown = {c.value for c in overtaken.values()}
    contested = [
        p.claims
        for p in pairs
        if p.status is Status.CONFLICT and not _is_asked(p.claims, case) and not _are_steps(p, grown)
    ]
    for claims in _together(contested):
        yield _question(claims, Status.CONFLICT, "the numbers exclude each other", case)
    for pair in pairs:
        if pair.note in (CHANGED, FALLING, PLANNED):
            yield _question(pair.claims, pair.status, pair.note, case)
    for claims in _together([p.claims for p in pairs if p.note == LATER]):
        yield _question(claims, Status.SUPERSEDED, LATER, case)
    fitting = [p.claims for p in pairs if p.status is Status.REFINES and not _is_asked(p.claims, case)]
    for claims in _all_fitting(fitting):
        if not overtaken.keys() >= {c.id for c in claims}:
            yield _question(claims, Status.REFINES, "the numbers fit each other; one says more", case)


def _are_steps(pair: _Pair, grown: Set[float | str]) -> bool:
    """Whether two numbers are steps of one count on its way up that are told of one day, each as the least there are."""
    return pair.note == COUNTED and {c.value for c in pair.claims} <= grown


def _on_two_days(same: Sequence[Claim], case: Case) -> Iterator[Question]:
    """A question for one telling number of one thing that reports place on two days, one of them by its date."""
    if float(same[0].value) < TELLING:
        return
    placed = [c for c in same if c.earliest is not None and c.earliest == c.latest]
    stated = [c for c in placed if c.as_of_basis is AsOfBasis.STATED and c.earliest]
    days = {c.earliest for c in placed if c.earliest}
    if not stated or len(days) < 2 or len({c.doc for c in placed}) < 2:
        return
    apart = (max(days) - min(days)).days
    # What happened in a night is of two days.
    if apart > NEWS or (apart == 1 and any(_is_of_night(c, case) for c in placed)):
        return
    told = [(c.as_of or "", c) for c in placed]
    text, note = "On what day did this happen: {}?", "the days exclude each other"
    yield asked_about(text, "day", Status.CONFLICT, told, note, case)


def _is_of_night(claim: Claim, case: Case) -> bool:
    told = f" {sentence(claim, case).lower()} "
    return any(f" {w} " in told for w in words_of(claim, case)["hours"]["night"])


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
    # How many a place can hold is of no day.
    stock = housed and told in words["housed"]["told"] and told not in words["limits"]["told"]
    counted = again or told not in words["growing"]["told"]
    near = Near(case, sole(group)) if again else None
    for low, high in combinations(sorted(by_value), 2):
        if (high > low * (FAR if counted else FARTHEST) and not _is_slip(low, high, told)) or (
            counted and _told_together(by_value[low], by_value[high], case)
        ):
            continue
        # A total so far is of all that came before, whatever it names.
        apart = None if all_say(words["total_cues"], by_value[high], case) else near
        claims = meeting(by_value[low], by_value[high], apart, housed, case)
        if stock and high <= low * FAR and of_two_times(by_value[low], by_value[high], case):
            if later := meeting(by_value[low], by_value[high], apart, housed, case, timed=False):
                yield _Pair(later, Status.SUPERSEDED, LATER)
            continue
        if claims and near is None:
            # Those who give the same number of it are of one answer.
            claims = [*by_value[low], *by_value[high]]
        if claims:
            status, note = relation(claims, told, case)
            grown = status is Status.SUPERSEDED and (
                _is_loose(by_value[low]) or _are_first(by_value[low], by_value[high], case)
            )
            if counted or high <= low * FAR or grown or _open(by_value[low], by_value[high], case):
                yield _Pair(claims, status, note)


def _is_loose(claims: Sequence[Claim]) -> bool:
    """Whether all say that there may be more: such a number can grow manifold."""
    return all(c.comparator in (Comparator.AT_LEAST, Comparator.APPROX, Comparator.MORE_THAN) for c in claims)


def _are_first(lows: Sequence[Claim], highs: Sequence[Claim], case: Case) -> bool:
    """Whether the reports of a lower number are all of an earlier day than those of a higher one, of whom more than one
    gives it: the first hours tell of few."""
    days = [{case.report[c.doc].published_date for c in claims} for claims in (lows, highs)]
    early, late = ({d for d in found if d is not None} for found in days)
    whole = len(early) == len(days[0]) and len(late) == len(days[1])
    return whole and max(early) < min(late) and len({c.doc for c in highs}) > 1


def _open(lows: Sequence[Claim], highs: Sequence[Claim], case: Case) -> bool:
    """Whether two large numbers are each what a report opens with: then they are of one thing, however far apart."""
    large = float(lows[0].value) >= TELLING
    return large and all(any(is_opening(c, case) for c in claims) for claims in (lows, highs))


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
        if noun := case.noun(claim):
            nouns[noun].add(claim.doc)
    for doc, others in _by_doc(theirs).items():
        named = {noun for noun, docs in nouns.items() if docs != {doc}}
        called = {case.noun(c) for c in others}
        if any(case.noun(c) in named - called for c in case.giving.get((doc, float(value)), ())):
            return True
    return False


def _by_doc(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.doc].append(claim)
    return found


def _is_asked(claims: Sequence[Claim], case: Case) -> bool:
    """Whether claims of one subject answer one question of the pack, which relates them itself."""
    if len({(name_key(c.subject), c.property) for c in claims}) > 1:
        return False
    return any(p.functional for p in case.pack.properties if p.id == claims[0].property)


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
