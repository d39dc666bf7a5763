"""What one report tells as planned and another, later one, as done: the plan has been overtaken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Status
from habeas.model.joining import joined
from habeas.model.marks import EntityType
from habeas.model.saying import said
from habeas.packs.lexicon import lexicon
from habeas.packs.stems import content_roots
from habeas.reconcile.case import Case
from habeas.reconcile.gathering import starting_in
from habeas.reconcile.names import capitals
from habeas.reconcile.questions import Question, asked_about, clearest
from habeas.reconcile.statements.fates import Fate, fate_of

__all__ = ["plan_questions"]

_PLACES = frozenset({EntityType.PLACE, EntityType.FACILITY})
BEFORE = 12
"""Characters before a place in which it is said that somebody is taken there: "to the"."""
_DONE = frozenset({Kind.EVENT, Kind.LEGAL, Kind.AGREEMENT})
SHARED = 2
"""Words besides the act that a plan and its carrying out share at least."""
ALIKE = 0.5
"""Share of the shorter telling's words, the act left out, that both have."""
COMMON = 40
"""Plans, or acts, with one verb in one story beyond which the verb joins nothing."""
MANY = 12
"""Claims joined into one question at most."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim, whether it is of a plan, and whether of what goes on, with the roots of its act and of what it says besides, its figures apart, the day that it is of, and
    the day of its report, the person and the country of whom it tells, what befalls a person, and whether the claim itself is of one day."""

    claim: Claim
    ahead: bool
    going_on: bool
    over: bool
    act: str
    verb: str
    goal: str | None
    person: str
    country: str
    roots: frozenset[str]
    figures: frozenset[str]
    day: date
    of: date
    fate: Fate | None
    stated: bool


def plan_questions(case: Case) -> Iterator[Question]:
    """One question for each plan of one report that another report of its story tells as done on a later day."""
    told = (c for c in case.claims if not c.negated and (c.kind is Kind.PLAN or c.kind in _DONE))
    for claims in case.told_by_story(told):
        found = [t for c in claims if (t := _told(c, case)) is not None]
        planned = _by_act(t for t in found if t.ahead or t.going_on)
        done = _by_act(t for t in found if not t.ahead)
        pairs = [
            (plan.claim.id, act.claim.id)
            for verb in planned.keys() & done.keys()
            if len(planned[verb]) <= COMMON and len(done[verb]) <= COMMON
            for plan in planned[verb]
            for act in done[verb]
            if _is_done(plan, act)
        ]
        pairs += _befallen(found)
        pairs += _on_the_day(found)
        held = {id_ for pair in pairs for id_ in pair}
        for group in joined([c.id for c in claims if c.id in held], pairs):
            if len(group) <= MANY:
                yield _question([case.claim[id_] for id_ in group], found, case)


def _befallen(found: Sequence[_Told]) -> list[tuple[str, str]]:
    """Plans with acts where what is to befall one person befell them."""
    done: dict[Fate, list[_Told]] = defaultdict(list)
    for told in found:
        if told.fate is not None and not told.ahead:
            done[told.fate].append(told)
    return [
        (plan.claim.id, act.claim.id)
        for plan in found
        if plan.ahead and plan.fate is not None
        for act in done[plan.fate][:MANY]
        if plan.claim.doc != act.claim.doc and max(act.day, act.of) >= plan.of
    ]


def _on_the_day(found: Sequence[_Told]) -> list[tuple[str, str]]:
    """Plans for a day with acts of that very day that tell of the same, by whatever verb: "will go before a judge on
    Thursday", "a judge freed him on Thursday"."""
    done: dict[date, list[_Told]] = defaultdict(list)
    for told in found:
        if told.stated and not told.ahead:
            done[told.day].append(told)
    return [
        (plan.claim.id, act.claim.id)
        for plan in found
        if plan.ahead and plan.stated and plan.of <= plan.day
        for act in done[plan.day][:COMMON]
        if plan.claim.doc != act.claim.doc and _are_of_one(plan, act)
    ]


def _are_of_one(plan: _Told, act: _Told) -> bool:
    shared = plan.roots & act.roots
    names = content_roots(capitals(f"{act.claim.subject} {act.claim.value}"))
    apart = plan.figures and act.figures and plan.figures.isdisjoint(act.figures)
    return not apart and len(shared) >= SHARED and len(shared - names) >= SHARED


def _by_act(told: Iterator[_Told]) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        found[one.act].append(one)
    return found


def _told(claim: Claim, case: Case) -> _Told | None:
    language = case.report[claim.doc].language
    words = claim.property.lower().split()
    ahead = _is_ahead(claim, language) if words else None
    if ahead is None or (ahead and _is_of_more(claim, language)):
        return None
    act = [w for w in words if content_roots(w, language)]
    if not act:
        return None
    # The verb is the last word that is no preposition: "is to be sent to", "has sent".
    verb = next(iter(content_roots(act[-1].lower(), language)))
    roots = content_roots(f"{claim.subject} {claim.value}", language) - {verb}
    figures = frozenset(r for r in roots if r[0].isdigit())
    told = case.report[claim.doc].published_date
    if told is None and not case.is_small:
        return None
    # One of a few reports that has no day may be of any: that of a plan is early enough, and that of an act late enough.
    told = told or (date.min if ahead else date.max)
    day = claim.latest if claim.earliest == claim.latest and claim.latest else told
    return _Told(
        claim,
        ahead,
        not ahead and _goes_on(claim, verb, language),
        not ahead and _is_over(claim, language),
        _sort_of_act(verb, language) if case.is_small else verb,
        verb,
        _goal(claim, case) if case.is_small else None,
        case.directory.person(claim.subject) if case.is_small else "",
        _country(claim, case),
        roots - figures,
        figures,
        day,
        told,
        fate_of(claim, case),
        claim.earliest is not None and claim.earliest == claim.latest,
    )


