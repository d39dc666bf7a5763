"""Subjects that no name stands for: "you", "they", what "there is", and "it" where somebody tells of themselves."""

from __future__ import annotations

from typing import Final

from habeas.claim.clauses.parsing import Clause
from habeas.claim.kinds import is_future
from habeas.claim.scenes import Scene, Subject

__all__ = ["PRONOUNS", "stand_in"]

PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who", "él", "ella", "ellos", "ellas"})
_BODIES: Final = frozenset({"organisation", "government", "place", "court", "medium"})
_POINTING: Final = frozenset({"this", "that", "these"})
_ITSELF: Final = frozenset({"it", "they"})
_MEANT: Final = {
    **dict.fromkeys(("he", "she", "él", "ella"), frozenset({"person"})),
    **dict.fromkeys(("they", "ellos", "ellas"), frozenset({"group"})),
}
"""What a pronoun stands for at least."""


def stand_in(scene: Scene, clause: Clause) -> Subject | None:
    """Whom a clause is said of where its subject is no name and no noun of its own."""
    return (
        _addressed(scene, clause)
        or _existential(scene, clause)
        or _unresolved(scene, clause)
        or _indefinite(scene, clause)
    )


def _indefinite(scene: Scene, clause: Clause) -> Subject | None:
    """ "many", "nobody", "this", and "those" with what tells who they are: nobody is named, and yet it is said of them."""
    if clause.subject is None or clause.subject[1] - clause.subject[0] > 1:
        return None
    lo, hi = clause.subject
    word = scene.parsed.words[lo].lower
    if word not in scene.known.indefinite:
        return None
    for other in scene.parsed.clauses:
        if other.role == "relative" and other.subject == clause.subject and other is not clause:
            hi = max(hi, other.whole[1] if other.whole[1] <= clause.verb[0] else other.verb[1])
    types = frozenset() if word in _POINTING else frozenset({"group"})
    return Subject(scene.text((lo, hi)), types, None, False)


def _addressed(scene: Scene, clause: Clause) -> Subject | None:
    """ "you" stays "you"."""
    if clause.subject is None:
        return None
    word = scene.parsed.words[clause.subject[0]].lower.partition("'")[0]
    return Subject("you", frozenset(), None, False) if word in ("you", "usted", "ustedes") else None


def _unresolved(scene: Scene, clause: Clause) -> Subject | None:
    """A pronoun that the report's names do not resolve stays as it is written."""
    if clause.subject is None or clause.subject[1] - clause.subject[0] > 2:
        return None
    word = scene.parsed.words[clause.subject[0]].lower.partition("'")[0]
    if clause.role == "complement" and word in _ITSELF and is_future(clause):
        teller = _teller(scene, clause)
        if teller is not None:
            return teller
    return Subject(word, _MEANT.get(word, frozenset()), None, False) if word in PRONOUNS else None


def _teller(scene: Scene, clause: Clause) -> Subject | None:
    """Who says what they themselves will do: "The ministry said it would appeal"."""
    host = scene.parsed.clauses[clause.host] if clause.host >= 0 else None
    if host is None or host.group.lemmas[-1] not in scene.reporting or host.subject is None:
        return None
    teller = scene.subject(host.subject, scene.span(host.verb))
    if teller is None or (
        teller.types.isdisjoint(_BODIES) and scene.text(clause.subject or (0, 0)).lower() == "it"
    ):
        return None
    return teller if "person" not in teller.types else None


def _existential(scene: Scene, clause: Clause) -> Subject | None:
    """The thing that "there is": the facility or named thing that the report speaks of stays out of reach, so the
    noun phrase itself is the subject."""
    existing = ("haber", "have") if scene.index.language == "es" else ("be",)
    if clause.group.lemmas[-1] not in existing or clause.complement[1] <= clause.complement[0]:
        return None
    near = scene.parsed.words[max(0, clause.verb[0] - 1) : clause.verb[0] + 1]
    spanish = scene.index.language == "es"
    if not spanish and not any(w.lower.partition("'")[0] == "there" for w in near):
        return None
    head = scene.head(clause.complement)
    thing = scene.index.things.get(head)
    return Subject(head, frozenset({thing} if thing else ()), None, False) if head else None
