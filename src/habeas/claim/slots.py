"""Slots: the places of a frame that the words behind its verb fill: who was moved, from where, to where, by whom."""

from __future__ import annotations

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.scenes import Scene
from habeas.model.claim import Slot
from habeas.model.marks import QuantityKind
from habeas.model.pack import Frame
from habeas.model.span import Span

__all__ = ["awaited", "slots"]


def slots(scene: Scene, clause: Clause, frame: Frame | None) -> tuple[Slot, ...]:
    """The places of the frame that the complement fills: "to:to|into" takes the phrase after "to" or "into"."""
    if frame is None or not frame.slots:
        return ()
    found = []
    for written in frame.slots:
        name, _, preposition = written.partition(":")
        slot = (
            _count(scene, clause, name)
            if preposition == "*"
            else _phrase(scene, clause, name, preposition.split("|"))
        )
        if slot is not None:
            found.append(slot)
    return tuple(found)


def awaited(scene: Scene, clause: Clause) -> str:
    """What a clause without an object waits for: "will be held [until the mayor has spoken]"; "" where it waits for nothing."""
    at = clause.verb[1]
    words = scene.parsed.words
    if clause.complement[1] > at or at >= len(words) or words[at].lower not in scene.known.awaiting:
        return ""
    then = next((c for c in scene.parsed.clauses if c.opener == words[at].lower and c.verb[0] > at), None)
    return scene.text((at, then.whole[1])) if then is not None else ""


def _count(scene: Scene, clause: Clause, name: str) -> Slot | None:
    for quantity in scene.ctx.quantities_in(scene.span(clause.whole)):
        if quantity.kind in (QuantityKind.COUNT, QuantityKind.VAGUE):
            return Slot(name, scene.ctx.report.quote(quantity.span), quantity.span)
    return None


def _phrase(scene: Scene, clause: Clause, name: str, prepositions: list[str]) -> Slot | None:
    tags, words = scene.parsed.tags, scene.parsed.words
    lo, hi = clause.complement
    for i in range(lo, hi - 1):
        if words[i].lower in prepositions and tags[i] in (t.PREP, t.TO):
            end = i + 1
            while end < hi and tags[end] in t.NOMINAL:
                end += 1
            if end > i + 1:
                span: Span = scene.span((i + 1, end))
                return Slot(name, scene.text((i + 1, end)), span)
    return None
