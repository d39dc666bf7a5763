"""Alleged: what whoever or whatever is only said to be, "the alleged ringleader", "a suspected forgery"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.describing import description_words
from habeas.claim.drafting import Draft
from habeas.claim.frames import singular
from habeas.claim.phrasing import phrase_end
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind, Modality
from habeas.model.marks import EntityType
from habeas.packs.lexicon import lexicon

__all__ = ["alleged"]

_NEAR: Final = 4
"""Words from what an act is called to the act."""
_INSIDE: Final = frozenset({t.N, t.ADJ, t.ADV, t.HYPHEN})


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(lexicon(language if language in ("en", "es") else "en", "descriptions")[name])


def alleged(scene: Scene) -> Iterator[Draft]:
    """ "the alleged ringleader of the scheme", "suspected arson": what whoever or whatever is said to be."""
    words = description_words(scene.index.language)
    tags, tokens = scene.parsed.tags, scene.parsed.words
    first = scene.parsed.base
    if scene.ctx.has_any(_listed(scene.index.language, "wrong_acts"), first, first + len(tokens)):
        yield from _wrong_acts(scene)
    if not scene.ctx.has_any(words.accusing, first, first + len(tokens)):
        return
    charged = scene.index.stances
    for i in range(len(tokens) - 1):
        if tokens[i].lower not in words.accusing or tags[i + 1] not in _INSIDE:
            continue
        head = i + 1
        while head + 1 < len(tags) and tags[head + 1] in (t.N, t.ADJ, t.HYPHEN):
            head += 1
        noun = singular(tokens[head].lower)
        if tags[head] != t.N or noun in charged or noun in words.people:
            continue
        end = head + 1
        if end + 1 < len(tags) and tags[end] == t.PREP and tokens[end].lower in words.belonging:
            end = phrase_end(tags, end)
        yield Draft(
            kind=Kind.ALLEGATION,
            subject=_beside(scene, i, head) or tokens[head].lower,
            property="described_as",
            value=scene.text((i, end)),
            span=scene.span((i, end)),
            anchor=scene.span((i, i + 1)),
            frame="alleged",
            confidence=0.7,
            modality=Modality.ALLEGED,
            part="origin",
        )


def _wrong_acts(scene: Scene) -> Iterator[Draft]:
    """ "arbitrary arrests of nurses", "the excessive use of force": acts that are called wrong."""
    tags, tokens, language = scene.parsed.tags, scene.parsed.words, scene.index.language
    called, acts = _listed(language, "wrong_acts"), _listed(language, "acts")
    for i in range(len(tokens) - 1):
        if tokens[i].lower not in called or tags[i] not in (t.ADJ, t.N):
            continue
        head = i + 1
        while head + 1 < len(tags) and tags[head] in (t.ADJ, t.CC, t.N) and tokens[head].lower not in acts:
            head += 1
        if tags[head] != t.N or tokens[head].lower not in acts or head - i > _NEAR:
            continue
        end = phrase_end(tags, head + 1) if tags[head + 1 : head + 2] == [t.PREP] else head + 1
        yield Draft(
            kind=Kind.ALLEGATION,
            subject=tokens[head].lower,
            property="described_as",
            value=scene.text((i, end)),
            span=scene.span((i, end)),
            anchor=scene.span((i, i + 1)),
            frame="wrong-act",
            confidence=0.6,
        )


def _beside(scene: Scene, lo: int, head: int) -> str | None:
    """The name that a description stands beside: "Ana Vega, the alleged ringleader", "alleged ringleader Ana Vega"."""
    tags = scene.parsed.tags
    at = lo - 1 - (lo > 0 and tags[lo - 1] == t.DET)
    if at > 0 and tags[at] == t.COMMA and tags[at - 1] == t.NAME:
        beside = at - 1
    elif head + 1 < len(tags) and tags[head + 1] == t.NAME:
        beside = head + 1
    else:
        return None
    mention = scene.ctx.mention_over(scene.span((beside, beside + 1)))
    if mention is None or scene.ctx.entity(mention).type is not EntityType.PERSON:
        return None
    return scene.ctx.entity(mention).name
