"""Wrongs: whether a clause that somebody says tells of a wrong, by its verb, by how it was done or by what it is called."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.scenes import Scene
from habeas.claim.wrongwords import wrong_words
from habeas.model.claim import Kind

__all__ = ["goes_on", "tells_wrong"]

_SUPPOSING: Final = frozenset({"if", "unless", "si"})
_TO: Final = t.mask(t.TO)
_TOLD: Final = (Kind.CONDITION, Kind.EVENT, Kind.LEGAL)


def tells_wrong(scene: Scene, clause: Clause, first: Kind) -> bool:
    """Whether somebody says that there was a wrong: "there were many cases of fraud, the party said"; "the police
    ignored them, she said"; "judges found that the detention was unlawful"."""
    told = first in _TOLD or (first is Kind.PLAN and (clause.group.past or goes_on(scene, clause)))
    if not told or clause.opener in _SUPPOSING:
        return False
    if clause.group.kind != "finite":
        return _is_done(scene, clause)
    tokens, lo = scene.parsed.words, clause.verb[0]
    # "militias that extort families": whoever tells it accuses; "many maintain was rigged"
    tells = clause.group.means(wrong_words(scene.index.language).sinning)
    tells = tells or (lo > 0 and tokens[lo - 1].lower in scene.known.reporting)
    if not (tells or scene.ctx.speech_at(tokens[lo].start)) or not _is_wrong(scene, clause):
        return False
    return tells or scene.speaker(scene.span(clause.verb)) is not None


def _is_done(scene: Scene, clause: Clause) -> bool:
    """Whether a form in "-ing" tells of what nobody should do: "cases of guards [extorting families]"."""
    subject, group = clause.subject, clause.group
    sins = group.kind == "gerund" and group.means(wrong_words(scene.index.language).sinning)
    return sins and not group.negated and subject is not None and subject[1] <= clause.verb[0]


def goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether what is done is only said to begin or to go on: "continue to threaten"."""
    group = clause.group
    return len(group.lemmas) > 1 and not group.modal and group.lemmas[0] in scene.known.aspects


def _is_wrong(scene: Scene, clause: Clause) -> bool:
    words, group, ctx = wrong_words(scene.index.language), clause.group, scene.ctx
    base = scene.parsed.base
    lo, hi = base + clause.complement[0], base + clause.complement[1]
    if (
        group.lemmas[0] in words.failing
        and t.met(_TO, scene.parsed.tags, clause.verb[0], clause.verb[1]) >= 0
    ):
        return True
    if not group.negated:
        if group.means(words.wronging):
            return True
        if ctx.has_any(words.wrongly, base + clause.verb[0], base + clause.verb[1]):
            return True
    if not group.means(words.calling):
        return ctx.has_any(scene.known.wrongs, lo, hi) or ctx.has_any(words.ways, lo, hi)
    judged = words.rightful if group.negated else words.wrongful
    return ctx.has_any(judged, lo, hi) or ctx.has_any(scene.known.wrongs, lo, hi)
