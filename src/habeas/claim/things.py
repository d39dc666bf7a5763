"""Things: what a common noun of the pack names."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.marks import EntityType
from habeas.model.pack import Pack
from habeas.packs.stems import stem

__all__ = ["thing_scopes", "thing_types"]


@dataclass(frozen=True, slots=True)
class _Things:
    """By the stem of a noun ("jail"): the type of what it names, and its scope in the pack."""

    pack: Pack
    types: dict[str, EntityType]
    scopes: dict[str, str]


_MADE: dict[tuple[int, str], _Things] = {}


def thing_types(pack: Pack, language: str) -> dict[str, EntityType]:
    """Stem of a noun ("jail") to the type of what it names, made once for each pack that is in use."""
    return _things(pack, language).types


def thing_scopes(pack: Pack, language: str) -> dict[str, str]:
    """Stem of a noun ("wing") to the scope of what it names ("cell"), made once for each pack that is in use."""
    return _things(pack, language).scopes


def _things(pack: Pack, language: str) -> _Things:
    code = "es" if language.startswith("es") else "en"
    held = _MADE.get((id(pack), code))
    if held is None or held.pack is not pack:
        types, scopes = _read(pack, code)
        held = _MADE[id(pack), code] = _Things(pack, types, scopes)
    return held


def _read(pack: Pack, language: str) -> tuple[dict[str, EntityType], dict[str, str]]:
    known = {t.value: t for t in EntityType}
    types: dict[str, EntityType] = {}
    scopes: dict[str, str] = {}
    for thing in pack.things:
        if thing.language != language or thing.entity not in known:
            continue
        for noun in thing.nouns:
            key = stem(noun.split()[-1].lower(), language)
            types[key], scopes[key] = known[thing.entity], thing.scope
    return types, scopes
