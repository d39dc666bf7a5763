"""Things: what type of thing a common noun of the pack names."""

from __future__ import annotations

from habeas.model.marks import EntityType
from habeas.model.pack import Pack
from habeas.packs.stems import stem

__all__ = ["thing_types"]

_MADE: dict[tuple[int, str], tuple[Pack, dict[str, EntityType]]] = {}


def thing_types(pack: Pack, language: str) -> dict[str, EntityType]:
    """Stem of a noun ("jail") to the type of what it names, made once for each pack that is in use."""
    code = "es" if language.startswith("es") else "en"
    held = _MADE.get((id(pack), code))
    if held is None or held[0] is not pack:
        held = (pack, _types(pack, code))
        _MADE[id(pack), code] = held
    return held[1]


def _types(pack: Pack, language: str) -> dict[str, EntityType]:
    known = {t.value: t for t in EntityType}
    return {
        stem(noun.split()[-1].lower(), language): known[thing.entity]
        for thing in pack.things
        if thing.language == language and thing.entity in known
        for noun in thing.nouns
    }
