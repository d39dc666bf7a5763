"""Counts of one thing that reports of one story give in other words: how many died, came back, or fit in.

Reports seldom name the subject of a count alike ("killed 41 people", "the toll stood at 47"). Counts of one story are
held against each other when they tell of the same thing happening to the same sort of people or things, at one place,
and none of them is of a whole country. A later and larger count takes the place of an earlier one; other numbers that
exclude each other conflict. What is a part of another count ("40 of them") is held against none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from habeas.model.claim import AsOfBasis, Claim, Kind
from habeas.model.finding import Status
from habeas.model.marks import EntityType, QuantityKind
from habeas.model.wording import amount, figure
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.places import is_known_place
from habeas.packs.states import states
from habeas.packs.stems import root
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.intervals import bounds
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers

__all__ = ["kindred_questions"]

_COUNTED = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY)
_WORD = re.compile(r"[^\W\d_]+")
NEAR = 70
"""Characters from a number within which a word says what happened."""
OPENING = 30
"""Characters of a sentence's beginning in which a word makes all of it wide: "Nationwide, ..."."""
LEAST = 5
"""Below this number reports count too many different things."""
FAR = 3
"""Numbers of one thing in one story differ by no more than this factor; others are of different things."""
_CHANGED = "the later report says that it has changed"
GROWN = 1.05
"""The factor from which a later count is more than the earlier one told more closely."""
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
            told = _told(claim, case)
            if told is not None and not _is_wide(claim, case) and not _is_part(claim, case):
                groups[told, _sort(claim, case), _is_repeated(claim, case)].append(claim)
        for (told, _, _), group in groups.items():
            group.sort(key=lambda c: (c.doc, case.quantity_of[c.id].number.start))
            yield from _related(group, told, case)


def _words(claim: Claim, case: Case) -> Table:
    return lexicon(case.report[claim.doc].language, "reconcile")


def _told(claim: Claim, case: Case) -> str | None:
    """What happened to those counted: by the property, else by the telling word nearest to the number."""
    told = _words(claim, case)["told"]
    if claim.unit is not None and claim.unit[:3].isupper():
        return f"paid {claim.property}" if claim.part == "agreement" else None
    asked = {root(w) for w in claim.property.lower().split()} | set(claim.property.lower().split())
    for name, roots in told.items():
        if not asked.isdisjoint(roots):
            return str(name)
    number = case.quantity_of[claim.id].number.start
    over = sentence_over(case.marked[claim.doc].sentences, number)
    return (
        _held(claim, case)
        or _nearest(claim.quote, number - claim.span.start, told)
        or _nearest(over.of(case.report[claim.doc].text), number - over.start, told)
    )


def _held(claim: Claim, case: Case) -> str | None:
    """What a building has, by the noun of what is counted there: "nine toilets", "six working toilets"."""
    noun = case.quantity_of[claim.id].noun
    if claim.subject_type != EntityType.FACILITY.value or noun is None or claim.unit in (None, "people"):
        return None
    if claim.property != claim.unit:
        return None
    return f"has {root(noun.of(case.report[claim.doc].text).split()[-1].lower())}"


def _nearest(quote: str, number: int, told: Table) -> str | None:
    """What is told by the word nearest to the number."""
    text = quote.lower()
    best: tuple[int, str] | None = None
    for name, roots in told.items():
        for at in _places(text, roots):
            away = abs(at - number)
            if away <= NEAR and (best is None or away < best[0]):
                best = (away, str(name))
    return best[1] if best else None


def _places(text: str, roots: Sequence[str]) -> Iterator[int]:
    single = {r for r in roots if " " not in r}
    for match in _WORD.finditer(text):
        if match.group() in single or root(match.group()) in single:
            yield match.start()
    for phrase in roots:
        if " " in phrase and (at := text.find(phrase)) >= 0:
            yield at


def _sort(claim: Claim, case: Case) -> str:
    """The sort of people or things counted."""
    noun = case.quantity_of[claim.id].noun
    last = noun.of(case.report[claim.doc].text).lower().split()[-1] if noun else ""
    for name, nouns in _words(claim, case)["sorts"].items():
        if last in nouns:
            return str(name)
    own = noun.of(case.report[claim.doc].text).split()[-1][:1].isupper() if noun else False
    units = {p.unit for p in case.pack.properties if p.id == claim.property and "people" in p.counted}
    return "people" if own or claim.unit in (None, "people", *units) else str(claim.unit)


