"""Reread: what a second reader was asked, and what became of everything that it returned."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Counted", "Reread"]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many times something happened, by its reason."""

    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class Reread:
    """One run of a second reader over reports.

    `reader` names it ("openai:small-model"), `address` is where the words of the reports were sent, `prompt` the
    SHA-256 of what it was asked. `texts` counts what was sent (a long report is several), `unanswered` those that got
    no answer, `unusable` the answers that were no list of claims. `proposed` is `kept` and all `dropped` together.
    `counted` says whether its claims take part in findings, checks and the record.
    """

    reader: str
    address: str
    prompt: str
    reports: int
    texts: int
    proposed: int
    kept: int
    dropped: tuple[Counted, ...] = ()
    unusable: tuple[Counted, ...] = ()
    unanswered: tuple[Counted, ...] = ()
    counted: bool = False
