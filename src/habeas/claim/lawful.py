"""Lawful: whether a clause tells of law and courts, or of what is agreed, whatever else it tells of."""

from __future__ import annotations

from functools import cache
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause, Words
from habeas.claim.scenes import Scene, Subject
from habeas.packs.lexicon import lexicon

__all__ = ["is_agreed", "is_bench", "is_of_law"]

_OF_LAW: Final = frozenset({"court", "judge", "law", "order"})
"""Things of whom nothing is told but law."""
_TO_DO: Final = (t.TO, t.PREP)
_ENTITLING: Final = 4
"""Words of "the power to fine", at least."""


@cache
def _words(language: str, name: str) -> frozenset[str]:
    """A list of a language's words for law and courts; that of English for a language that has none."""
    return frozenset(lexicon(language if language in ("en", "es") else "en", "lawful")[name])


def is_of_law(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether a clause's own words, those of the clauses inside of it left out, are of law and courts: "the defence called
    for a retrial", "the sentences were the first of their kind"."""
    if not subject.types.isdisjoint(_OF_LAW) and "person" not in subject.types:
        return True
    if clause.subject is not None and is_bench(scene, scene.head(clause.subject)):
        return True
    ctx, language = scene.ctx, scene.index.language
    matters = _words(language, "matters")
    base = ctx.token_from[scene.parsed.words[0].start]
    pleads = subject.entity is not None and _pleads(scene, clause, subject.entity)
    first = clause.verb[0] if clause.subject is None else min(clause.verb[0], clause.subject[0])
    last = max(clause.verb[1], clause.complement[1])
    if pleads or not ctx.has_any(_any(language), base + first, base + last):
        return pleads
    end = _end(scene, clause)
    if ctx.has_any(matters, base + clause.verb[0], base + end) or _has_noun(scene, (clause.verb[1], end)):
        return True
    if _is_entitled(scene, clause) or _has_pair(scene, (clause.verb[1], end)):
        return True
    if clause.subject is None or subject.named:
        return False
    lo, hi = clause.subject
    if ctx.has_any(matters, base + lo, base + hi) or _has_noun(scene, clause.subject):
        return True
    topics = _words(language, "topics")
    return ctx.has_any(topics, base + lo, base + hi) and scene.head(clause.subject) in topics


def _has_noun(scene: Scene, words: Words) -> bool:
    """Whether one of the words that are of the law only as nouns, or only where something is called so, is one here."""
    language, ctx = scene.index.language, scene.ctx
    nouns, judged = _words(language, "nouns"), _words(language, "judged")
    base = ctx.token_from[scene.parsed.words[0].start]
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
    pairs = _words(scene.index.language, "pairs")
    firsts = _firsts(scene.index.language)
    base = scene.ctx.token_from[scene.parsed.words[0].start]
    if not scene.ctx.has_any(firsts, base + words[0], base + words[1]):
        return False
    tokens = scene.parsed.words
    return any(f"{tokens[i].lower} {tokens[i + 1].lower}" in pairs for i in range(words[0], words[1] - 1))


@cache
def _any(language: str) -> frozenset[str]:
    """Every word without one of which a clause is not of the law by its words."""
    lists = (_words(language, name) for name in ("matters", "nouns", "judged", "entitlements", "topics"))
    return _firsts(language).union(*lists)


@cache
def _firsts(language: str) -> frozenset[str]:
    """The first words of the pairs."""
    return frozenset(pair.partition(" ")[0] for pair in _words(language, "pairs"))


def _pleads(scene: Scene, clause: Clause, entity: int) -> bool:
    """Whether somebody whose office is of the law acts for others: "Ana Soto, a lawyer, [represents] two crews"."""
    language = scene.index.language
    if clause.group.lemmas[-1] not in _words(language, "pleading"):
        return False
    matters = _words(language, "matters")
    offices = scene.ctx.marks.entities[entity].offices
    return any(office.title.rpartition(" ")[2].lower() in matters for office in offices)


def _is_entitled(scene: Scene, clause: Clause) -> bool:
    """Whether somebody has what lets them do, or binds them to it: "has the power to fine firms"."""
    lo, hi = clause.complement
    if hi - lo < _ENTITLING or scene.parsed.tags[lo] != t.DET or scene.parsed.tags[lo + 2] not in _TO_DO:
        return False
    return scene.parsed.words[lo + 1].lower in _words(scene.index.language, "entitlements")


def is_agreed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause's own words behind its verb name what parties agree on: "there is no need for a treaty"; or it is about
    what is bargained for in a report that tells of an agreement: "the payments are meant to"."""
    ctx, agreements = scene.ctx, scene.index.agreements
    base = ctx.token_from[scene.parsed.words[0].start]
    if ctx.has_any(agreements, base + clause.verb[1], base + _end(scene, clause)):
        return True
    bargains = _words(scene.index.language, "bargains")
    if clause.subject is None or scene.head(clause.subject) not in bargains:
        return False
    return ctx.has_any(agreements, 0, len(ctx.marks.tokens))


def is_bench(scene: Scene, head: str) -> bool:
    """Whether a noun names what judges sit on: "the panel", where the report speaks of judges."""
    language = scene.index.language
    if head not in _words(language, "benches"):
        return False
    return scene.ctx.has_any(_words(language, "judging"), 0, len(scene.ctx.marks.tokens))


def _end(scene: Scene, clause: Clause) -> int:
    """Where the clause's own words end: at the first clause with an end of its own that stands in its object."""
    lo, hi = clause.complement
    end = max(hi, clause.verb[1])
    for other in scene.parsed.clauses:
        if other is not clause and other.role != "infinitive" and lo <= other.verb[0] < end:
            opening = other.subject[0] if other.subject is not None else other.verb[0]
            end = opening if lo < opening < other.verb[0] else other.verb[0]
    return end
