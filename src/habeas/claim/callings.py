"""Callings: what a named person is said to be right before the name, "the blogger X", "a lawyer for the port, X,"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Words
from habeas.claim.drafting import Draft
from habeas.claim.frames import singular
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind, Modality
from habeas.model.marks import EntityType, Mention, MentionForm
from habeas.packs import lexicon

__all__ = ["callings"]

_LONGEST: Final = 12
_SHORTEST: Final = 5
"""Letters from which the ending of a noun tells that it names a person."""
_MODIFIERS: Final = frozenset({t.N, t.ADJ, t.HYPHEN, t.NUM})
_BEFORE_COMMA: Final = t.NOMINAL | {t.PREP, t.ADV}
_BEFORE_NAME: Final = frozenset({t.N, t.ADJ, t.HYPHEN, t.DET, t.PREP})
_OPENS: Final = frozenset({t.DET, t.POSS})
_BODIES: Final = frozenset({EntityType.ORGANISATION, EntityType.GROUP})
_CLOSES: Final = frozenset({t.COMMA, t.COLON, t.PREP, t.REL, t.DASH, t.PAREN, t.QUOTE})


@cache
def _persons(language: str) -> frozenset[str]:
    table = lexicon(language if language in ("en", "es") else "en", "descriptions")
    called = frozenset(w for name in ("people", "offices", "kin", "callings") for w in table.get(name, ()))
    return called.difference(table.get("mates", ()))


def callings(scene: Scene) -> Iterator[Draft]:
    """The drafts of what stands right before the persons' names of one sentence."""
    if scene.index.language != "en":
        return
    words, tags = scene.parsed.words, scene.parsed.tags
    for mention in scene.ctx.mentions_in(scene.span((0, len(words)))):
        if mention.form is not MentionForm.NAME or scene.ctx.entity(mention).type is not EntityType.PERSON:
            continue
        at = next((i for i, w in enumerate(words) if w.start >= mention.full.start), 0)
        if at < 1:
            continue
        beside = tags[at - 1] == t.N
        phrase = (_beside(scene, at) or _of(scene, at)) if beside else _before_comma(scene, mention, at)
        if phrase is not None and not _held(scene, mention, phrase):
            yield _draft(scene, mention, phrase)


def _beside(scene: Scene, at: int) -> Words | None:
    """ "opposition politician" in "The opposition politician Ana Vega"."""
    if not _names_person(scene, at - 1):
        return None
    tags = scene.parsed.tags
    lo = _modified(scene, at - 1, at)
    if lo > 2 and tags[lo - 1] == t.CC and tags[lo - 2] == t.N and _names_person(scene, lo - 2):
        lo = _modified(scene, lo - 2, at)  # "general secretary and monk Omar Bello" is both
    if lo > 1 and tags[lo - 1] == t.NAME and tags[lo - 2] in (t.POSS, t.DET):
        return lo - 1, at  # "her Chilean counterpart"
    return _with_body(scene, lo, at), at


def _modified(scene: Scene, lo: int, at: int) -> int:
    """Where the words before the noun at `lo` begin that say more of it."""
    while lo > 0 and scene.parsed.tags[lo - 1] in _MODIFIERS and at - lo < _LONGEST:
        lo -= 1
    return lo


def _with_body(scene: Scene, lo: int, at: int) -> int:
    """Where the name of a body begins that stands before what somebody is: "[Port Workers' Party (PWP)] leader"."""
    words, tags = scene.parsed.words, scene.parsed.tags
    end = lo - 1
    if end > 2 and words[end].lower == ")" and words[end - 2].lower == "(":
        end -= 3
    if end < 0 or tags[end] != t.NAME:
        return lo
    body = scene.ctx.mention_over(scene.span((end, end + 1)))
    if body is None or scene.ctx.entity(body).type not in _BODIES or body.form is not MentionForm.NAME:
        return lo
    while end > 0 and words[end - 1].start >= body.span.start and at - end < _LONGEST:
        end -= 1
    return end


def _of(scene: Scene, at: int) -> Words | None:
    """ "head of the port police" in "The head of the port police Ana Vega"."""
    tags = scene.parsed.tags
    lo = at - 1
    while lo > 1 and tags[lo - 1] in _BEFORE_NAME and at - lo < _LONGEST:
        lo -= 1
    head = next((i for i in range(lo, at - 1) if tags[i + 1] == t.PREP), -1)
    if head < 0 or not _names_person(scene, head):
        return None
    start = head
    while start > lo and tags[start - 1] in _MODIFIERS:
        start -= 1
    return start, at


def _before_comma(scene: Scene, mention: Mention, at: int) -> Words | None:
    """ "lawyer for the port" in "A lawyer for the port, Ana Vega, said"; no list, for a sign closes the name."""
    tags, words = scene.parsed.tags, scene.parsed.words
    if at < 3 or tags[at - 1] != t.COMMA:
        return None
    end = next((i for i in range(at, len(words)) if words[i].start >= mention.full.end), len(words) - 1)
    if tags[end] not in _CLOSES:
        return None
    lo = at - 1
    while lo > 0 and tags[lo - 1] in _BEFORE_COMMA and at - lo < _LONGEST:
        lo -= 1
    lo = next((i for i in range(lo, at - 1) if tags[i] in _OPENS), -1)
    opened = lo > 0 and tags[lo - 1] == t.COMMA and tags[0] == t.PREP and t.COMMA not in tags[: lo - 1]
    if lo < 0 or (lo > 0 and tags[lo - 1] in (t.PREP, t.COMMA) and lo > 3 and not opened):
        return None
    last = at - 1
    while last > lo + 1 and tags[last - 1] in (t.NUM, t.ADJ):
        last -= 1  # "a philosopher aged 71"
    head = next((i for i in range(lo + 1, last) if tags[i] == t.PREP), last) - 1
    return (lo + 1, at - 1) if head > lo and tags[head] == t.N and _names_person(scene, head) else None


def _names_person(scene: Scene, i: int) -> bool:
    """Whether the noun at `i` is one for a person, by the lists or by its ending."""
    word = singular(scene.parsed.words[i].lower)
    if word in _persons(scene.index.language):
        return True
    return len(word) >= _SHORTEST and word.endswith(scene.known.agents) and word not in scene.index.by_noun


def _held(scene: Scene, mention: Mention, phrase: Words) -> bool:
    """Whether the names already hold an office that stands there."""
    span = scene.span(phrase)
    held = [office for office in scene.ctx.entity(mention).offices if office.span.overlaps(span)]
    return any(len(office.title) + 3 >= span.end - span.start for office in held)


def _draft(scene: Scene, mention: Mention, phrase: Words) -> Draft:
    start = scene.parsed.words[phrase[0]].start
    return Draft(
        kind=Kind.ROLE,
        subject=scene.ctx.entity(mention).name,
        property="is",
        value=scene.text(phrase),
        span=type(mention.span)(start, mention.full.end),
        anchor=mention.span,
        frame="calling",
        confidence=0.6,
        modality=Modality.ASSERTED,
        subject_type="person",
    )
