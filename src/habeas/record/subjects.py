"""Subjects that a reader can make an entry of: one thing under all its names, no pronoun, no shred of a clause."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from habeas.claim.frames import singular
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
_JOINED = re.compile(r"\b(?:of|in|at|to|for|from|de|en|del|por)\b", re.I)
_ACTING = frozenset({EntityType.PERSON, EntityType.ORGANISATION})
_STANDING_IN = {"facility": EntityType.FACILITY, "cell": EntityType.FACILITY}
"""Types of subject that a report also speaks of without a name ("the site", "each block")."""


def subject_of(claim: Claim, held: Collection, wanted: EntityType | None = None) -> str | None:
    """The name of the thing that the claim is about, None where its subject names nothing to a reader.

    Where the part is about things of one type (`wanted`), what people do to such a thing is told of the thing.
    """
    known = held.entity.get(name_key(claim.subject))
    main = held.main_of_type.get((claim.doc, wanted)) if wanted else None
    if known is not None and (main is None or known.type is wanted or known.type not in _ACTING):
        return known.name
    if main is not None and (known is not None or claim.subject_type not in _STANDING_IN):
        return main.name if _speaks_of(claim, main, held) else (known.name if known else None)
    if known is not None:
        return known.name
    return _stands_for(claim, held)


def _speaks_of(claim: Claim, main: Entity, held: Collection) -> bool:
    """Whether the words name the thing, or say its common noun."""
    text = f" {name_key(claim.quote)} "
    return any(f" {name_key(n)} " in text for n in (main.name, *main.aliases)) or any(
        f" {noun} " in text for noun in held.nouns.get(str(main.type), ())
    )


def _stands_for(claim: Claim, held: Collection) -> str | None:
    """The report's main thing, where the subject calls it by a longer name or by its noun."""
    standing = _STANDING_IN.get(claim.subject_type or "")
    main = held.main_of_type.get((claim.doc, standing)) if standing else None
    if main is None:
        return None
    bare = f" {name_key(_POSSESSIVE.sub('', claim.subject))} "
    named = any(f" {name_key(n)} " in bare for n in (main.name, *main.aliases))
    if named and not _JOINED.search(claim.subject):
        return main.name
    return main.name if not named and _means(claim, main, held) else None


def _means(claim: Claim, main: Entity, held: Collection) -> bool:
    """Whether a subject without a name of its own can be the report's main thing of its type: it must not be placed
    elsewhere, nor be several ("the country's prisons")."""
    bare = _POSSESSIVE.sub("", claim.subject)
    if claim.subject_type == "facility" and _several(bare, held):
        return False
    proper = _PROPER.findall(bare[:1].lower() + bare[1:] if bare.split(" ")[0] in _OPENERS else bare)
    if not proper:
        return True
    places = held.places_of.get(main.name, frozenset())
    return any(all(w in place for w in proper) for place in places)


def _several(subject: str, held: Collection) -> bool:
    """Whether the subject's noun is the plural of one that means a whole thing."""
    words = _JOINED.split(subject, maxsplit=1)[0].lower().split()
    if not words or words[-1] in (nouns := held.nouns.get("facility", frozenset())):
        return False
    return words[-1].endswith("s") and (singular(words[-1]) in nouns or words[-1].removesuffix("es") in nouns)


def _type_of(claims: Sequence[Claim], held: Collection) -> EntityType | None:
    """The type of most of the claims' subjects, where it is one that reports also call by its noun."""
    types = Counter(_STANDING_IN.get(c.subject_type or "") for c in claims)
    found = types.most_common(1)
    return found[0][0] if found and held.main_of_type else None


def by_subject(claims: Sequence[Claim], held: Collection) -> tuple[dict[str, list[Claim]], Sequence[Claim]]:
    """Claims by subject, and those whose subject names nothing, or nobody but a person: people are no things."""
    found: dict[str, list[Claim]] = defaultdict(list)
    rest: list[Claim] = []
    wanted = _type_of(claims, held)
    for claim in claims:
        name = subject_of(claim, held, wanted)
        known = held.entity.get(name_key(name)) if name is not None else None
        if name is None or (known is not None and known.type is EntityType.PERSON):
            rest.append(claim)
        else:
            found[name].append(claim)
    return found, rest