def _is_wide(claim: Claim, case: Case) -> bool:
    """Whether a count is of a whole country: "across Kenya", "in Kenya", not "Kenya moved" nor "in Kenya's north"."""
    text = claim.quote.lower()
    known = states()
    country = next((n for n in (claim.subject, claim.place) if n and known.get(n) == n), None)
    if country and re.search(
        rf"\b(?:across|in|throughout|en) (?:the )?{re.escape(country.lower())}\b(?!['’]s)", text
    ):
        return True
    sentence = sentence_over(case.marked[claim.doc].sentences, claim.span.start)
    opening = case.report[claim.doc].text[sentence.start : claim.span.start][:OPENING].lower()
    wide = _words(claim, case)["wide"]["words"]
    return any(re.search(rf"\b{re.escape(w)}\b", f"{opening} | {text}") for w in wide)


def _is_repeated(claim: Claim, case: Case) -> bool:
    """Whether so many are counted each time: "20 a day", "20 sailors die each day"."""
    text = claim.quote.lower()
    each = _words(claim, case)["repeated"]["words"]
    return case.quantity_of[claim.id].per is not None or any(
        re.search(rf"\b{re.escape(w)}\b", text) for w in each
    )


def _is_part(claim: Claim, case: Case) -> bool:
    """Whether the number is of a part of what was just counted: "carried 90 people, 40 of them by order", "leaving 50"."""
    quantity, text = case.quantity_of[claim.id], case.report[claim.doc].text
    before = text[max(0, quantity.span.start - OPENING) : quantity.span.start].lower().rstrip()
    if before.endswith(tuple(_words(claim, case)["differences"]["left"])):
        return True
    ends = {quantity.number.end, quantity.noun.end if quantity.noun else quantity.number.end}
    parts = tuple(f" {w} " for w in _words(claim, case)["part"]["words"])
    return any(text[end : end + OPENING].lower().startswith(parts) for end in ends)


def _related(group: Sequence[Claim], told: str, case: Case) -> Iterator[Question]:
    """Each two numbers that reports give, and how they relate: what a report gives first is what it is about."""
    again = told in _words(group[0], case)["growing"]["again"]
    first: dict[str, float] = {}
    by_value: dict[float, list[Claim]] = defaultdict(list)
    for claim in group:
        value = float(claim.value)
        if again or first.setdefault(claim.doc, value) == value:
            by_value[value].append(claim)
    if len(by_value) > FEW:
        return
    housed = told in _words(group[0], case)["limits"]["told"]
    near = _Near(case, _sole(group)) if again else None
    for same in by_value.values():
        if len({c.doc for c in same}) > 1 and not _is_asked(same, case):
            yield _question(same, Status.AGREE, "the same number of the same thing, in other words")
    overtaken: dict[str, Claim] = {}
    for low, high in combinations(sorted(by_value), 2):
        if high > low * FAR:
            continue
        claims = _meeting(by_value[low], by_value[high], near, housed, case)
        if claims:
            status, note = _relation(claims, low, told, case)
            if note == _CHANGED:
                yield _question(claims, status, note)
            elif status is Status.SUPERSEDED:
                overtaken |= {c.id: c for c in claims}
            elif not _is_asked(claims, case):
                yield _question(claims, status, note)
    if overtaken and not _is_asked(list(overtaken.values()), case):
        yield _question(list(overtaken.values()), Status.SUPERSEDED, "a later report tells a larger number")


def _is_asked(claims: Sequence[Claim], case: Case) -> bool:
    """Whether claims of one subject answer one question of the pack, which relates them itself."""
    if len({(name_key(c.subject), c.property) for c in claims}) > 1:
        return False
    return any(p.functional for p in case.pack.properties if p.id == claims[0].property)


@dataclass(frozen=True, slots=True)
class _Near:
    """Tells which counts of what happens again and again are of one time; `sole` are those that are the only one that
    their report gives for their day."""

    case: Case
    sole: frozenset[str]

    def are(self, one: Claim, other: Claim) -> bool:
        """Whether the sentences of two counts name one thing, or one gives the other's number too, or both are of one day
        and nothing else of it is told."""
        case = self.case
        if one.latest == other.earliest and one.id in self.sole and other.id in self.sole:
            return True
        here, there = _named(one, case), _named(other, case)
        if not here.isdisjoint(there):
            return True
        return any(figure(a.value) in _sentence(b, case) for a, b in ((one, other), (other, one)))


def _sole(group: Sequence[Claim]) -> frozenset[str]:
    """The counts of a single day that are the only number of it in their report."""
    of_day: dict[tuple[str, date], list[Claim]] = defaultdict(list)
    for claim in group:
        if claim.earliest is not None and claim.earliest == claim.latest:
            of_day[claim.doc, claim.earliest].append(claim)
    return frozenset(c.id for told in of_day.values() if len({c.value for c in told}) == 1 for c in told)


def _sentence(claim: Claim, case: Case) -> str:
    return sentence_over(case.marked[claim.doc].sentences, claim.span.start).of(case.report[claim.doc].text)


