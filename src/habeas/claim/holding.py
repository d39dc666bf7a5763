"""Holding: whether a clause says what office somebody holds or which body they head, "Ana Vega is director of the port",
"Omar Bello heads the union", "a lawyer who serves as an envoy"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.claim.clauses import tags as t
from habeas.claim.clauses.parsing import Clause
from habeas.claim.frames import singular
from habeas.claim.scenes import Scene, Subject
from habeas.model.marks import EntityType
from habeas.packs.lexicon import lexicon

__all__ = ["holds_office", "is_office"]

_LONGEST: Final = 9
"""Words of what somebody is, up to its noun."""
_INSIDE: Final = frozenset({t.N, t.ADJ, t.NAME, t.NUM, t.HYPHEN, t.POSS, t.DET, t.ADV})
_BODIES: Final = (EntityType.ORGANISATION, EntityType.GROUP, EntityType.MEDIUM)
_PERSON: Final = EntityType.PERSON.value


@dataclass(frozen=True, slots=True)
class _Words:
    being: frozenset[str]
    serving: frozenset[str]
    as_what: frozenset[str]
    chairing: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]


_KNOWN: dict[str, _Words] = {}


def _words(language: str) -> _Words:
    held = _KNOWN.get(language)
    if held is None:
        table = lexicon(language if language in ("en", "es") else "en", "descriptions")
        held = _KNOWN[language] = _Words(
            being=frozenset(table.get("being", ())),
            serving=frozenset(table.get("serving", ())),
            as_what=frozenset(table.get("as_what", ())),
            chairing=frozenset(table.get("chairing", ())),
            offices=frozenset((*table["offices"], *table.get("callings", ()))),
            bodies=frozenset((*table["organisations"], *table.get("bodies", ()))),
        )
    return held


def holds_office(scene: Scene, clause: Clause, subject: Subject) -> bool:
    """Whether the clause says of a person which office is theirs, or which body they head."""
    words, group = _words(scene.index.language), clause.group
    lemma = group.lemmas[-1]
    known = lemma in words.being or lemma in words.serving or lemma in words.chairing
    if not known or group.negated or group.passive or group.kind != "finite" or len(group.lemmas) > 1:
        return False
    if not _is_somebody(scene, clause, subject, words):
        return False
    lo, hi = clause.complement
    if lemma in words.chairing:
        return _names_body(scene, lo, hi, words)
    if lemma in words.serving:
        at = _as_what(scene, lo, hi, words)
        return at < hi and _names_office(scene, at + 1, hi, words)
    return _names_office(scene, lo, hi, words)


def _as_what(scene: Scene, lo: int, hi: int, words: _Words) -> int:
    """Where "as" stands, right behind the verb or for whom somebody serves: "worked for the paper [as] a clerk"; else `hi`."""
    at, tags = lo, scene.parsed.tags
    while at < hi and scene.parsed.words[at].lower not in words.as_what:
        if tags[at] not in _INSIDE and tags[at] != t.PREP:
            return hi
        at += 1
    return at


def is_office(noun: str, language: str) -> bool:
    """Whether a noun, in small letters, names an office: "minister"."""
    return singular(noun) in _words(language).offices


def _is_somebody(scene: Scene, clause: Clause, subject: Subject, words: _Words) -> bool:
    """Whether the subject is a person, or what a person is called ("a lawyer who")."""
    if _PERSON in subject.types:
        return True
    if clause.subject is None or subject.entity is not None:
        return False
    return singular(scene.head(clause.subject)) in words.offices


def _names_office(scene: Scene, lo: int, hi: int, words: _Words) -> bool:
    """Whether the noun phrase from `lo` is an office: "the acting head of", "founding members of the union"."""
    tokens, tags = scene.parsed.words, scene.parsed.tags
    head = -1
    for i in range(lo, min(hi, lo + _LONGEST)):
        if tags[i] not in _INSIDE:
            break
        if tags[i] == t.N:
            head = i
    if head < 0:
        return False
    noun = singular(tokens[head].lower)
    of_a_body = head + 1 < hi and tags[head + 1] == t.PREP
    return noun in words.offices or (of_a_body and noun.endswith(scene.known.agents) and len(noun) > _LONGEST)


def _names_body(scene: Scene, lo: int, hi: int, words: _Words) -> bool:
    """Whether the noun phrase from `lo` is a body that can be headed: "the rights group Port Watch", "the committee"."""
    tokens, tags = scene.parsed.words, scene.parsed.tags
    end = lo
    while end < hi and tags[end] in _INSIDE:
        end += 1
    if any(tags[i] == t.N and tokens[i].lower in words.bodies for i in range(lo, end)):
        return True
    named = scene.ctx.mention_over(scene.span((lo, end))) if end > lo else None
    return named is not None and scene.ctx.entity(named).type in _BODIES
