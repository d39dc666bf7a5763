"""Assessments: what a sentence calls that which it goes on to tell, "In a rare move, the court let him go"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.drafting import Draft
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind, Modality
from habeas.packs import lexicon

__all__ = ["assessed"]

_LONGEST: Final = 16
_FIRST: Final = 3
"""Words from the start of a sentence to the article of its opening phrase, at most."""


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(lexicon(language if language in ("en", "es") else "en", "descriptions")["assessments"])


@cache
def _indefinite(language: str) -> frozenset[str]:
    return frozenset(lexicon(language if language in ("en", "es") else "en", "descriptions")["indefinite"])


def assessed(scene: Scene) -> Iterator[Draft]:
    """The draft of an opening phrase that says what the act of the sentence is."""
    tags, words = scene.parsed.tags, scene.parsed.words
    indefinite, last, lo = _indefinite(scene.index.language), min(_FIRST, len(words)), 0
    while lo < last and words[lo].lower not in indefinite:
        lo += 1
    if lo < 1 or lo == last or tags[lo - 1] != t.PREP:
        return
    hi = next((i for i in range(lo, min(len(tags), lo + _LONGEST)) if tags[i] == t.COMMA), 0)
    told = frozenset(w.lower for w in words[lo:hi])
    clause = next((c for c in scene.parsed.clauses if c.role == "main" and c.verb[0] > hi), None)
    if not hi or told.isdisjoint(_nouns(scene.index.language)) or clause is None:
        return
    anchor = scene.span(clause.verb)
    subject = scene.subject(clause.subject, anchor)
    if subject is None:
        return
    yield Draft(
        kind=_kind(scene, told),
        subject=subject.name,
        property="assessed as",
        value=scene.text((lo + 1, hi)),
        span=scene.span((lo, hi)),
        anchor=anchor,
        frame="assessment",
        confidence=0.55,
        modality=Modality.OPINION,
        subject_type=subject.type,
    )


def _kind(scene: Scene, told: frozenset[str]) -> Kind:
    """The kind of what is assessed, by the things that the phrase names; an event where it names none."""
    things = {scene.index.things.get(word) for word in told}
    if things & {"law", "order", "court"}:
        return Kind.LEGAL
    return Kind.AGREEMENT if "agreement" in things else Kind.EVENT
