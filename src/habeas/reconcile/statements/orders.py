"""What courts did to one measure, in order: blocked, restricted, upheld, lifted; the later overtakes the earlier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.finding import Status
from habeas.packs.lexicon import Table, lexicon
from habeas.reconcile.case import Case
from habeas.reconcile.names import name_key
from habeas.reconcile.questions import Question, answers

__all__ = ["effect_of", "order_questions"]

_OBJECT = 5
"""Words after a verb among which the order stands that it undoes."""


def effect_of(claim: Claim, case: Case) -> str:
    """ "against" where an order stops the measure, "for" where it lets it go on, empty where the words say neither."""
    table = lexicon(case.report[claim.doc].language, "reconcile")["orders"]
    words = name_key(f"{claim.property} {claim.value} {claim.quote}").split()
    head = name_key(claim.property).split()
    undone = _undone(head, name_key(str(claim.value)).split(), table)
    if undone:
        return undone
    for among in (head, words):
        against = next((i for i, w in enumerate(among) if w.startswith(tuple(table["against"]))), None)
        permits = next((i for i, w in enumerate(among) if w.startswith(tuple(table["for"]))), None)
        if against is None and permits is None:
            continue
        if permits is not None and (against is None or permits < against):
            return "for"
        return "against"
    return ""


def _undone(head: Sequence[str], value: Sequence[str], table: Table) -> str:
    """What it does to undo a court's order: "overturned the ruling that had suspended it" lets the measure go on."""
    if not any(w.startswith(tuple(table["undoes"])) for w in head):
        return ""
    at = next((i for i, w in enumerate(value[:_OBJECT]) if w in table["objects"]), None)
    if at is None:
        return ""
    rest = value[at + 1 :]
    permits = next((i for i, w in enumerate(rest) if w.startswith(tuple(table["for"]))), len(rest))
    against = next((i for i, w in enumerate(rest) if w.startswith(tuple(table["against"]))), len(rest))
    return "against" if permits < against else "for"


def order_questions(case: Case) -> Iterator[Question]:
    """One question a story: is the measure stopped or allowed, and what overtook what."""
    actors = tuple(lexicon("en", "reconcile")["orders"]["actors"]) + tuple(
        lexicon("es", "reconcile")["orders"]["actors"]
    )
    ordered = [
        (c, effect)
        for c in case.claims
        if c.kind in (Kind.LEGAL, Kind.EVENT)
        and _by_court(c, actors, case)
        and (effect := effect_of(c, case))
    ]
    effects = {c.id: effect for c, effect in ordered}
    for told in case.told_by_story(c for c, _ in ordered):
        claims = [(c, effects[c.id]) for c in told]
        if len({c.doc for c, _ in claims}) < 2:
            continue
        by_effect: dict[str, list[Claim]] = defaultdict(list)
        for claim, effect in claims:
            by_effect["stopped or restricted" if effect == "against" else "upheld or allowed"].append(claim)
        status, note = _status(claims)
        yield Question(
            text="Do the courts stop the measure or let it go on?",
            subject=_measure([c for c, _ in claims], case),
            property="legal status",
            status=status,
            claims=tuple(c for c, _ in claims),
            answers=answers(by_effect.items()),
            note=note,
        )


def _by_court(claim: Claim, actors: Sequence[str], case: Case) -> bool:
    text = f" {name_key(claim.subject)} {name_key(claim.property)} {name_key(claim.quote)} "
    if any(f" {actor} " in text for actor in actors):
        return True
    return any(f" {name_key(n)} " in text for court in case.pack.courts for n in (court.name, *court.aliases))


def _measure(claims: Sequence[Claim], case: Case) -> str:
    """The law that most of the claims speak of, or what the first is about."""
    counted: dict[str, int] = defaultdict(int)
    for claim in claims:
        text = f" {name_key(claim.quote)} "
        for law in case.pack.laws:
            if any(f" {name_key(n)} " in text for n in (law.name, *law.aliases)):
                counted[law.name] += 1
    return max(counted, key=lambda n: (counted[n], n)) if counted else claims[0].subject


def _status(claims: Sequence[tuple[Claim, str]]) -> tuple[Status, str]:
    effects = {effect for _, effect in claims}
    if len(effects) == 1:
        return Status.AGREE, "every report that speaks of it says the same"
    for_, against = ([c for c, e in claims if e == wanted] for wanted in ("for", "against"))
    later = [
        c
        for c in for_
        if c.earliest and all(c.earliest >= (o.latest or o.earliest or c.earliest) for o in against)
    ]
    earlier = [
        c for c in for_ if c.latest and all(c.latest < (o.earliest or o.latest or c.latest) for o in against)
    ]
    if later or not earlier:
        return Status.SUPERSEDED, "stopped at first, then allowed" + (
            "" if later else "; the reports' days leave the order open"
        )
    return Status.SUPERSEDED, "allowed at first, then stopped"
