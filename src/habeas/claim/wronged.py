"""Wronged: wrongs that are told of as nouns, "the torture inflicted on two men", "looting and extortion by soldiers"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.accusing import accuses
from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.drafting import Draft
from habeas.claim.phrasing import phrase_end
from habeas.claim.scenes import Scene
from habeas.claim.wrongwords import WrongWords, wrong_words
from habeas.model.claim import Kind

__all__ = ["wronged"]

_MODIFIERS: Final = frozenset({t.ADJ, t.POSS})
_SIGNS: Final = frozenset({t.COMMA, t.CC})
_SURE: Final = 0.5
_PLAIN: Final = 0.4
"""How firm it is that a wrong is told of where nobody is said to say so."""


def wronged(scene: Scene) -> Iterator[Draft]:
    """The drafts of the wrongs that one sentence names with whom they were done to, by whom or where."""
    tokens, tags, first = scene.parsed.words, scene.parsed.tags, scene.parsed.base
    wrongs, words = scene.known.wrongs, wrong_words(scene.index.language)
    if scene.question or not scene.ctx.has_any(wrongs, first, first + len(tokens)):
        return
    end = 0
    for i, tag in enumerate(tags):
        if (
            tag != t.N
            or i < end
            or tokens[i].lower not in wrongs
            or tags[i + 1 : i + 2] in ([t.N], [t.HYPHEN])
        ):
            continue
        lo, head = _opening(scene, i), _last(scene, i)
        end = _reach(scene, words, head)
        if not end or _is_spared(scene, words, lo, i):
            continue
        anchor = scene.span((i, i + 1))
        who = scene.subject(_doer(scene, head, end), anchor)
        yield Draft(
            kind=Kind.ALLEGATION,
            subject=who.name if who is not None else scene.text((lo, head + 1)),
            property="alleged",
            value=scene.text((lo, end)),
            span=scene.span((lo, end)),
            anchor=anchor,
            frame="wronged",
            confidence=_SURE if scene.ctx.speech_at(tokens[i].start) else _PLAIN,
            subject_type=who.type if who is not None else None,
        )


def _opening(scene: Scene, i: int) -> int:
    """Where the words before the noun begin that say of which sort the wrong is: "[widespread] looting"."""
    lo = i
    while lo > 0 and scene.parsed.tags[lo - 1] in _MODIFIERS:
        lo -= 1
    return lo


def _last(scene: Scene, i: int) -> int:
    """The last noun of a row of wrongs that opens at `i`: "torture and [repression] of"."""
    tokens, tags, wrongs = scene.parsed.words, scene.parsed.tags, scene.known.wrongs
    last, at = i, i + 1
    while at + 1 < len(tags) and tags[at] in _SIGNS:
        while at + 1 < len(tags) and tags[at] in _SIGNS:
            at += 1
        while at + 1 < len(tags) and tags[at] == t.ADJ:
            at += 1
        if tags[at] != t.N or tokens[at].lower not in wrongs:
            break
        last, at = at, at + 1
    return last


def _reach(scene: Scene, words: WrongWords, head: int) -> int:
    """Where the words end that say to whom, by whom or where the wrong was done; 0 where nothing does."""
    tokens, tags = scene.parsed.words, scene.parsed.tags
    at = head + 1
    if at + 1 >= len(tags):
        return 0
    done = tags[at] == t.VN and tokens[at].lower in words.done
    led = at + done
    if led + 1 >= len(tags) or tags[led] != t.PREP or tokens[led].lower not in words.upon:
        return 0
    if tags[led + 1] not in t.NOMINAL:
        return 0
    return phrase_end(tags, led)


def _is_spared(scene: Scene, words: WrongWords, lo: int, i: int) -> bool:
    """Whether the wrong is only what somebody works against, denies or is tried for, or its clause tells the accusation."""
    tokens, tags = scene.parsed.words, scene.parsed.tags
    at = lo - 1
    while at > 0 and tags[at] in (t.DET, t.ADJ):
        at -= 1
    if at >= 0 and (tags[at] in (t.NEG, t.HYPHEN) or tokens[at].lower in words.opposed):
        return True
    inside = [c for c in scene.parsed.clauses if c.complement[0] <= i < c.complement[1]]
    clause = min(inside, key=lambda c: c.complement[1] - c.complement[0], default=None)
    if clause is None:
        return any(c.subject is not None and c.subject[0] <= i < c.subject[1] for c in scene.parsed.clauses)
    return clause.group.negated or clause.group.means(words.ending) or _is_told(scene, words, clause)


def _is_told(scene: Scene, words: WrongWords, clause: Clause) -> bool:
    """Whether the clause accuses by its verb already, or is of the law's acts."""
    return accuses(scene, clause) or clause.group.means(words.punishing) or clause.group.means(words.wronging)


def _doer(scene: Scene, head: int, end: int) -> Words | None:
    """Who is named behind "by": "extortion by [soldiers]"."""
    tokens, tags = scene.parsed.words, scene.parsed.tags
    for at in range(head + 1, end - 1):
        if tags[at] == t.PREP and tokens[at].lower in scene.ctx.words.agents:
            last = at + 1
            while last < end and tags[last] in t.NOMINAL:
                last += 1
            return (at + 1, last)
    return None
