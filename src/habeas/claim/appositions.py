"""Claims that stand beside the name of a place of detention or of a group: what it is, where, what else it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.drafting import Draft
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind
from habeas.model.marks import EntityType, Mention, MentionForm
from habeas.packs import lexicon

__all__ = ["apposed"]

_LONGEST: Final = 16
_CLOSES: Final = frozenset({t.COMMA, t.COLON, t.DASH, t.PAREN})
_PLACES: Final = ("facility", "cell")
_NOUN_PHRASE: Final = frozenset({t.N, t.ADJ, t.HYPHEN, t.NUM, t.POSS, t.ADV})
_VERBS: Final = frozenset({t.V, t.MODAL, t.BE, t.HAVE, t.DO}) | t.CONTRACTED


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(lexicon(language if language in ("en", "es") else "en", "descriptions")[name])


def apposed(scene: Scene) -> Iterator[Draft]:
    """The drafts of what follows each facility of one sentence (", a former mill", "(TCC)", "in Tartu"), and each group
    (", a gang of the coast")."""
    words = scene.parsed.words
    for mention in scene.ctx.mentions_in(scene.span((0, len(words)))):
        type_ = scene.ctx.entity(mention).type
        if type_ not in (EntityType.FACILITY, EntityType.GROUP):
            continue
        end = next((i for i, w in enumerate(words) if w.start >= mention.full.end), len(words))
        while end < len(words) and scene.index.things.get(words[end].lower) in _PLACES:
            end += 1
        if end + 2 >= len(words):
            continue
        if type_ is EntityType.FACILITY:
            yield from _beside(scene, mention, end)
        else:
            yield from _grouped(scene, mention, end)


def _beside(scene: Scene, mention: Mention, at: int) -> Iterator[Draft]:
    tags, words = scene.parsed.tags, scene.parsed.words
    language = scene.index.language
    word = words[at].lower
    once = tags[at] == t.COMMA and words[at + 1].lower in _words(language, "formerly")
    if tags[at] == t.COMMA and words[at + 1 + once].lower in _words(language, "indefinite"):
        yield from _described(scene, mention, at + 1 + once)
    elif tags[at] == t.COMMA and word == "," and _is_place(scene, at + 1):
        yield from _described(scene, mention, at + 1)
    elif mention.form is MentionForm.NAME and word == "(" and _is_acronym(scene, at + 1):
        yield _draft(scene, mention, "name", scene.ctx.report.quote(mention.span), at + 2)
    elif tags[at] == t.COMMA and mention.form is MentionForm.NAME and _is_alias(scene, at + 1):
        yield _draft(scene, mention, "name", scene.ctx.report.quote(mention.span), at + 4)
    elif word in _words(language, "within"):
        place = scene.ctx.mention_over(scene.span((at + 1, at + 2)))
        if place is not None and scene.ctx.entity(place).type is EntityType.PLACE:
            end = next((i for i, w in enumerate(words) if w.start >= place.full.end), len(words))
            yield _draft(scene, mention, f"located {word}", scene.text((at + 1, end)), end)


def _is_place(scene: Scene, at: int) -> bool:
    """Whether "the" and the noun of a place begin at `at`: ", the oldest jail in the country,"."""
    words, tags = scene.parsed.words, scene.parsed.tags
    if words[at].lower not in _words(scene.index.language, "definite"):
        return False
    end = at + 1
    while end < len(tags) and tags[end] in _NOUN_PHRASE:
        end += 1
    return end > at + 1 and scene.index.things.get(words[end - 1].lower) in _PLACES


def _grouped(scene: Scene, mention: Mention, at: int) -> Iterator[Draft]:
    """What a group is: ", a smuggling ring on the coast"; one noun of its own ("gang") after the name is left out."""
    tags, words = scene.parsed.tags, scene.parsed.words
    at += tags[at] == t.N
    if (
        at + 2 >= len(words)
        or tags[at] != t.COMMA
        or words[at + 1].lower not in _words(scene.index.language, "indefinite")
    ):
        return
    lo = hi = at + 1
    while hi < len(tags) and tags[hi] not in t.BREAKS and (tags[hi] not in _VERBS or tags[hi] == t.VN):
        hi += 1
    kinds = _words(scene.index.language, "organisations")
    if not kinds.isdisjoint(w.lower for w in words[lo : min(hi, lo + 6)]):
        yield replace(
            _draft(scene, mention, "is", scene.text((lo, hi)), hi),
            kind=Kind.ALLEGATION,
            frame="apposed-group",
            part="origin",
            subject_type="group",
        )


def _described(scene: Scene, mention: Mention, lo: int) -> Iterator[Draft]:
    """What the place is, where the phrase after the comma says nothing of somebody else."""
    tags, words = scene.parsed.tags, scene.parsed.words
    hi = lo
    while hi < len(tags) and hi < lo + _LONGEST and tags[hi] not in t.BREAKS and tags[hi] not in _VERBS:
        hi += 1
    closed = hi == len(tags) or tags[hi] in _CLOSES or tags[hi] == t.REL
    people = _words(scene.index.language, "people") | _words(scene.index.language, "offices")
    listed = any(tags[i] == t.CC and tags[i - 1] in (t.N, t.NAME) for i in range(lo + 1, hi))
    named = (words[i].lower for i in range(lo, min(hi, lo + 6)) if tags[i - 1] != t.HYPHEN)
    if closed and not listed and people.isdisjoint(named):
        yield _draft(scene, mention, "described_as", scene.text((lo + 1, hi)), hi)


def _is_acronym(scene: Scene, at: int) -> bool:
    word = scene.parsed.words[at]
    written = scene.ctx.report.text[word.start : word.end]
    return written.isupper() and len(written) > 1 and scene.parsed.words[at + 1].lower == ")"


def _is_alias(scene: Scene, at: int) -> bool:
    words = [w.lower for w in scene.parsed.words[at : at + 3]]
    while words and words[0] in _words(scene.index.language, "also_called"):
        del words[0]
    return bool(words) and words[0] in _words(scene.index.language, "called")


def _draft(scene: Scene, mention: Mention, prop: str, value: str, hi: int) -> Draft:
    words = scene.parsed.words
    last = next(w.end for w in reversed(words[:hi]) if w.lower != ".")
    return Draft(
        kind=Kind.CONDITION,
        subject=scene.ctx.entity(mention).name,
        property=prop,
        value=value,
        span=type(mention.span)(mention.full.start, max(last, mention.full.end)),
        anchor=mention.span,
        frame="apposed-place",
        confidence=0.65,
        part="facility",
        subject_type="facility",
    )
