"""Questions: claims that answer the same thing, before it is said how they relate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.model.claim import Claim
from habeas.model.finding import Answer, Status
from habeas.model.wording import amount

__all__ = ["Question", "answers", "by_amount"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, the claims that answer it, and how they relate. A `loose` one is made of words in common alone."""

    text: str
    subject: str
    property: str
    status: Status
    claims: tuple[Claim, ...]
    answers: tuple[Answer, ...]
    note: str = ""
    loose: bool = False


def answers(groups: Iterable[tuple[str, Sequence[Claim]]]) -> tuple[Answer, ...]:
    """Distinct answers in the order given, each with its claims."""
    found: dict[str, list[str]] = {}
    for value, claims in groups:
        found.setdefault(value, []).extend(c.id for c in claims)
    return tuple(Answer(value, tuple(dict.fromkeys(ids))) for value, ids in found.items())


def by_amount(claims: Iterable[Claim]) -> tuple[Answer, ...]:
    """The answers of claims of numbers: one for each amount, with its bound and unit."""
    return answers((amount(c.value, c.unit, c.value_max, c.comparator), (c,)) for c in claims)
