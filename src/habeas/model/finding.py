"""Finding: how the claims that answer one question relate. Check: whether something reported adds up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Answer", "Check", "CheckType", "Finding", "Status"]


class Status(StrEnum):
    """How the answers to one question relate."""

    AGREE = "agree"
    REFINES = "refines"
    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    SINGLE_SOURCE = "single_source"
    DIFFERENT_SCOPE = "different_scope"


@dataclass(frozen=True, slots=True)
class Answer:
    """One distinct answer, shown as `value`, with the claims that give it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One question and its answers. `reports`, `origins` and `upstream` are the documents, origin ids and
    named upstream sources that stand behind it; corroboration is counted in origins, never in reports. `settled` is
    the answer that a person decided for."""

    id: str
    question: str
    subject: str
    property: str
    status: Status
    answers: tuple[Answer, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    upstream: tuple[str, ...]
    note: str = ""
    settled: str | None = None

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        from habeas.model.tables import card

        return card(self)


class CheckType(StrEnum):
    """The kinds of check."""

    ARITHMETIC = "arithmetic"
    CONVERSION = "conversion"
    CALENDAR = "calendar"
    CHRONOLOGY = "chronology"
    SCOPE = "scope"
    ORDER_IN_FORCE = "order_in_force"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Check:
    """A statement that can be computed. `holds` is None where it cannot be told; `note` then says why."""

    id: str
    type: CheckType
    statement: str
    formula: str
    computed: int | float | str | tuple[float, ...] | None
    holds: bool | None
    claims: tuple[str, ...]
    note: str = ""
