"""Origins: where people come from, "miners, many from Chad", "most of them citizens of Mali"."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claim.clauses import tags as t
from habeas.claim.describing import DescriptionWords, tells_people
from habeas.claim.drafting import Draft
from habeas.claim.phrasing import phrase_end
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind
from habeas.model.marks import EntityType, Mention

__all__ = ["origin", "parted"]


def origin(scene: Scene, words: DescriptionWords, end: int, lo: int, subject: str) -> Iterator[Draft]:
    """ "..., many from Chad": where people come from."""
    tokens = scene.parsed.words
    j = end
    while j < len(tokens) and j < end + 2 and tokens[j].lower in (",", "—", "("):
        j += 1
    if j + 2 >= len(tokens) or tokens[j].lower not in words.parts:
        return
    at = j + 1
    known = scene.ctx.words
    if at + 3 < len(tokens) and tokens[at].lower in known.partitive and tokens[at + 1].lower in words.them:
        at += 2  # "most of them"
    if tokens[at].lower in known.origins:
        at += 1
    elif at == j + 1:
        return
    mention = scene.ctx.mention_over(scene.span((at, at + 1)))
    if mention is None or scene.ctx.entity(mention).type not in (EntityType.PLACE, EntityType.GROUP):
        return
    last = _listed_places(scene, mention)
    value = scene.ctx.report.text[tokens[j].start : last]
    span = type(mention.span)(tokens[lo].start, last)
    yield Draft(
        kind=Kind.ALLEGATION,
        subject=subject,
        property="nationality",
        value=value,
        span=span,
        anchor=mention.span,
        frame="nationality",
        confidence=0.7,
        part="origin",
        subject_type="group",
    )


def parted(scene: Scene, words: DescriptionWords) -> Iterator[Draft]:
    """ "300 miners, most of them citizens of Mali": whence those are of whom a sentence has told."""
    tokens, tags, known = scene.parsed.words, scene.parsed.tags, scene.ctx.words
    for at in range(1, len(tokens) - 2):
        if tokens[at].lower not in words.hailing or tokens[at + 1].lower not in known.partitive:
            continue
        lo = at - 1
        while lo > 0 and (tokens[lo].lower in words.them or tokens[lo].lower in known.partitive):
            lo -= 1
        placed = scene.ctx.mentions_in(scene.span((at + 2, min(len(tokens), at + 6))))
        where = next(
            (m for m in placed if scene.ctx.entity(m).type in (EntityType.PLACE, EntityType.GROUP)), None
        )
        if where is None or lo < 1 or tokens[lo].lower not in words.parts or tags[lo - 1] != t.COMMA:
            continue
        people = (k for k in range(lo - 1, -1, -1) if tells_people(scene.index, words, tokens[k].lower))
        who = next(people, lo)
        end = phrase_end(tags, at + 1)
        yield Draft(
            kind=Kind.ALLEGATION,
            subject=tokens[who].lower,
            property="nationality",
            value=scene.text((lo, end)),
            span=scene.span((lo, end)),
            anchor=where.span,
            frame="nationality",
            confidence=0.7,
            part="origin",
            subject_type="group",
        )


def _listed_places(scene: Scene, first: Mention) -> int:
    """Where a list of places ends that opens with `first`: "Chad, Niger and Mali"."""
    tokens, end = scene.parsed.words, first.full.end
    for k, token in enumerate(tokens):
        if token.start < end or k + 1 >= len(tokens) or scene.parsed.tags[k] not in (t.COMMA, t.CC):
            continue
        mention = scene.ctx.mention_over(scene.span((k + 1, k + 2)))
        if token.start > end + 1 or mention is None or scene.ctx.entity(mention).type is not EntityType.PLACE:
            break
        end = mention.full.end
    return end
