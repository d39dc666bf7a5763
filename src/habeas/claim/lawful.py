"""Lawful: whether a clause tells of law and courts, or of what is agreed, whatever else it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.scenes import Scene, Subject
from habeas.packs.lexicon import lexicon

__all__ = ["is_agreed", "is_bench", "is_of_law"]

_OF_LAW: Final = frozenset({"court", "judge", "law", "order"})
"""Things of whom nothing is told but law."""
_TO_DO: Final = (t.TO, t.PREP)
_LISTS: Final = (
    "matters", "nouns", "judged", "topics", "pairs", "pleading", "entitlements", "bargains", "benches", "judging",
)  # fmt: skip
_NEEDED: Final = ("matters", "nouns", "judged", "entitlements", "topics")
_OWNING: Final = ("'s", "’s")
_ENTITLING: Final = 4
"""Words of "the power to fine", at least."""


@dataclass(frozen=True, slots=True)
class _Lawful:
    """A language's words for law and courts. `firsts` are the first words of the pairs; a clause without one of `every` is not
    of the law by its words."""

    matters: frozenset[str]
    nouns: frozenset[str]
    judged: frozenset[str]
    topics: frozenset[str]
    pairs: frozenset[str]
    pleading: frozenset[str]
    entitlements: frozenset[str]
    bargains: frozenset[str]
    benches: frozenset[str]
    judging: frozenset[str]
    firsts: frozenset[str]
    every: frozenset[str]


_KNOWN: dict[str, _Lawful] = {}


def _lawful(language: str) -> _Lawful:
    """The words of a language code; those of English for a language that has none."""
    held = _KNOWN.get(language)
    if held is None:
        table = lexicon(language if language in ("en", "es") else "en", "lawful")
        sets = {name: frozenset(table[name]) for name in _LISTS}
        for name in ("matters", "topics"):  # "the court's orders"
            sets[name] |= {word + sign for word in sets[name] for sign in _OWNING}
        firsts = frozenset(pair.partition(" ")[0] for pair in sets["pairs"])
        every = firsts.union(*(sets[name] for name in _NEEDED))
        held = _KNOWN[language] = _Lawful(**sets, firsts=firsts, every=every)
    return held


def is_of_law(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether a clause's own words, those of the clauses inside of it left out, are of law and courts: "the defence called
    for a retrial", "the sentences were the first of their kind"."""
    if not subject.types.isdisjoint(_OF_LAW) and "person" not in subject.types:
        return True
    if clause.subject is not None and is_bench(scene, scene.head(clause.subject)):
        return True
    ctx, words = scene.ctx, _lawful(scene.index.language)
    base = scene.parsed.base
    pleads = subject.entity is not None and _pleads(scene, clause, subject.entity)
    first = clause.verb[0] if clause.subject is None else min(clause.verb[0], clause.subject[0])
    last = max(clause.verb[1], clause.complement[1])
    if pleads or not ctx.has_any(words.every, base + first, base + last):
        return pleads
    end = _end(scene, clause)
    if ctx.has_any(words.matters, base + clause.verb[0], base + end) or _has_noun(
        scene, (clause.verb[1], end)
    ):
        return True
    if _is_entitled(scene, clause) or _has_pair(scene, (clause.verb[1], end)):
        return True
    if clause.subject is None or subject.named:
        return False
    lo, hi = clause.subject
    if ctx.has_any(words.matters, base + lo, base + hi) or _has_noun(scene, clause.subject):
        return True
    return ctx.has_any(words.topics, base + lo, base + hi) and scene.head(clause.subject) in words.topics


def _has_noun(scene: Scene, words: Words) -> bool:
    """Whether one of the words that are of the law only as nouns, or only where something is called so, is one here."""
    ctx, lawful = scene.ctx, _lawful(scene.index.language)
    nouns, judged = lawful.nouns, lawful.judged
    base = scene.parsed.base
    lo, hi = base + words[0], base + words[1]
    if not ctx.has_any(nouns, lo, hi) and not ctx.has_any(judged, lo, hi):
        return False
    tokens, tags = scene.parsed.words, scene.parsed.tags
    for i in range(*words):
        word, alone = tokens[i].lower, tags[i + 1 : i + 2] != [t.N]
        if alone and (word in judged or (word in nouns and tags[i] == t.N)):
            return True
    return False


def _has_pair(scene: Scene, words: Words) -> bool:
    """Whether two words stand here that are of the law together: "due process"."""
    lawful = _lawful(scene.index.language)
    base = scene.parsed.base
    if not scene.ctx.has_any(lawful.firsts, base + words[0], base + words[1]):
        return False
    tokens = scene.parsed.words
    return any(
        f"{tokens[i].lower} {tokens[i + 1].lower}" in lawful.pairs for i in range(words[0], words[1] - 1)
    )


def _pleads(scene: Scene, clause: Clause, entity: int) -> bool:
    """Whether somebody whose office is of the law acts for others: "Ana Soto, a lawyer, [represents] two crews"."""
    lawful = _lawful(scene.index.language)
    if clause.group.lemmas[-1] not in lawful.pleading:
        return False
    offices = scene.ctx.marks.entities[entity].offices
    return any(office.title.rpartition(" ")[2].lower() in lawful.matters for office in offices)


def _is_entitled(scene: Scene, clause: Clause) -> bool:
    """Whether somebody has what lets them do, or binds them to it: "has the power to fine firms"."""
    lo, hi = clause.complement
    if hi - lo < _ENTITLING or scene.parsed.tags[lo] != t.DET or scene.parsed.tags[lo + 2] not in _TO_DO:
        return False
    return scene.parsed.words[lo + 1].lower in _lawful(scene.index.language).entitlements


def is_agreed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause's own words behind its verb name what parties agree on: "there is no need for a treaty"; or it is about
    what is bargained for in a report that tells of an agreement: "the payments are meant to"."""
    ctx, agreements = scene.ctx, scene.index.agreements
    if not ctx.has_any(agreements, 0, len(ctx.marks.tokens)):
        return False
    base = scene.parsed.base
    if ctx.has_any(agreements, base + clause.verb[1], base + _end(scene, clause)):
        return True
    return clause.subject is not None and scene.head(clause.subject) in _lawful(scene.index.language).bargains


def is_bench(scene: Scene, head: str) -> bool:
    """Whether a noun names what judges sit on: "the panel", where the report speaks of judges."""
    lawful = _lawful(scene.index.language)
    if head not in lawful.benches:
        return False
    return scene.ctx.has_any(lawful.judging, 0, len(scene.ctx.marks.tokens))


def _end(scene: Scene, clause: Clause) -> int:
    """Where the clause's own words end: at the first clause with an end of its own that stands in its object."""
    lo, hi = clause.complement
    end = max(hi, clause.verb[1])
    for other in scene.parsed.clauses:
        if other is not clause and other.role != "infinitive" and lo <= other.verb[0] < end:
            opening = other.subject[0] if other.subject is not None else other.verb[0]
            end = opening if lo < opening < other.verb[0] else other.verb[0]
    return end