@cache
def _sorts_of_acts(language: str) -> Mapping[str, str]:
    told = lexicon(language, "reconcile")["told"]
    return {root: str(name) for name, roots in reversed(told.items()) for root in roots}


def _sort_of_act(verb: str, language: str) -> str:
    """What a verb tells of people, else the verb itself: who is to be "deported" may have been "sent"."""
    return _sorts_of_acts(language).get(verb, verb)


def _goal(claim: Claim, case: Case) -> str | None:
    """The place to which a claim says that somebody is taken."""
    report, marks = case.report[claim.doc], case.marked[claim.doc]
    into = lexicon(report.language, "reconcile")["sites"]["to"]
    for mention in starting_in(marks.mentions, claim.span.start, claim.span.end):
        place = case.directory.of_report.get((claim.doc, mention.entity))
        entity = case.directory.entities[place] if place is not None else None
        before = report.text[max(0, mention.full.start - BEFORE) : mention.full.start].lower().split()
        while before and before[-1] in lexicon(report.language, "reconcile")["name_articles"]:
            before.pop()
        if entity is not None and entity.type in _PLACES and before and before[-1] in into:
            return entity.name
    return None


def _country(claim: Claim, case: Case) -> str:
    """The country or other place that acts, "" where none does."""
    entity = case.directory.find(claim.subject)
    return entity.name if entity is not None and entity.type is EntityType.PLACE else ""


def _is_ahead(claim: Claim, language: str) -> bool | None:
    """Whether a claim puts its act in time to come ("is set to be sent", "could be sent", "the coming transfer"), and None
    where it tells neither that nor that it was done."""
    table = lexicon(language, "reconcile")
    told = f" {claim.property.lower()} "
    if claim.modality is Modality.CONDITIONAL:
        return True if any(f" {w} " in told for w in table["may"]) else None
    if claim.kind is Kind.PLAN or claim.modality is Modality.PLANNED:
        named = claim.kind is Kind.EVENT and any(
            f" {w} " in f" {claim.quote.lower()} " for w in table["coming"]
        )
        return True if named or any(f" {w} " in told for w in table["ahead"]) else None
    return False if claim.modality is Modality.ASSERTED and claim.property in claim.quote else None


def _goes_on(claim: Claim, verb: str, language: str) -> bool:
    """Whether the verb of a claim puts its act in the time that is told of ("are being moved"), and it is one that is done some
    time: who is being held is held on."""
    table = lexicon(language, "reconcile")
    told = f" {claim.property.lower()} "
    going = any(f" {w} " in told for w in table["going_on"])
    return going and verb not in {r for w in table["told"]["stayed"] for r in content_roots(w, language)}


def _is_of_more(claim: Claim, language: str) -> bool:
    """Whether a plan is for others than those told of so far, who did nothing yet: "Another 65 people would arrive"."""
    extra = tuple(f"{w} " for w in lexicon(language, "reconcile")["part"]["extra"])
    return f"{claim.subject} ".lower().startswith(extra)


def _is_over(claim: Claim, language: str) -> bool:
    """Whether the verb of a claim says that its act is over: "have been moved"."""
    told = f" {claim.property.lower()} "
    return any(f" {w} " in told for w in lexicon(language, "reconcile")["over"])


def _is_done(plan: _Told, act: _Told) -> bool:
    """Whether a report tells as done what another one tells as planned, and it was not done before that; or as over what
    another one tells as going on."""
    if plan.claim.doc == act.claim.doc or max(act.day, act.of) < plan.of:
        return False
    if plan.going_on and (act.going_on or not (act.over or max(act.day, act.of) > plan.of)):
        return False
    if plan.figures and act.figures and plan.figures.isdisjoint(act.figures):
        return False
    # In a few reports of one story nobody else is taken to the same place, unless by name.
    if plan.goal is not None and plan.goal == act.goal and len({plan.person, act.person} - {""}) < 2:
        return True
    if plan.verb != act.verb or len({plan.country, act.country} - {""}) > 1:
        return False
    shared = plan.roots & act.roots
    names = content_roots(capitals(f"{act.claim.subject} {act.claim.value}"))
    return len(shared) >= max(SHARED, ALIKE * min(len(plan.roots), len(act.roots))) and not shared <= names


def _question(claims: Sequence[Claim], found: Sequence[_Told], case: Case) -> Question:
    ids = {c.id for c in claims}
    planned = {t.claim.id for t in found if t.claim.id in ids and t.ahead}
    # What goes on is done beside a plan, and not yet done beside what is over.
    first = planned or {t.claim.id for t in found if t.claim.id in ids and t.going_on}
    state = "planned" if planned else "going on"
    return asked_about(
        "Has this been done: {}?",
        "carried out",
        Status.SUPERSEDED,
        [(f"{state if c.id in first else 'done'}: {said(c)}", c) for c in claims],
        f"{state} in one report, done in another",
        case,
        first=clearest(c for c in claims if c.id in first),
    )
