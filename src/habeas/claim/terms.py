"""Terms: what a noun phrase says of an agreement by itself: how long it runs, what it is worth, between whom it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Words
from habeas.claim.drafting import Draft
from habeas.claim.scenes import Scene
from habeas.model.claim import Kind
from habeas.model.marks import Quantity, QuantityKind

__all__ = ["terms"]

_BEFORE: Final = t.NOMINAL
_BEHIND: Final = t.NOMINAL | {t.PREP, t.TO, t.ADV, t.CC}
_REACH: Final = 9
_TIMED: Final = 4
"""Words from an agreement to those of its parties, a time between them."""
_NAMES: Final = {QuantityKind.MONEY: "worth", QuantityKind.DURATION: "term"}


def terms(scene: Scene) -> Iterator[Draft]:
    """The drafts of one sentence's nouns for agreements, in text order, and of what is given in exchange."""
    tags, words = scene.parsed.tags, scene.parsed.words
    yield from _exchanged(scene)
    known = scene.index.agreements
    for i in [i for i, tag in enumerate(tags) if tag == t.N and words[i].lower in known]:
        following = words[i + 1].lower if i + 1 < len(tags) else ""
        if following and tags[i + 1] in (t.N, t.HYPHEN) and following not in scene.known.valued:
            continue
        lo = i
        while lo > 0 and tags[lo - 1] in _BEFORE and i - lo < _REACH:
            lo -= 1
            if tags[lo] == t.DET:
                break
        for quantity in scene.ctx.quantities_in(scene.span((lo, i + 1))):
            yield from _measured(scene, (lo, i + 1), i, quantity)
        yield from _behind(scene, lo, i)


def _exchanged(scene: Scene) -> Iterator[Draft]:
    """ "agreed to take ten men [in exchange for €5 million]": what the clause's subject gets for it."""
    tags, words = scene.parsed.tags, scene.parsed.words
    base = scene.parsed.base
    if not scene.ctx.has_any(scene.known.exchange, base, base + len(words)):
        return
    for i in range(1, len(words) - 2):
        if words[i].lower not in scene.known.exchange or tags[i - 1] != t.PREP or tags[i + 1] != t.PREP:
            continue
        hi = i + 2
        while hi < len(tags) and (tags[hi] in _BEHIND or tags[hi] in (t.VB, t.VG)) and hi - i < 2 * _REACH:
            hi += 1
        around = [c for c in scene.parsed.clauses if c.verb[1] <= i and c.role != "infinitive" and c.subject]
        who = scene.subject(around[-1].subject, scene.span(around[-1].verb)) if around else None
        if who is not None and hi > i + 2:
            yield Draft(
                kind=Kind.AGREEMENT,
                subject=who.name,
                property=scene.text((i - 1, i + 2)),
                value=scene.text((i + 2, hi)),
                span=scene.span((i - 1, hi)),
                anchor=scene.span((i, i + 1)),
                frame="exchange",
                confidence=0.6,
                part="agreement",
                subject_type=who.type,
            )


def _measured(scene: Scene, phrase: Words, i: int, quantity: Quantity) -> Iterator[Draft]:
    if quantity.kind in _NAMES:
        value = scene.ctx.report.quote(quantity.span)
        yield _draft(scene, phrase, i, _NAMES[quantity.kind], value)


def _behind(scene: Scene, lo: int, i: int) -> Iterator[Draft]:
    """ "a deal worth €4 million", "the pact between Oslo and Riga"."""
    words, tags = scene.parsed.words, scene.parsed.tags
    at = i + 1
    timed = i + _TIMED < len(words) and words[at].lower in scene.known.recent
    if timed and words[at + 1].lower in scene.known.times:
        at += 2  # "the pact [last week] between Oslo and Riga"
    if at + 1 >= len(words):
        return
    first = words[at].lower
    if first not in scene.known.valued and first not in scene.known.joining:
        return
    hi = at + 1
    while hi < len(tags) and tags[hi] in _BEHIND and hi - at < 2 * _REACH:
        if tags[hi] == t.PREP and first in scene.known.joining and words[hi].lower not in ("of", "de"):
            break
        hi += 1
    if first in scene.known.valued:
        money = [q for q in scene.ctx.quantities_in(scene.span((at, hi))) if q.kind is QuantityKind.MONEY]
        if money:
            yield _draft(scene, (lo, hi), i, first, scene.ctx.report.quote(money[0].span))
    elif t.CC in tags[at + 1 : hi]:
        yield _draft(scene, (lo, hi), i, first, scene.text((at + 1, hi)))


def _draft(scene: Scene, phrase: Words, i: int, prop: str, value: str) -> Draft:
    return Draft(
        kind=Kind.AGREEMENT,
        subject=scene.parsed.words[i].lower,
        property=prop,
        value=value,
        span=scene.span(phrase),
        anchor=scene.span((i, i + 1)),
        frame="term",
        confidence=0.6,
        part="agreement",
        subject_type="agreement",
    )
