"""Why somebody did something, by reports that tell one act in about the same words and give a reason for it: "barred his
removal for fear of persecution", "barred his removal because of gang violence"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import gathered, pairs
from habeas.reconcile.names import capitals
from habeas.reconcile.questions import Question, asked_about

__all__ = ["reason_questions"]

_OTHERWISE = frozenset({Modality.CONDITIONAL, Modality.PLANNED, Modality.DENIED})
SHARED = 2
"""Words of the act that two tellings share at least, one of them of no name."""
CLOSE = 4
"""The same, names left out, where each names what the other does not."""
ALIKE = 0.4
"""Share of the shorter telling's words of the act that both have."""
HALF = 0.5
"""Share of the shorter reason's words beyond which two reasons are one."""
APART = 366
"""Days between two reports from which they tell two acts in the same words."""
MOST = 60
"""Reasons of one story beyond which only the first are compared."""


@dataclass(frozen=True, slots=True)
class _Reason:
    """An act and the reason that a claim gives for it, each as roots; `names` are those of the act that are of names."""

    claim: Claim
    words: str
    act: frozenset[str]
    names: frozenset[str]
    roots: frozenset[str]


def reason_questions(case: Case) -> Iterator[Question]:
    """One question for each act for which reports of a story give a reason."""
    found: dict[int, list[_Reason]] = defaultdict(list)
    leads = sorted({w for r in case.reports for w in _words(r.language)})
    seen: set[tuple[str, int]] = set()
    for claim in case.worded.holding(leads) if leads else ():
        reason = _reason(claim, case)
        if reason is not None and (claim.doc, claim.span.start) not in seen:
            seen.add((claim.doc, claim.span.start))
            found[case.story[claim.doc]].append(reason)
    for reasons in found.values():
        some = reasons[:MOST]
        for group in gathered(some, pairs(some, lambda one, other: _are_of_one(one, other, case))):
            yield _question(group, case)


def _words(language: str) -> Sequence[str]:
    found: Sequence[str] = lexicon(language, "reconcile").get("causes", {}).get("reasons", ())
    return found


@cache
def _leads(language: str) -> re.Pattern[str]:
    words = sorted(_words(language), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b")


def _reason(claim: Claim, case: Case) -> _Reason | None:
    if claim.kind in (Kind.QUANTITY, Kind.QUOTATION) or claim.negated or claim.modality in _OTHERWISE:
        return None
    language = case.report[claim.doc].language
    led = _leads(language).search(claim.quote.lower())
    if led is None:
        return None
    told, words = f"{claim.subject} {claim.quote[: led.start()]}", claim.quote[led.end() :].strip()
    names = content_roots(capitals(told[1:]), language)
    roots = content_roots(words, language)
    act = content_roots(told, language)
    return _Reason(claim, words, act, names, roots) if roots else None


def _are_of_one(one: _Reason, other: _Reason, case: Case) -> bool:
    """Whether two reports of about one time tell one act, by its words."""
    days = [case.report[r.claim.doc].published_date for r in (one, other)]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > APART:
        return False
    shared = one.act & other.act
    # What is done to one person and what is done to another are two acts.
    if one.names - other.names and other.names - one.names and len(shared - one.names) < CLOSE:
        return False
    alike = len(shared) >= max(SHARED, ALIKE * min(len(one.act), len(other.act)))
    return one.claim.doc != other.claim.doc and alike and not shared <= one.names | other.names


def _question(reasons: Sequence[_Reason], case: Case) -> Question:
    alike = all(
        len(one.roots & other.roots) > HALF * min(len(one.roots), len(other.roots))
        for one, other in combinations(reasons, 2)
    )
    return asked_about(
        "For what reason: {}?",
        "reason",
        Status.AGREE if alike else Status.CONFLICT,
        [(r.words, r.claim) for r in reasons],
        "the same reason" if alike else "other reasons for one act",
        case,
    )
