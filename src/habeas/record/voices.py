"""What sort of voice says something: an office, a group, a lawyer, those concerned, or the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from habeas.model.claim import Claim
from habeas.model.marks import EntityType
from habeas.packs import lexicon
from habeas.reconcile.names import folded, name_key
from habeas.record.collection import Collection

__all__ = ["VOICES", "voice_kind"]

VOICES = (
    "official",
    "organisation",
    "lawyer",
    "those concerned, kin",
    "other person",
    "unnamed source",
    "another outlet",
    "the report itself",
)
"""From those who answer for a place to those who tell of it."""

_OFFICIAL, _GROUP, _LAWYER, _CONCERNED, _PERSON, _UNNAMED, _OUTLET, _REPORT = VOICES


@dataclass(frozen=True, slots=True)
class _Words:
    counsel: re.Pattern[str]
    kin: re.Pattern[str]
    offices: re.Pattern[str]
    bodies: re.Pattern[str]


def voice_kind(claim: Claim, held: Collection) -> str:
    """One of `VOICES`, by the last speaker of the chain."""
    if not claim.asserted_by:
        return _OUTLET if claim.via else _REPORT
    last = claim.asserted_by[-1]
    report = held.report.get(claim.doc)
    return _kind(last.name, last.role or "", report.language if report else "en", held)


def _kind(name: str, role: str, language: str, held: Collection) -> str:
    words = _words(language)
    entity = held.entity.get(name_key(name))
    said = folded(f"{role} {name}")
    if words.counsel.search(said) and "general" not in said:
        return _LAWYER
    if words.kin.search(said) or (_unnamed(name) and _concerned(said, held)):
        return _CONCERNED
    if words.offices.search(folded(role if not _unnamed(name) else said)) or words.bodies.search(said):
        return _OFFICIAL
    if entity is None:
        if _unnamed(name):
            return _UNNAMED
        return (
            _GROUP if held.typed.get(name) in ("organisation", "group") or not _full_name(name) else _PERSON
        )
    match entity.type:
        case EntityType.PERSON:
            offices = folded(" ".join(entity.offices))
            return _OFFICIAL if words.offices.search(offices) else _PERSON
        case EntityType.PLACE | EntityType.COURT:
            return _OFFICIAL
        case EntityType.MEDIUM:
            return _OUTLET
    return _GROUP


def _unnamed(name: str) -> bool:
    return name.endswith("(unnamed)") or name[:1].islower()


def _full_name(name: str) -> bool:
    """Whether a name looks like a person's: two to four words."""
    return 1 < len(name.split()) < 5


def _concerned(said: str, held: Collection) -> bool:
    """Whether an unnamed speaker is one of the people whom the pack is about."""
    return any(f" {noun}" in said for noun in held.people)


@cache
def _words(language: str) -> _Words:
    table = lexicon(language, "voices")
    return _Words(*(_pattern(table[name]) for name in ("counsel", "kin", "offices", "bodies")))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    parts = [
        re.escape(folded(w.removesuffix("-")).strip()) + (r"\w*" if w.endswith("-") else "")
        for w in sorted(words, key=lambda w: (-len(w), w))
    ]
    return re.compile(rf" (?:{'|'.join(parts)})(?= )")
