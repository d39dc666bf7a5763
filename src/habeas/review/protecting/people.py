"""Who is protected: people who hold no public office, unless an editor cleared their name."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.model.entity import Entity
from habeas.model.marks import EntityType
from habeas.review.decision import Decision, EntityAnchor, Verdict, in_force
from habeas.review.folding import fold

__all__ = ["cleared_by", "is_protected", "withheld_by"]

_RULINGS = {Verdict.CLEARED, Verdict.PROTECTED}


def is_protected(entity: Entity, decisions: Iterable[Decision] = ()) -> bool:
    """Whether the entity's name is withheld: a person, and neither public nor cleared; the last decision counts."""
    if entity.type is not EntityType.PERSON:
        return False
    names = {fold(name) for name in (entity.name, *entity.aliases)}
    withheld = not entity.public
    for decision in in_force(decisions):
        anchor = decision.ruling.anchor
        if (
            decision.ruling.verdict in _RULINGS
            and isinstance(anchor, EntityAnchor)
            and fold(anchor.name) in names
        ):
            withheld = decision.ruling.verdict is Verdict.PROTECTED
    return withheld


def cleared_by(entities: Iterable[Entity], decisions: Iterable[Decision]) -> frozenset[str]:
    """The names of the private people whose names an editor cleared: what `protect` takes."""
    ruled = tuple(decisions)
    return frozenset(e.name for e in entities if is_protected(e) and not is_protected(e, ruled))


def withheld_by(entities: Iterable[Entity], decisions: Iterable[Decision]) -> frozenset[str]:
    """The names of the public people whose names an editor withheld."""
    ruled = tuple(decisions)
    return frozenset(e.name for e in entities if is_protected(e, ruled) and not is_protected(e))
