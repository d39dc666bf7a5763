"""Antecedents: what "that" or "which" stands for where it is the object of its clause, or what a clause without it hangs on."""

from __future__ import annotations

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.scenes import Scene

__all__ = ["antecedent"]


def antecedent(scene: Scene, clause: Clause) -> str:
    """What "that" or "which" stands for where it is the object: "the violence that they have caused"."""
    tags, words = scene.parsed.tags, scene.parsed.words
    if clause.subject is not None and not clause.opener and clause.role == "main":
        return _without_that(scene, clause)
    if clause.subject is None or clause.opener not in ("that", "which", "que"):
        return ""
    host = scene.parsed.clauses[clause.host] if clause.host >= 0 else None
    telling = scene.reporting | scene.known.addressed
    if clause.opener == "that" and host is not None and host.group.lemmas[-1] in telling:
        return ""  # "told the paper that he agreed"
    at = clause.subject[0] - 1
    while at > 0 and tags[at] not in (t.THAT, t.REL):
        at -= 1
    end = at
    while end > 0 and tags[end - 1] == t.COMMA:
        end -= 1
    if end < 1 or tags[end - 1] not in (t.N, t.NAME):
        return ""
    near = [w.lower for w in words[max(0, end - 14) : end]]
    if any(word in scene.known.contents or word.removesuffix("s") in scene.known.contents for word in near):
        return ""
    lo = end
    while lo > 0 and tags[lo - 1] in t.NOMINAL and lo > end - 8:
        lo -= 1
    # In "said on Saturday that ..." the day is when it was said, and "that" opens what was said.
    if scene.ctx.moments_in(scene.span((end - 1, end))):
        return ""
    return scene.text((lo, end))


def _without_that(scene: Scene, clause: Clause) -> str:
    """What a clause without "that" hangs on: "the suit [they] filed in Chad"."""
    assert clause.subject is not None
    tags, end = scene.parsed.tags, clause.subject[0]
    lo = end
    while lo > 0 and tags[lo - 1] in t.NOMINAL and lo > end - 8:
        lo -= 1
    hung = lo < end and tags[end - 1] == t.N and tags[lo] in (t.DET, t.POSS, t.N)
    if not hung or tags[end] != t.PRON or (lo == 1 and tags[0] in (t.PREP, t.SUB)):
        return ""
    return "" if scene.ctx.moments_in(scene.span((end - 1, end))) else scene.text((lo, end))