def _named(claim: Claim, case: Case) -> frozenset[int]:
    """What the sentence of a count names, countries and the like left out."""
    marks = case.marked[claim.doc]
    over = sentence_over(marks.sentences, claim.span.start)
    at = bisect_left(marks.mentions, over.start, key=lambda m: m.span.start)
    found = set()
    while at < len(marks.mentions) and marks.mentions[at].span.start < over.end:
        index = marks.mentions[at].entity
        place = case.directory.of_report.get((claim.doc, index))
        at += 1
        if place is not None and not is_known_place(case.directory.entities[place].name):
            found.add(place)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where and when a count is told of: the buildings it names, and the days that it states."""

    sites: frozenset[str]
    days: tuple[date, date] | None

    def may_meet(self, other: _Setting, housed: bool) -> bool:
        """Whether two counts can be of one time and place: no two buildings, no two stated times. What is `housed` is told
        of a building, so that a count that names none is of something else."""
        if housed and bool(self.sites) != bool(other.sites):
            return False
        if self.sites and other.sites and self.sites.isdisjoint(other.sites):
            return False
        if self.days is None or other.days is None:
            return True
        return self.days[0] <= other.days[1] and other.days[0] <= self.days[1]


def _meeting(
    lows: Sequence[Claim], highs: Sequence[Claim], near: _Near | None, housed: bool, case: Case
) -> list[Claim]:
    """The counts of two numbers that can be of one thing with one of the other number in another report.

    Counts are few by their settings: what one of a setting meets, all meet that are told of it, in other reports.
    """
    settings = [_setting(claim, case) for claim in highs]
    partners: dict[_Setting, list[Claim]] = {}
    docs: dict[_Setting, set[str]] = {}
    reports: dict[_Setting, set[str]] = defaultdict(set)
    met: dict[str, Claim] = {}
    for one in lows:
        here = _setting(one, case)
        if here not in partners:
            partners[here] = [
                b for b, there in zip(highs, settings, strict=True) if here.may_meet(there, housed)
            ]
            docs[here] = {b.doc for b in partners[here]}
        if near is None and len(reports[here]) > 1:
            if docs[here] != {one.doc}:
                met[one.id] = one
            continue
        others = [b for b in partners[here] if b.doc != one.doc and (near is None or near.are(one, b))]
        if others:
            reports[here].add(one.doc)
            met |= {c.id: c for c in (one, *others)}
    return list(met.values())


def _setting(claim: Claim, case: Case) -> _Setting:
    stated = claim.as_of_basis is AsOfBasis.STATED and claim.earliest and claim.latest
    days = (claim.earliest, claim.latest) if stated and claim.earliest and claim.latest else None
    return _Setting(_sites(claim, case), days)


def _sites(claim: Claim, case: Case) -> frozenset[str]:
    found = (case.directory.find(name) for name in (claim.subject, claim.place) if name)
    return frozenset(name_key(e.name) for e in found if e is not None and e.type is EntityType.FACILITY)


def _relation(claims: Sequence[Claim], low: float, told: str, case: Case) -> tuple[Status, str]:
    growing = _grows(told, claims, case)
    days = [(case.report[c.doc].published_date, c.value == low) for c in claims]
    early = [day for day, is_low in days if is_low]
    late = [day for day, is_low in days if not is_low]
    later = all(day is not None for day, _ in days) and max(d for d in early if d) < min(d for d in late if d)
    high = max(float(c.value) for c in claims)
    if growing and later and high > low * GROWN:
        return Status.SUPERSEDED, "the count grows with time; the later report is larger"
    limit = told in _words(claims[0], case)["limits"]["told"]
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
    """Whether a count only grows: a toll does, one of what happens again and again where it is told "since" a day."""
    words = _words(claims[0], case)["growing"]
    if told not in words["again"]:
        return told in words["told"]
    return all(any(f" {w} " in f" {_sentence(c, case).lower()} " for w in words["so_far"]) for c in claims)


def _has_changed(later: Sequence[Claim], case: Case) -> bool:
    """Whether the later reports tell of a change: "now has space for 3,000"."""
    changed = _words(later[0], case)["changed"]["words"]
    return all(any(re.search(rf"\b{re.escape(w)}\b", c.quote.lower()) for w in changed) for c in later)


def _question(claims: Sequence[Claim], status: Status, note: str) -> Question:
    first = claims[0]
    alone = len({name_key(c.subject) for c in claims}) == 1
    shown: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        shown[amount(claim.value, claim.unit, claim.value_max, claim.comparator)].append(claim)
    return Question(
        text=f"{first.subject}: {first.property}?"
        if alone
        else f"What figure is given for {first.property}?",
        subject=first.subject,
        property=first.property,
        status=status,
        claims=tuple(claims),
        answers=answers(shown.items()),
        note=note,
    )
