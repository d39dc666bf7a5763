"""Decision: what a person ruled on a claim, on two names, or on a finding, when, and in which words.

A decision never changes what the machine read. It hangs on the report's digest and the words themselves, not on a
row or an id alone, so that it still finds its claim when a newer program reads the report again. Undoing is a further
decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from habeas.errors import UsageError
from habeas.model.claim import Claim
from habeas.model.entity import Entity
from habeas.model.finding import Finding

__all__ = [
    "Anchor",
    "ClaimAnchor",
    "Decision",
    "EntityAnchor",
    "FindingAnchor",
    "Ruling",
    "Verdict",
    "in_force",
    "on_claim",
    "on_entities",
    "on_finding",
    "on_person",
]


class Verdict(StrEnum):
    """What is ruled: four verdicts on a claim, three on two names, three on a finding, two on a person's name."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    UNSURE = "unsure"
    SAME = "same"
    DIFFERENT = "different"
    MERGE = "merge"
    SPLIT = "split"
    SETTLE = "settle"
    CLEARED = "cleared"
    PROTECTED = "protected"


@dataclass(frozen=True, slots=True)
class ClaimAnchor:
    """Where a claim stands: the report's SHA-256, the span, the kind; and its words, property and id as read then."""

    report: str
    start: int
    end: int
    kind: str
    quote: str
    property: str
    claim: str


@dataclass(frozen=True, slots=True)
class EntityAnchor:
    """Two names of things of one type; `other` is empty where the ruling is on one person alone."""

    type: str
    name: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class FindingAnchor:
    """A finding by its id and question, and the second finding (merge) or the claims (split) that are meant."""

    finding: str
    question: str
    other: str = ""
    claims: tuple[str, ...] = ()


Anchor = ClaimAnchor | EntityAnchor | FindingAnchor
_ON = {
    ClaimAnchor: {Verdict.CONFIRMED, Verdict.REJECTED, Verdict.CORRECTED, Verdict.UNSURE},
    EntityAnchor: {Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.CLEARED, Verdict.PROTECTED},
    FindingAnchor: {Verdict.MERGE, Verdict.SPLIT, Verdict.SETTLE},
}
_NEEDS_VALUE = {Verdict.CORRECTED, Verdict.SETTLE}


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict that has not been recorded yet. `value` is the right value (corrected) or the settled answer.

    Raises UsageError for a verdict that cannot be given on such a thing, or that lacks its value.
    """

    anchor: Anchor
    verdict: Verdict
    note: str = ""
    value: str | None = None

    def __post_init__(self) -> None:
        if self.verdict not in _ON[type(self.anchor)]:
            allowed = ", ".join(sorted(_ON[type(self.anchor)]))
            raise UsageError(f"{self.verdict.value} cannot be ruled here; choose one of {allowed}")
        if self.verdict in _NEEDS_VALUE and not self.value:
            raise UsageError(f"{self.verdict.value} needs the value that is right")


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded ruling: its number, when (UTC, ISO 8601), by whom; `undoes` is the decision it takes back.

    A decision that undoes another repeats its anchor and verdict.
    """

    id: int
    at: str
    by: str
    ruling: Ruling
    undoes: int | None = None


def on_claim(claim: Claim, verdict: Verdict, note: str = "", value: str | None = None) -> Ruling:
    """A ruling on one claim."""
    words = (
        claim.report,
        claim.span.start,
        claim.span.end,
        claim.kind.value,
        claim.quote,
        claim.property,
        claim.id,
    )
    return Ruling(ClaimAnchor(*words), verdict, note, value)


def on_entities(one: Entity, other: Entity | str, verdict: Verdict, note: str = "") -> Ruling:
    """A ruling on whether two entities, or an entity and one of its own names, are the same."""
    second = other if isinstance(other, str) else other.name
    return Ruling(EntityAnchor(one.type.value, one.name, second), verdict, note)


def on_person(person: Entity, verdict: Verdict, note: str = "") -> Ruling:
    """A ruling on whether a person's name may be published: `cleared`, or `protected` though of public office."""
    return Ruling(EntityAnchor(person.type.value, person.name), verdict, note)


def on_finding(
    finding: Finding,
    verdict: Verdict,
    note: str = "",
    value: str | None = None,
    other: Finding | None = None,
    claims: tuple[str, ...] = (),
) -> Ruling:
    """A ruling on a finding: settle it on `value`, merge `other` into it, or split `claims` off it."""
    if verdict is Verdict.MERGE and other is None:
        raise UsageError("merge needs the finding that is merged into this one")
    if verdict is Verdict.SPLIT and not claims:
        raise UsageError("split needs the claims that are to stand apart")
    second = other.id if other else ""
    return Ruling(FindingAnchor(finding.id, finding.question, second, claims), verdict, note, value)


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, oldest first: none that was undone, and no undoing itself.

    An undoing that is undone in turn lets the first decision hold again.
    """
    void: set[int] = set()
    held = []
    for decision in sorted(decisions, key=lambda one: one.id, reverse=True):
        if decision.id in void:
            continue
        if decision.undoes is None:
            held.append(decision)
        else:
            void.add(decision.undoes)
    return tuple(reversed(held))
