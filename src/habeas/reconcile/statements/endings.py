"""What a later report overtakes without a plan: somebody who was still held is free, and what was denied was done after all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.saying import said
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, asked, cited
from habeas.reconcile.statements.fates import fate_of

__all__ = ["ending_questions"]

_DONE = frozenset({Kind.EVENT, Kind.CONDITION, Kind.LEGAL})
SHARED = 2
"""Words besides the act that a denied plan and the act share at least."""
OBJECT, COMMON = 3, 60
"""Words behind a verb in which is told what is ended, and claims that hold a word beyond which it tells nothing."""
MANY = 30
"""Claims of one question at most; more of them are of several things."""


def ending_questions(case: Case) -> Iterator[Question]:
    """One question for each person who is still held in one report and no longer in a later one, and for each plan that
    was denied and then carried out."""
    yield from _set_free(case)
    yield from _over(case)
    denied = [c for c in case.claims if _is_denied_plan(c, case)]
    for told in case.told_by_story(denied, several=False):
        yield from _done_after_all(told, case)


def _over(case: Case) -> Iterator[Question]:
    """Whether what somebody does goes on, where a later report tells that the same one ended it: "is on hunger strike", "ended
    the hunger strike"."""
    ends = {w for r in case.reports for w in lexicon(r.language, "reconcile")["held"].get("over", ())}
    for end in case.worded.holding(sorted(ends)) if ends else ():
        verb = end.property.lower().split()[-1:] or [""]
        place = case.directory.by_name.get(name_key(end.subject))
        if place is None or verb[0] not in ends or not _is_firm(end):
            continue
        object_ = content_roots(" ".join(str(end.value).split()[:OBJECT]), case.report[end.doc].language)
        day = case.report[end.doc].published_date
        before = [
            c
            for c in case.worded.sharing(end, 1, COMMON)
            if c.doc != end.doc
            and c.kind is Kind.CONDITION
            and _is_firm(c)
            and case.directory.by_name.get(name_key(c.subject)) == place
            and _is_before(case.report[c.doc].published_date, day)
            and object_
            and object_ <= content_roots(str(c.value), case.report[c.doc].language)
        ]
        if before:
            first = max(before, key=lambda c: (c.confidence, c.id))
            yield _question(f"Is this still so: {cited(first, case)}?", before[:MANY], [end])


def _is_firm(claim: Claim) -> bool:
    return claim.kind in _DONE and not claim.negated and claim.modality is Modality.ASSERTED


def _set_free(case: Case) -> Iterator[Question]:
    """Whether somebody is still held."""
    held: dict[int, list[Claim]] = defaultdict(list)
    ended: dict[int, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if not _is_firm(claim):
            continue
        table = lexicon(case.report[claim.doc].language, "reconcile")
        if _is_held(claim, table["held"]["still"], case):
            held[case.directory.by_name[name_key(claim.subject)]].append(claim)
        elif (fate := fate_of(claim, case)) is not None and fate.act in table["held"]["ended"]:
            ended[fate.person].append(claim)
    for person in held.keys() & ended.keys():
        free = {c.doc for c in ended[person]}
        last = max((d for c in ended[person] if (d := case.report[c.doc].published_date)), default=None)
        before = [
            c
            for c in held[person]
            if c.doc not in free and _is_before(case.report[c.doc].published_date, last)
        ]
        if before:
            name = case.directory.entities[person].name
            yield _question(f"Is {name} still held?", before[:MANY], ended[person][:MANY])


def _is_before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one <= other


def _is_held(claim: Claim, still: Sequence[str], case: Case) -> bool:
    if not case.directory.person(claim.subject):
        return False
    told = f" {claim.property} {' '.join(str(claim.value).split()[:2])} ".lower()
    return any(f" {w} " in told for w in still)


def _is_denied_plan(claim: Claim, case: Case) -> bool:
    """Whether somebody says that nothing of the kind is planned ("denied any plan to send them back")."""
    if not (claim.negated or claim.modality is Modality.DENIED):
        return False
    words = lexicon(case.report[claim.doc].language, "reconcile")["denied_plans"]["words"]
    told = f" {claim.property} {claim.value} ".lower()
    return any(f" {w} " in told for w in words)


def _done_after_all(denied: Sequence[Claim], case: Case) -> Iterator[Question]:
    done: dict[str, list[Claim]] = defaultdict(list)
    story = case.story[denied[0].doc]
    for doc, claims in case.of_doc.items():
        if case.story[doc] == story:
            for claim in claims:
                if claim.kind is Kind.EVENT and not claim.negated and claim.modality is Modality.ASSERTED:
                    for act in _acts(claim.property, claim, case):
                        done[act].append(claim)
    plans: dict[str, list[Claim]] = defaultdict(list)
    after: dict[str, dict[str, Claim]] = defaultdict(dict)
    for plan in denied:
        told = _roots(plan, case)
        for act in _acts(str(plan.value), plan, case):
            found = [c for c in done[act] if _is_done_later(plan, c, told, case)]
            if found:
                plans[act].append(plan)
                after[act] |= {c.id: c for c in found}
    for act, before in plans.items():
        first = max(before, key=lambda c: (c.modality is Modality.DENIED, c.confidence, c.id))
        text = f"Was this done after all: {cited(first, case)}?"
        yield _question(text, before[:MANY], list(after[act].values())[:MANY])


def _is_done_later(plan: Claim, act: Claim, told: frozenset[str], case: Case) -> bool:
    """Whether another report tells of the act itself, on a day that is not before the one on which it was denied."""
    if act.doc == plan.doc or not _is_before(
        case.report[plan.doc].published_date, act.earliest or act.latest
    ):
        return False
    return len(told & _roots(act, case)) >= min(SHARED, len(told))


def _acts(words: str, claim: Claim, case: Case) -> list[str]:
    """What some words tell to happen to people, by the names of the table of what is told."""
    language = case.report[claim.doc].language
    table: Table = lexicon(language, "reconcile")["told"]
    roots = content_roots(words, language) | set(re.findall(r"[^\W\d_]+", words.lower()))
    return [
        str(name)
        for name in lexicon(language, "reconcile")["denied_plans"]["acts"]
        if not roots.isdisjoint(table[name])
    ]


def _roots(claim: Claim, case: Case) -> frozenset[str]:
    """The words of what is done and to whom, without those that say that it is planned."""
    language = case.report[claim.doc].language
    table = lexicon(language, "reconcile")
    told = content_roots(str(claim.value), language)
    idle = content_roots(" ".join(table["denied_plans"]["words"]), language)
    return told - idle - {r for act in table["denied_plans"]["acts"] for r in table["told"][act]}


def _question(text: str, before: Sequence[Claim], after: Sequence[Claim]) -> Question:
    told = [(said(claim), claim) for claim in (*before, *after)]
    note = "a later report tells that it is no longer so"
    return asked(text, before[0].subject, "overtaken", Status.SUPERSEDED, told, note)
