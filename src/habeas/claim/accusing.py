"""Accusing: of whom and of what somebody accuses, "X accused Y of Z": Y is accused of Z, on the word of X."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.drafting import Draft
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind, Modality

__all__ = ["accused"]

_WHOM: Final = t.NOMINAL | {t.CC}


def accused(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """The draft of an active clause of accusing that names the accused and the act."""
    lemma = clause.group.lemmas[-1]
    if clause.group.passive or clause.group.negated or lemma not in scene.known.accusing:
        return
    tags, words = scene.parsed.tags, scene.parsed.words
    lo, hi = clause.complement
    at = next((i for i in range(lo, hi) if tags[i] not in _WHOM or words[i].lower in ("of", "for")), hi)
    if at <= lo or at + 1 >= hi or words[at].lower not in ("of", "for"):
        return
    anchor = scene.span((at + 1, at + 2))
    subject = scene.subject((lo, at), anchor)
    name = subject.name if subject is not None else scene.text((lo, at))
    yield Draft(
        kind=Kind.ALLEGATION,
        subject=name,
        property=f"{scene.known.accusing[lemma]} {words[at].lower}",
        value=scene.text((at + 1, hi)),
        span=scene.span((clause.verb[0], hi)),
        anchor=anchor,
        frame="accused",
        confidence=0.7,
        modality=Modality.ALLEGED,
        subject_type=subject.type if subject is not None else None,
    )
