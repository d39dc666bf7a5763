"""Measures that a report imposes and another one ends: a curfew, an order to leave, a ban."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.model.saying import said
from habeas.packs import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import of_several
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, asked

__all__ = ["standing_questions", "turn"]

SHARED = 2
"""Content roots besides the kind of measure that make two claims speak of one measure."""

COMMON = 60
"""Claims of one kind of measure beyond which they are not compared one by one."""


def turn(claim: Claim, language: str) -> str:
    """ "begins" where the claim's act puts a measure in force, "ends" where it undoes one, else empty."""
    head = name_key(claim.property).split()
    table = _table(language)
    for word in head:
        for name in ("ends", "begins"):
            if word.startswith(table[name]):
                return name
    return ""


def standing_questions(case: Case) -> Iterator[Question]:
    """One question for each measure that one report says was imposed and another says was ended."""
    by_kind: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind is not Kind.LEGAL or claim.negated:
            continue
        language = case.report[claim.doc].language
        act = turn(claim, language)
        if act:
            for kind in _measures(claim, language):
                by_kind[kind].append((claim, act))
    for kind, acts in by_kind.items():
        yield from _of_kind(kind, acts[:COMMON], case)


def _of_kind(kind: str, acts: Sequence[tuple[Claim, str]], case: Case) -> Iterator[Question]:
    done: set[str] = set()
    for begin, act in acts:
        if act != "begins" or begin.id in done:
            continue
        mine = _content(begin, case) - {kind}
        group = [
            (c, a) for c, a in acts if c.id == begin.id or len(mine & (_content(c, case) - {kind})) >= SHARED
        ]
        if not any(a == "ends" for _, a in group) or not of_several(c for c, _ in group):
            continue
        done.update(c.id for c, _ in group)
        yield _question(begin, group, case)


def _question(begin: Claim, group: Sequence[tuple[Claim, str]], case: Case) -> Question:
    begun = [_day(c, case) for c, a in group if a == "begins"]
    ended = [_day(c, case) for c, a in group if a == "ends"]
    return asked(
        f"Is this still in force: {said(begin)}?",
        begin.subject,
        "in force",
        Status.SUPERSEDED,
        [(said(c), c) for c, _ in group],
        _order([d for d in begun if d], [d for d in ended if d]),
    )


def _order(begun: Sequence[date], ended: Sequence[date]) -> str:
    if not begun or not ended or max(ended) == max(begun):
        return "imposed and ended; the reports' days leave the order open"
    return "imposed, then ended" if max(ended) > max(begun) else "ended, then imposed again"


def _day(claim: Claim, case: Case) -> date | None:
    return claim.latest or case.report[claim.doc].published_date


def _content(claim: Claim, case: Case) -> frozenset[str]:
    return content_roots(f"{claim.subject} {claim.property} {claim.value}", case.report[claim.doc].language)


def _measures(claim: Claim, language: str) -> frozenset[str]:
    """The kinds of measure that the claim names ("order", "curfew"), as roots."""
    return content_roots(f"{claim.subject} {claim.property} {claim.value}", language) & _kinds(language)


@cache
def _kinds(language: str) -> frozenset[str]:
    words: Sequence[str] = lexicon(language, "reconcile")["standing"]["measures"]
    return frozenset(s for word in words for s in content_roots(word, language))


@cache
def _table(language: str) -> Mapping[str, tuple[str, ...]]:
    table = lexicon(language, "reconcile")["standing"]
    return {name: tuple(table[name]) for name in ("begins", "ends")}
