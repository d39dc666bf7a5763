"""Where and when a count is told of, and which counts of two reports can be of one thing by that."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.model.claim import AsOfBasis, Claim
from habeas.model.marks import EntityType
from habeas.model.report import BlockKind
from habeas.model.span import Span
from habeas.model.wording import figure
from habeas.packs.places import is_known_place
from habeas.packs.states import nations
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.gathering import starting_in
from habeas.reconcile.names import name_key

__all__ = [
    "Near",
    "meeting",
    "named",
    "of_two_times",
    "on_other_days",
    "sentence",
    "sentence_at",
    "sentence_before",
    "share_words",
    "sole",
]

MONTH, NARROW = 31, 7
"""Days of a claim that is of one time, and between two that are of two."""

CLOSE = 1.1
"""The factor by which two counts of what happens again and again differ at most that are told in the same words."""
OPENING = 2
"""Blocks of a report in which it says what it is about."""
WORDS = 3
"""Words that their sentences then share."""


@dataclass(frozen=True, slots=True)
class Near:
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
        if on_other_days(one, other, case):
            return False
        here, there = named(one, case), named(other, case)
        if not here.isdisjoint(there):
            return True
        if any(figure(a.value) in sentence(b, case) for a, b in ((one, other), (other, one))):
            return True
        low, high = sorted((float(one.value), float(other.value)))
        return high <= low * CLOSE and share_words(one, other, case)


def share_words(one: Claim, other: Claim, case: Case) -> bool:
    """Whether the sentences of two counts tell it in the same words."""
    here, there = (content_roots(sentence(c, case), case.report[c.doc].language) for c in (one, other))
    return sum(not root[0].isdigit() for root in here & there) >= WORDS


def sole(group: Sequence[Claim]) -> frozenset[str]:
    """The counts of a single day that are the only number of it in their report."""
    of_day: dict[tuple[str, date], list[Claim]] = defaultdict(list)
    for claim in group:
        if claim.earliest is not None and claim.earliest == claim.latest:
            of_day[claim.doc, claim.earliest].append(claim)
    return frozenset(c.id for told in of_day.values() if len({c.value for c in told}) == 1 for c in told)


def sentence_at(claim: Claim, case: Case) -> Span:
    """Where the sentence stands that a claim stands in."""
    return sentence_over(case.marked[claim.doc].sentences, claim.span.start)


def sentence_before(claim: Claim, case: Case) -> Span | None:
    """Where the sentence before that of a claim stands, None where there is none."""
    sentences = case.marked[claim.doc].sentences
    at = bisect_left(sentences, sentence_at(claim, case).start, key=lambda s: s.span.start)
    return sentences[at - 1].span if at else None


def sentence(claim: Claim, case: Case) -> str:
    """The sentence that a claim stands in."""
    return sentence_at(claim, case).of(case.report[claim.doc].text)


def is_opening(claim: Claim, case: Case) -> bool:
    """Whether a claim stands in the first words of its report, its headline among them."""
    blocks = [b for b in case.report[claim.doc].blocks if b.kind is not BlockKind.NOISE][:OPENING]
    return any(b.span.contains(claim.span) for b in blocks)


def _is_country(name: str) -> bool:
    """Whether a name is of a known place, or of the authorities of a country."""
    return is_known_place(name) or name.split(maxsplit=1)[0].lower() in nations()


def named(claim: Claim, case: Case) -> frozenset[int]:
    """What the sentence of a count names, countries and the like left out."""
    marks = case.marked[claim.doc]
    over = sentence_over(marks.sentences, claim.span.start)
    found = set()
    for mention in starting_in(marks.mentions, over.start, over.end):
        place = case.directory.of_report.get((claim.doc, mention.entity))
        if place is not None and not _is_country(case.directory.entities[place].name):
            found.add(place)
    return frozenset(found)


def on_other_days(one: Claim, other: Claim, case: Case) -> bool:
    """Whether two claims are each of a day or a few, and these are some weeks apart; what has no day of its own is of the
    report's time."""
    windows = [_window(c, case) for c in (one, other)]
    if windows[0] is None or windows[1] is None or not (one.earliest or other.earliest):
        return False
    (first, second), (third, fourth) = windows[0], windows[1]
    apart = max((third - second).days, (first - fourth).days)
    return apart > (NARROW if one.earliest and other.earliest else MONTH)


def of_two_times(lows: Sequence[Claim], highs: Sequence[Claim], case: Case) -> bool:
    """Whether all counts of one number are told of days some days away from all those of another, by the days that they
    state or else by those of their reports."""
    days = [{_told_day(c, case) for c in claims} for claims in (lows, highs)]
    return not any(
        one is None or other is None or abs((one - other).days) <= NARROW
        for one in days[0]
        for other in days[1]
    )


def _told_day(claim: Claim, case: Case) -> date | None:
    """The last day of the time that a count states, else the day of its report."""
    stated = claim.latest if claim.as_of_basis is AsOfBasis.STATED else None
    exact = claim.latest if claim.earliest == claim.latest else None
    return stated or exact or case.report[claim.doc].published_date


def _window(claim: Claim, case: Case) -> tuple[date, date] | None:
    day = case.report[claim.doc].published_date
    if claim.earliest and claim.latest:
        return (claim.earliest, claim.latest) if (claim.latest - claim.earliest).days <= MONTH else None
    return (day, day) if day else None


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where and when a count is told of: the buildings it names, the days that it states, and the one building that its
    report tells of."""

    sites: frozenset[str]
    days: tuple[date, date] | None
    only: frozenset[str]

    def may_meet(self, other: _Setting, housed: bool, timed: bool) -> bool:
        """Whether two counts can be of one place: no two buildings; and, where `timed`, of one time: no two stated ones. What
        is `housed` is told of a building, so that a count that names none is of something else where its report tells of
        others."""
        if timed and not self._of_one_time(other):
            return False
        if housed and bool(self.sites) != bool(other.sites):
            return bool(self.sites & other.only or other.sites & self.only)
        return not (self.sites and other.sites and self.sites.isdisjoint(other.sites))

    def _of_one_time(self, other: _Setting) -> bool:
        if self.days is None or other.days is None:
            return True
        return self.days[0] <= other.days[1] and other.days[0] <= self.days[1]


def meeting(
    lows: Sequence[Claim],
    highs: Sequence[Claim],
    near: Near | None,
    housed: bool,
    case: Case,
    *,
    timed: bool = True,
) -> list[Claim]:
    """The counts of two numbers that can be of one thing with one of the other number in another report; if not `timed`,
    of whatever times.

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
                b for b, there in zip(highs, settings, strict=True) if here.may_meet(there, housed, timed)
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
    return _Setting(_sites(claim, case), days, case.only_site.get(claim.doc, frozenset()))


def _sites(claim: Claim, case: Case) -> frozenset[str]:
    found = (case.directory.find(name) for name in (claim.subject, claim.place) if name)
    return frozenset(name_key(e.name) for e in found if e is not None and e.type is EntityType.FACILITY)
