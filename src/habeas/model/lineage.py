"""Lineage: which reports derive from which, and the origins that are left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.span import Span

__all__ = ["Evidence", "Lineage", "Origin", "Pair", "Relation"]


class Relation(StrEnum):
    """How two reports relate."""

    COPY = "copy"
    REWRITE = "rewrite_of_same_original"
    INDEPENDENT = "same_event_independent"
    DIFFERENT = "different_event"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One ground for a relation: its type ("shared_passage", "fact_sequence", "credit", ...), a plain sentence,
    a measure, and the passages in both reports where there are any."""

    type: str
    note: str
    measure: float | None = None
    a: Span | None = None
    b: Span | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports (`a` before `b` in input order) and their relation."""

    a: str
    b: str
    relation: Relation
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that count once. `docs` in input order; `credit` an outside source they name, if any."""

    id: str
    docs: tuple[str, ...]
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """All pairs and the origins; every report is in exactly one origin."""

    pairs: tuple[Pair, ...]
    origins: tuple[Origin, ...]

    def origin_of(self, doc: str) -> str:
        """The id of the origin that holds `doc`."""
        return next(o.id for o in self.origins if doc in o.docs)
