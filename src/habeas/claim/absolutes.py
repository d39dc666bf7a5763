"""Absolutes: what is added of a part of people or of what is theirs, without a verb that has an end of its own.

"..., some of them chained", "their wrists bound behind their backs", "without light or water".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.drafting import BESIDES, Draft
from habeas.claim.scenes import Scene, Subject
from habeas.model.claim import Kind

__all__ = ["absolutes"]

_LONGEST: Final = 18
_STARTS: Final = t.mask(t.OBJ, t.POSS, t.PREP)
_OPENING: Final = frozenset({t.COMMA, t.DASH, t.PAREN, t.CC, t.PREP, t.SUB})
_ENDS: Final = frozenset({t.COMMA, t.COLON, t.DASH, t.PAREN, t.QUOTE, t.REL, t.SUB, t.THAT})
_FINITE: Final = frozenset({t.V, t.MODAL, t.BE, t.HAVE, t.DO}) | t.CONTRACTED
_SAYS: Final = frozenset({t.VN, t.ADJ, t.PREP})
_NOUNS: Final = frozenset({t.N, t.ADJ, t.HYPHEN})


def absolutes(scene: Scene) -> Iterator[Draft]:
    """The drafts of one sentence's verbless additions, in text order."""
    if scene.index.language != "en":
        return
    tags, words = scene.parsed.tags, scene.parsed.words
    for i in [i for i, tag in enumerate(tags) if t.holds(_STARTS, tag)]:
        if i < 2 or i + 2 >= len(tags):
            continue
        if tags[i] == t.OBJ:
            if words[i - 1].lower == "of" and words[i].lower == "them":
                yield from _part(scene, i)
        elif tags[i] == t.POSS:
            if tags[i - 1] in _OPENING:
                yield from _theirs(scene, i)
        elif words[i].lower == "without" and tags[i - 1] in (t.COMMA, t.N):
            yield from _lacking(scene, i)
        elif words[i].lower == "with":
            yield from _state(scene, i)


def _part(scene: Scene, i: int) -> Iterator[Draft]:
    """ ", most of them from hunger": `i` is at "them"."""
    tags = scene.parsed.tags
    lo = i - 1
    while lo > 0 and tags[lo - 1] in (t.DET, t.NUM, t.N, t.ADJ, t.ADV) and i - lo < 5:
        lo -= 1
    if lo == i - 1 or lo == 0 or tags[lo - 1] not in _OPENING - {t.PREP, t.SUB}:
        return
    hi = _end(scene, i + 1)
    if hi <= i + 1 or tags[i + 1] not in _SAYS or not _FINITE.isdisjoint(tags[i + 1 : hi]):
        return
    for kind, share in ((Kind.CONDITION, 1.0), (Kind.ALLEGATION, BESIDES)):
        yield _draft(scene, kind, (lo, i + 1), (i + 1, hi), share)


def _theirs(scene: Scene, i: int) -> Iterator[Draft]:
    """ "their heads shaven and their wrists bound": `i` is at the first "their"."""
    tags = scene.parsed.tags
    noun = i + 1
    while noun + 1 < len(tags) and tags[noun] in _NOUNS and tags[noun + 1] in _NOUNS:
        noun += 1
    hi = _end(scene, i + 1)
    if tags[noun] != t.N or noun + 1 >= hi or tags[noun + 1] not in (t.VN, t.ADV):
        return
    if _FINITE.isdisjoint(tags[noun + 1 : hi]) and t.VN in tags[noun + 1 : hi]:
        yield _draft(scene, Kind.CONDITION, (i, noun + 1), (noun + 1, hi), 1.0)


def _state(scene: Scene, i: int) -> Iterator[Draft]:
    """ ", with food scarce and blankets wet": what the things are that are told of, `i` is at "with"."""
    tags = scene.parsed.tags
    noun = i + 1
    while noun < len(tags) and tags[noun] in _NOUNS | {t.DET, t.NUM, t.POSS}:
        noun += 1
    at = noun
    while at > i + 2 and tags[at - 1] == t.ADJ:
        at -= 1  # "[food] scarce"
    if at < 1 or tags[at - 1] != t.N or at < i + 2:
        return
    said = at + (at < len(tags) and tags[at] == t.ADV)
    if (
        said >= len(tags)
        or tags[said] != t.ADJ
        or (said + 1 < len(tags) and tags[said + 1] in _NOUNS - {t.ADJ})
    ):
        return
    hi = _end(scene, said)
    hi = next((k for k in range(said, hi) if tags[k] == t.CC), hi)
    if _FINITE.isdisjoint(tags[said:hi]):
        yield _draft(scene, Kind.CONDITION, (i + 1, at), (at, hi), 1.0)


def _lacking(scene: Scene, i: int) -> Iterator[Draft]:
    """ "..., without light, calls or visits": what the clause that it stands in goes on to say of its subject."""
    tags = scene.parsed.tags
    hi = i + 1
    while hi < len(tags) and (tags[hi] in t.NOMINAL or tags[hi] in (t.CC, t.COMMA)) and hi - i < _LONGEST:
        hi += 1
    while hi > i + 1 and tags[hi - 1] in (t.CC, t.COMMA):
        hi -= 1
    clause = _around(scene, i)
    if hi <= i + 1 or clause is None or t.N not in tags[i + 1 : hi] or t.PRON in tags[i + 1 : hi]:
        return
    subject = scene.subject(clause.subject, scene.span(clause.verb))
    if subject is not None and _is_told_of(subject):
        yield Draft(
            kind=Kind.CONDITION,
            subject=subject.name,
            property="without",
            value=scene.text((i + 1, hi)),
            span=scene.span((i, hi)),
            anchor=scene.span((i, i + 1)),
            frame="without",
            confidence=0.5,
            subject_type=subject.type,
        )


def _is_told_of(subject: Subject) -> bool:
    """Whether a lack is a state of this subject: of people and places, not of a body that acts "without delay"."""
    return "person" in subject.types or "group" in subject.types or "facility" in subject.types


def _around(scene: Scene, i: int) -> Clause | None:
    """The innermost clause whose words hold the one at `i`."""
    found = None
    for clause in scene.parsed.clauses:
        if clause.whole[0] <= i <= clause.whole[1] and clause.role != "infinitive" and clause.subject:
            found = clause
    return found


def _end(scene: Scene, lo: int) -> int:
    """Where the addition ends: at a sign, or at an "and" before the next one of its kind."""
    tags = scene.parsed.tags
    hi = lo
    while hi < len(tags) and hi - lo < _LONGEST and tags[hi] not in _ENDS:
        if tags[hi] == t.CC and hi + 1 < len(tags) and tags[hi + 1] == t.POSS:
            break
        hi += 1
    return hi


def _draft(scene: Scene, kind: Kind, of: Words, says: Words, share: float) -> Draft:
    tags = scene.parsed.tags
    lo, hi = says
    at = lo
    while at < hi - 1 and (tags[at] in (t.VN, t.ADV) or (tags[at] == t.PREP and at == lo)):
        at += 1
    if tags[lo] == t.VN and tags[at] == t.PREP and at + 1 < hi:
        at += 1
    cut = at if at > lo else lo
    prop = scene.text((lo, cut)) or "are"
    return Draft(
        kind=kind,
        subject=scene.text(of),
        property=prop if cut < hi else "are",
        value=scene.text((cut if cut < hi else lo, hi)),
        span=scene.span((of[0], hi)),
        anchor=scene.span((lo, lo + 1)),
        frame="absolute",
        confidence=0.55 * share,
    )
