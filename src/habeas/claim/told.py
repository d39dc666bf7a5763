"""Told: what somebody tells of others, on their own word, is an accusation besides what it tells of."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.context import chain
from habeas.claim.scenes import Scene, Subject
from habeas.model.marks import EntityType
from habeas.model.span import Span

__all__ = ["is_told_of_others"]

_ITSELF: Final = frozenset({"it", "you"})
_BODIES: Final = frozenset({EntityType.ORGANISATION.value, EntityType.COURT.value, "government"})
_DONE: Final = t.CONTRACTED | {t.HAVE}
_GOING_ON: Final = t.mask(t.VG)


def is_told_of_others(scene: Scene, clause: Clause, subject: Subject, judged: bool) -> bool:
    """Whether a clause without a frame of its own says what was done, or not done, on the word of somebody who is not
    its subject; with `judged` it says what something is, which accuses only where the speaker contends it."""
    if clause.group.kind != "finite":
        return False
    tags, group, verb = scene.parsed.tags, clause.group, scene.span(clause.verb)
    going_on = (
        t.met(_GOING_ON, tags, clause.verb[0], clause.verb[1]) >= 0
        and scene.ctx.quotation_at(verb) is not None
    )
    if not subject.types.isdisjoint(_BODIES) and not going_on:
        return False
    done = group.past or group.passive or group.negated or tags[clause.verb[0]] in _DONE
    if not judged and not (done or going_on or group.modal or _is_pronoun(scene, clause)):
        return False
    links = chain(scene.ctx, verb)
    if not links:
        return False
    if judged:
        return _contended(scene, verb) or _characterised(scene, clause, verb)
    if subject.name in _ITSELF:
        return False
    return links[-1].name != subject.name or _is_witness(scene, clause, subject)


def _is_witness(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether somebody of no office tells what they saw, or what was done to them."""
    lived = clause.group.passive or not scene.known.witnessing.isdisjoint(clause.group.lemmas)
    return lived and "person" in subject.types and not subject.offices


def _characterised(scene: Scene, clause: Clause, verb: Span) -> bool:
    """Whether a quotation says what "it" or "this" is: "It is a scheme with a price tag"."""
    lo, hi = clause.complement
    tags = scene.parsed.tags
    noun = lo < hi and tags[lo] == t.DET and not clause.group.negated and clause.subject is not None
    pronoun = noun and clause.subject is not None and tags[clause.subject[0]] in (t.PRON, t.PRON_BE, t.DET)
    short = clause.subject is not None and clause.subject[1] - clause.subject[0] == 1
    return pronoun and short and scene.ctx.quotation_at(verb) is not None


def _is_pronoun(scene: Scene, clause: Clause) -> bool:
    return clause.subject is not None and scene.parsed.tags[clause.subject[0]] == t.PRON


def _contended(scene: Scene, verb: Span) -> bool:
    """Whether the verb of saying around the words is one by which people contend ("maintains", "insisted")."""
    for attribution in scene.ctx.speech_at(verb.start):
        if attribution.cue is not None and attribution.content.contains(verb):
            words = scene.ctx.report.quote(attribution.cue).lower().split()
            if any(word in scene.known.contending for word in words):
                return True
    return False
