"""Compounds: what a participle bound to its doer says of a law or an agreement: "a court-approved plan", "UN-brokered truce"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Words
from habeas.claim.clauses.vocabulary import PARTICIPLE
from habeas.claim.drafting import Draft
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind

__all__ = ["compounds"]

_COURTS: Final = frozenset({"court", "judge"})
_BODIES: Final = frozenset({"government", "place", "organisation"})
_PAPERS: Final = frozenset({"law", "order"})
_GOES_ON: Final = t.NOMINAL | {t.PREP}
_LONGEST: Final = 10


def compounds(scene: Scene) -> Iterator[Draft]:
    """The drafts of one sentence's bound participles, in text order."""
    tags, tokens = scene.parsed.tags, scene.parsed.words
    if not t.holds(scene.parsed.held, t.HYPHEN) or scene.index.language != "en":
        return
    for i in range(1, len(tags) - 2):
        if tags[i] != t.HYPHEN or tokens[i].lower != "-" or tags[i - 1] not in (t.N, t.NAME):
            continue
        form = scene.known.verbs.get(tokens[i + 1].lower)
        if form is None or not form.can & PARTICIPLE or tags[i + 2] not in t.NOMINAL:
            continue
        told = _told_of(scene, i + 2)
        kind = _kind(scene, i - 1, told)
        if kind is not None:
            yield Draft(
                kind=kind,
                subject=scene.text(told),
                property=f"{tokens[i + 1].lower} by",
                value=scene.text((i - 1, i)),
                span=scene.span((i - 1, told[1])),
                anchor=scene.span((i + 1, i + 2)),
                frame="compound",
                confidence=0.5,
                part="law" if kind is Kind.LEGAL else "agreement",
            )


def _told_of(scene: Scene, lo: int) -> Words:
    """The noun phrase at `lo`, with what belongs to it."""
    tags = scene.parsed.tags
    hi = lo + 1
    while hi < len(tags) and hi - lo < _LONGEST and tags[hi] in _GOES_ON:
        hi += 1
    while hi > lo + 1 and tags[hi - 1] == t.PREP:
        hi -= 1
    return lo, hi


def _kind(scene: Scene, by: int, told: Words) -> Kind | None:
    """What the compound tells of, None where it is neither of the law nor agreed."""
    types = {scene.index.things.get(scene.parsed.words[by].lower)}
    mention = scene.ctx.mention_over(scene.span((by, by + 1)))
    if mention is not None:
        types.add(scene.ctx.entity(mention).type.value)
    if not types.isdisjoint(_COURTS):
        return Kind.LEGAL
    if types.isdisjoint(_BODIES):
        return None
    thing = scene.index.things.get(scene.head(told))
    if thing == "agreement":
        return Kind.AGREEMENT
    return Kind.LEGAL if thing in _PAPERS else None
