"""Subjects that a reader can make an entry of: one thing under all its names, no pronoun, no shred of a clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from habeas.model.claim import Claim
from habeas.model.entity import Entity
from habeas.model.marks import EntityType
from habeas.reconcile.names import name_key
from habeas.record.collection import Collection

__all__ = ["by_subject", "subject_of"]

_PROPER = re.compile(r"(?<![’'])\b[A-ZÁÉÍÓÚÑ][\w.]*")
_POSSESSIVE = re.compile(r"[’']s\b")
_OPENERS = frozenset(
    {"Each", "Every", "Many", "The", "Those", "These", "This", "Cada", "El", "La", "Los", "Las"}
)
_STANDING_IN = {"facility": EntityType.FACILITY, "cell": EntityType.FACILITY}
"""Types of subject that a report also speaks of without a name ("the site", "each block")."""


def subject_of(claim: Claim, held: Collection) -> str | None:
    """The name of the thing that the claim is about, None where its subject names nothing to a reader."""
    known = held.entity.get(name_key(claim.subject))
    if known is not None:
        return known.name
    inside = _named_inside(claim, held)
    if inside is not None:
        return inside.name
    wanted = _STANDING_IN.get(claim.subject_type or "")
    main = held.main_of_type.get((claim.doc, wanted)) if wanted else None
    if main is not None and _means(claim, main, held):
        return main.name
    return None


def _named_inside(claim: Claim, held: Collection) -> Entity | None:
    """The one named body or place of the subject's own type inside a longer subject."""
    text = f" {name_key(_POSSESSIVE.sub('', claim.subject))} "
    if len(text) < 6:
        return None
    main = held.main_of_type.get((claim.doc, EntityType.FACILITY))
    if main is None or claim.subject_type not in _STANDING_IN:
        return None
    return main if any(f" {name_key(n)} " in text for n in (main.name, *main.aliases)) else None


def _means(claim: Claim, main: Entity, held: Collection) -> bool:
    """Whether a subject without a name of its own can be the report's main thing of its type: it must not be placed
    elsewhere."""
    bare = _POSSESSIVE.sub("", claim.subject)
    proper = _PROPER.findall(bare[:1].lower() + bare[1:] if bare.split(" ")[0] in _OPENERS else bare)
    if not proper:
        return True
    places = held.places_of.get(main.name, frozenset())
    return any(all(w in place for w in proper) for place in places)


def by_subject(claims: Iterable[Claim], held: Collection) -> tuple[dict[str, list[Claim]], Sequence[Claim]]:
    """Claims by subject, and those whose subject names nothing."""
    found: dict[str, list[Claim]] = defaultdict(list)
    rest: list[Claim] = []
    for claim in claims:
        name = subject_of(claim, held)
        if name is None:
            rest.append(claim)
        else:
            found[name].append(claim)
    return found, rest
