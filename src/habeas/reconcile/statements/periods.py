"""In what week, month or year something happened, by reports that tell one act in about the same words. Acts that are each
of one day are asked after day by day (`days`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import gathered, sharing, starting_in
from habeas.reconcile.names import capitals
from habeas.reconcile.questions import Question, asked_about
from habeas.reconcile.statements.fates import fate_of

__all__ = ["period_questions"]

_KINDS = frozenset({Kind.EVENT, Kind.LEGAL, Kind.ALLEGATION, Kind.CONDITION, Kind.AGREEMENT})
_FIRM = frozenset({Modality.ASSERTED, Modality.ALLEGED})
SHARED, ALIKE = 2, 0.5
"""Words that two reports of one act share at least, and their share of the shorter telling, where it is of about one time."""
MORE, CLOSER = 4, 0.6
"""The same where the two times are further apart: what happens again is told in like words."""
NEWS, YEAR = 5, 366
"""Days between two times of one act at most, in each case; a longer time than a year is none."""
WEEK = 10
"""Days of a week, roughly told: up to so many days that one ends before or after another, both may be meant."""
COMMON = 40
"""Acts of one story in which a word may stand before it tells nothing."""
MANY = 12
"""Acts joined into one at most; more of them are of several times."""


@dataclass(frozen=True, slots=True)
class _Act:
    """An act within a time: the words that tell when, the roots of what is told and of the act itself, and its figures."""

    claim: Claim
    shown: str
    first: date
    last: date
    roots: frozenset[str]
    head: frozenset[str]
    figures: frozenset[str]


def period_questions(case: Case) -> Iterator[Question]:
    """One question for each act that two reports of a story place in times which exclude each other, if these are not both
    days."""
    firm = (c for c in case.claims if c.kind in _KINDS and not c.negated and c.modality in _FIRM)
    for claims in case.told_by_story(firm):
        acts = [act for c in claims if (act := _act(c, case)) is not None]
        tied = [
            (i, j)
            for i, j in _sharing(acts)
            if _are_apart(acts[i], acts[j]) and _are_one(acts[i], acts[j], case)
        ]
        for group in gathered(acts, tied):
            if len({(act.claim.doc, act.shown) for act in group}) <= MANY:
                yield _question(group, case)


def _act(claim: Claim, case: Case) -> _Act | None:
    """A claim that says in its own words when its act was; None for others."""
    first, last = claim.earliest, claim.latest
    if first is None or last is None or (last - first).days > YEAR or claim.property not in claim.quote:
        return None
    # What befell a person by name is asked after by itself (`dates`).
    if fate_of(claim, case) is not None:
        return None
    report = case.report[claim.doc]
    held = starting_in(case.marked[claim.doc].moments, claim.span.start, claim.span.end)
    shown = next((m.span.of(report.text) for m in held if (m.earliest, m.latest) == (first, last)), None)
    if shown is None:
        return None
    when = frozenset(r for m in held for r in content_roots(m.span.of(report.text), report.language))
    roots = content_roots(f"{claim.subject} {claim.property} {claim.value}", report.language) - when
    figures = frozenset(r for r in roots if r[0].isdigit())
    return _Act(
        claim=claim,
        shown=shown,
        first=first,
        last=last,
        roots=roots - figures,
        head=content_roots(claim.property, report.language) - when,
        figures=figures,
    )


def _sharing(acts: Sequence[_Act]) -> list[tuple[int, int]]:
    """Pairs of acts of two reports that share enough words, not each of a day."""
    long = [act.first < act.last for act in acts]
    docs = [act.claim.doc for act in acts]
    return sharing(
        [act.roots for act in acts], SHARED, COMMON, lambda i, j: (long[i] or long[j]) and docs[i] != docs[j]
    )


def _are_apart(one: _Act, other: _Act) -> bool:
    """Whether two times have no day in common, and not each is a day."""
    apart = max((other.first - one.last).days, (one.first - other.last).days)
    lengths = sorted((act.last - act.first).days for act in (one, other))
    # "Last week" may be either of two, by the day on which somebody says so.
    return lengths[-1] > 0 and apart > (WEEK if any(0 < n <= WEEK for n in lengths) else 0)


def _names(act: _Act, case: Case) -> frozenset[str]:
    told = capitals(f"{act.claim.subject} {act.claim.quote[1:]}")
    return content_roots(told, case.report[act.claim.doc].language)


def _are_one(one: _Act, other: _Act, case: Case) -> bool:
    """Whether two reports tell one act: most of the words of the shorter, the act itself in both, and no other figure."""
    shared = one.roots & other.roots
    if one.figures and other.figures and one.figures.isdisjoint(other.figures):
        return False
    apart = max((other.first - one.last).days, (one.first - other.last).days)
    near = apart <= NEWS
    acted = (one.head & other.roots or other.head & one.roots) if near else one.head & other.head
    if not acted:
        return False
    least, share = (SHARED, ALIKE) if near else (MORE, CLOSER)
    if apart > YEAR or len(shared) < max(least, share * min(len(one.roots), len(other.roots))):
        return False
    return not shared <= _names(one, case) | _names(other, case)


def _question(acts: Sequence[_Act], case: Case) -> Question:
    return asked_about(
        "When did this happen: {}?",
        "period",
        Status.CONFLICT,
        [(f"{a.shown} ({a.claim.as_of})", a.claim) for a in acts],
        "the times exclude each other",
        case,
        loose=True,
    )
