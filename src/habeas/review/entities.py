"""Entities as decided: two that are the same become one, and a name that is another's stands by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from habeas.model.entity import Entity
from habeas.review.decision import Decision, EntityAnchor, Verdict
from habeas.review.folding import fold

__all__ = ["joined_entities"]


def joined_entities(entities: Iterable[Entity], held: Iterable[Decision]) -> tuple[Entity, ...]:
    """The entities after the decisions `same` and `different`, in their order."""
    found = {entity.id: entity for entity in entities}
    for decision in held:
        anchor = decision.ruling.anchor
        if not isinstance(anchor, EntityAnchor) or not anchor.other:
            continue
        one, other = (_named(name, anchor.type, found) for name in (anchor.name, anchor.other))
        if one is None or other is None:
            continue
        if decision.ruling.verdict is Verdict.SAME and one.id != other.id:
            found[one.id] = _one(one, found.pop(other.id))
        elif decision.ruling.verdict is Verdict.DIFFERENT and one.id == other.id:
            rest, apart = _two(one, anchor.other)
            found[rest.id], found[apart.id] = rest, apart
    return tuple(found.values())


def _named(name: str, type_: str, found: dict[str, Entity]) -> Entity | None:
    """The entity of this name: by its own name first, else by an alias that only one has."""
    wanted = fold(name)
    same_type = [e for e in found.values() if e.type.value == type_]
    own = [e for e in same_type if fold(e.name) == wanted]
    if own:
        return own[0]
    alias = [e for e in same_type if any(fold(a) == wanted for a in e.aliases)]
    return alias[0] if len(alias) == 1 else None


def _one(one: Entity, other: Entity) -> Entity:
    names = dict.fromkeys((*one.aliases, other.name, *other.aliases))
    names.pop(one.name, None)
    return replace(
        one,
        aliases=tuple(names),
        forms=(*one.forms, *other.forms),
        offices=tuple(dict.fromkeys((*one.offices, *other.offices))),
        country=one.country or other.country,
        public=one.public or other.public,
    )


def _two(entity: Entity, name: str) -> tuple[Entity, Entity]:
    """The entity without the name, and the name by itself with the places where it stands."""
    wanted = fold(name)
    apart = tuple(form for form in entity.forms if fold(form.text) == wanted)
    rest = tuple(form for form in entity.forms if fold(form.text) != wanted)
    aliases = tuple(a for a in entity.aliases if fold(a) != wanted)
    plain = replace(
        entity, id=f"{entity.id}-apart", name=name, aliases=(), forms=apart, offices=(), public=False
    )
    return replace(entity, aliases=aliases, forms=rest), plain
