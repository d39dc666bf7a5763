"""Changes: the ways in which a later state of a story differs from an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["MEANING", "Change", "ChangeKind", "Subject"]


class ChangeKind(StrEnum):
    """What happened to a report, a finding or a claim, in the order a reader must see it."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    CONTESTED = "contested"
    OVERTAKEN = "overtaken"
    CONFIRMED = "confirmed"
    REPEATED = "repeated"
    NEW = "new"


MEANING = {
    ChangeKind.WITHDRAWN: "said before, and no longer: its report or its words are gone",
    ChangeKind.CORRECTED: "the same report now says something else",
    ChangeKind.CONTESTED: "a later account excludes an earlier one",
    ChangeKind.OVERTAKEN: "later events or counts have taken its place",
    ChangeKind.CONFIRMED: "a further independent origin stands behind it",
    ChangeKind.REPEATED: "told again, by no new origin: not corroboration",
    ChangeKind.NEW: "not in the earlier dossier",
}


class Subject(StrEnum):
    """What a change is about."""

    REPORT = "report"
    FINDING = "finding"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` and `after` are the answers (or values) then and now, `origins_*` how many independent
    origins stood behind them; `reports` the reports that brought the change, `claims` the ids it rests on."""

    kind: ChangeKind
    about: Subject
    id: str
    title: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    origins_before: int = 0
    origins_after: int = 0
    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    note: str = ""
