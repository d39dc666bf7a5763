"""Stricken: what a place suffers from by the word before its name, "war-torn Arica", "the flood-hit port of Arica"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.drafting import Draft
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind
from habeas.model.marks import EntityType
from habeas.packs.lexicon import lexicon

__all__ = ["stricken"]

_NEAR: Final = 4
"""Words from what a place suffers from to its name."""
_PLACES: Final = (EntityType.PLACE, EntityType.FACILITY, EntityType.OTHER)


@cache
def _words(language: str) -> frozenset[str]:
    return (
        frozenset(lexicon(language, "descriptions").get("stricken", ())) if language == "en" else frozenset()
    )


def stricken(scene: Scene) -> Iterator[Draft]:
    """The drafts of the places of one sentence that something has befallen."""
    tokens, tags, words = scene.parsed.words, scene.parsed.tags, _words(scene.index.language)
    first = scene.parsed.base
    if not words or not scene.ctx.has_any(words, first, first + len(tokens)):
        return
    for i in range(2, len(tokens) - 1):
        if tokens[i].lower not in words or tokens[i - 1].lower != "-" or tokens[i - 1].end != tokens[i].start:
            continue
        name = i + 1
        while name < min(len(tokens) - 1, i + _NEAR) and tags[name] in (t.N, t.ADJ, t.PREP):
            name += 1
        mention = scene.ctx.mention_over(scene.span((name, name + 1)))
        if mention is None or scene.ctx.entity(mention).type not in _PLACES:
            continue
        yield Draft(
            kind=Kind.CONDITION,
            subject=scene.ctx.entity(mention).name,
            property="state",
            value=scene.text((i - 2, i + 1)),
            span=type(mention.span)(tokens[i - 2].start, max(mention.span.end, tokens[i].end)),
            anchor=mention.span,
            frame="stricken",
            confidence=0.6,
            subject_type=scene.ctx.entity(mention).type.value,
        )
