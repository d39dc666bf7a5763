"""At what hour something happened, by reports that give a clock time for one event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from habeas.model.claim import Claim
from habeas.model.finding import Status
from habeas.model.marks import Moment
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.checks.figures import sentence_over
from habeas.reconcile.gathering import gathered, pairs
from habeas.reconcile.questions import Question, asked_about
from habeas.reconcile.settings import sentence_before

__all__ = ["hour_questions"]

_CLOCK = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$")
BEFORE = 24
"""Characters before a clock time in which it is told as about that time."""
CLOSE, FAR = 15, 120
"""Minutes apart at most of one event where its sentences share one word, and where they share two."""
DAYS = 2
"""Days between the two at most: a clock time alone is placed on the day that its report names last, or is of."""
LOOSE = 15
"""Minutes that "just after" and "around" a full hour may mean."""
MOST = 60
"""Clock times of one story beyond which only the first are compared."""


@dataclass(frozen=True, slots=True)
class _Hour:
    """A clock time, in minutes from the beginning of its day, the least and the most it may mean, what it is told of, and the act itself: what
    is said to have begun or happened then, by its name or its verb."""

    claim: Claim
    text: str
    day: str
    at: int
    low: int
    high: int
    roots: frozenset[str]
    acts: frozenset[str]


def hour_questions(case: Case) -> Iterator[Question]:
    """One question for each event to which several reports of a story give a clock time."""
    by_story: dict[int, list[_Hour]] = defaultdict(list)
    for doc, claims in case.of_doc.items():
        for moment in case.marked[doc].moments:
            hour = _hour(moment, claims, case) if moment.kind == "TIME" else None
            if hour is not None:
                by_story[case.story[doc]].append(hour)
    for found in by_story.values():
        some = found[:MOST]
        ties = pairs(some, _are_of_one)
        same = {
            (n, some[m].claim.doc) for tie in ties for n, m in (tie, tie[::-1]) if some[n].at == some[m].at
        }
        # Who gives the very hour of another report tells of something else by another hour.
        given = {(some[n].claim.doc, doc) for n, doc in same}
        told = [
            tie
            for tie in ties
            if all(
                (n, some[m].claim.doc) in same or (some[n].claim.doc, some[m].claim.doc) not in given
                for n, m in (tie, tie[::-1])
            )
        ]
        for group in gathered(some, told):
            yield _question(group, case)


def _hour(moment: Moment, claims: Sequence[Claim], case: Case) -> _Hour | None:
    match = _CLOCK.match(moment.timex)
    if match is None or not claims:
        return None
    doc = claims[0].doc
    report, start = case.report[doc], moment.span.start
    over = sentence_over(case.marked[doc].sentences, start)
    within = case.places[doc].touching(over.start, over.end)
    told = [claims[n] for n in within if over.contains(claims[n].span)]
    if not told:
        return None
    claim = min(told, key=lambda c: (max(c.span.start - start, start - c.span.end, 0), len(c.quote), c.id))
    at = 60 * int(match.group(2)) + int(match.group(3))
    words = lexicon(report.language, "reconcile")["hours"]
    lead = " ".join(report.text[max(over.start, start - BEFORE) : start].lower().split())
    room = LOOSE if at % 60 == 0 else LOOSE // 3
    before = room if _ends(lead, (*words["about"], *words["before"])) else 0
    after = room if _ends(lead, (*words["about"], *words["after"])) else 0
    time = content_roots(moment.span.of(report.text), report.language)
    roots = content_roots(over.of(report.text), report.language) - time - _plain(report.language)
    acts = _acts([c for c in told if c.span.overlaps(moment.span)], claim, case)
    return _Hour(claim, moment.span.of(report.text), match.group(1), at, at - before, at + after, roots, acts)


def _acts(told: Sequence[Claim], claim: Claim, case: Case) -> frozenset[str]:
    """The roots of the acts that claims place at a time; "this" is what the sentence before tells. An act that ends then
    did not begin then."""
    report = case.report[claim.doc]
    words = lexicon(report.language, "reconcile")["hours"]
    if any(not set(words["ends"]).isdisjoint(c.property.lower().split()) for c in told):
        return frozenset()
    held = " ".join(f"{c.subject} {c.property if c.property in c.quote else ''}" for c in told)
    before = sentence_before(claim, case)
    if before is not None and any(c.subject.lower() in words["pointing"] for c in told):
        held = f"{held} {before.of(report.text)}"
    return content_roots(held, report.language) - _plain(report.language)


@cache
def _plain(language: str) -> frozenset[str]:
    """The roots of words that say that something began about then, and nothing of what."""
    table = lexicon(language, "reconcile")
    words = (
        *table["happenings"]["verbs"],
        *(w for n in ("about", "before", "after") for w in table["hours"][n]),
    )
    return content_roots(" ".join(words), language)


def _ends(lead: str, words: Sequence[str]) -> bool:
    return any(f" {lead}".endswith(f" {w}") for w in words)


def _are_of_one(one: _Hour, other: _Hour) -> bool:
    """Whether two reports tell one event: at about the same minute, in sentences that share words."""
    apart, shared = abs(one.at - other.at), len(one.roots & other.roots)
    if one.claim.doc == other.claim.doc:
        return False
    near = abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) <= DAYS
    if apart == 0 and one.at % 60 and near:
        return True
    if (apart <= CLOSE and shared > 0) or (near and apart <= FAR and shared > 1):
        return True
    return near and apart <= FAR and not one.acts.isdisjoint(other.acts)


def _question(hours: Sequence[_Hour], case: Case) -> Question:
    low, high = max(h.low for h in hours), min(h.high for h in hours)
    alike = len({h.at for h in hours}) == 1
    status = Status.AGREE if alike else Status.REFINES if low <= high else Status.CONFLICT
    note = "" if alike else "the hours fit each other" if low <= high else "the hours exclude each other"
    told = [(h.text, h.claim) for h in hours]
    return asked_about("At what hour did this happen: {}?", "hour", status, told, note, case)
