"""Speech tags: clauses that only say who said what stands before them, and when."""

from __future__ import annotations

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.scenes import Scene

__all__ = ["is_speech_tag"]


def is_speech_tag(scene: Scene, clause: Clause) -> bool:
    """Whether a verb of saying has its speaker behind it: "..., denunciaron los vecinos"; in English right behind a
    quotation, “...,” said the envoy in a note."""
    lo, tags = clause.verb[0], scene.parsed.tags
    if _says_only_when(scene, clause):
        return True
    if lo < 2 or tags[lo - 1] not in (t.COMMA, t.QUOTE):
        return False
    if scene.index.language != "es" and t.QUOTE not in tags[lo - 2 : lo]:
        return False
    if clause.group.lemmas[-1] not in scene.reporting or clause.complement[0] >= clause.complement[1]:
        return False
    return clause.whole[0] == lo and tags[clause.complement[0]] in (t.DET, t.NAME, t.N, t.POSS, t.ADJ)


def _says_only_when(scene: Scene, clause: Clause) -> bool:
    """Whether a saying behind a comma has nothing behind it but its time: "..., the lawyers argued on Saturday"."""
    opening, tags = clause.whole[0], scene.parsed.tags
    lo, hi = clause.complement
    if opening < 1 or tags[opening - 1] != t.COMMA or lo >= hi or clause.group.passive:
        return False
    if clause.group.lemmas[-1] not in scene.reporting:
        return False
    lo += int(tags[lo] == t.PREP and lo + 1 < hi)
    here = scene.span((lo, hi))
    return any(m.span.start <= here.start and m.span.end >= here.end for m in scene.ctx.moments_in(here))
