"""Dossier: everything that one build made of a folder of reports."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.claim import Claim, Claims, Unclaimed
from habeas.model.entity import Entity
from habeas.model.finding import Check, Finding
from habeas.model.lineage import Lineage
from habeas.model.marks import Marks
from habeas.model.record import Record
from habeas.model.report import Report
from habeas.model.reread import Reread
from habeas.model.tables import Printer, Rows, summary

__all__ = ["Dossier", "Failure", "Understood"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: which, and why, in one line."""

    doc: str
    reason: str


@dataclass(frozen=True, slots=True)
class Understood:
    """One report with its marks and claims: all that can be known of it without the others."""

    report: Report
    marks: Marks
    claims: Claims


@dataclass(frozen=True, slots=True)
class Dossier:
    """The output of every stage, in flow order. `reports`, `marks` and `raw` are parallel, in input order. Reports,
    claims, entities, findings and checks are `Rows`: tuples that a notebook shows as tables.

    `raw` holds each report's claims as the report alone gives them, before things got their common names; with the
    marks they are what a later report can be added to. `pack_digest` tells packs of one version apart. `reread` is the
    account of a second reader, where one was asked; the claims it proposed stand between the others and say so.
    `protected` says that private people stand in it under pseudonyms.
    """

    pack: str
    pack_version: str
    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]
    marks: tuple[Marks, ...]
    claims: tuple[Claim, ...]
    unclaimed: tuple[Unclaimed, ...]
    lineage: Lineage
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    record: Record
    raw: tuple[Claims, ...] = ()
    pack_digest: str = ""

    def __post_init__(self) -> None:
        for name in ("reports", "claims", "entities", "findings", "checks"):
            object.__setattr__(self, name, Rows(getattr(self, name)))

    def _counts(self) -> dict[str, int]:
        held = {"reports": self.reports, "origins": self.lineage.origins, "claims": self.claims}
        held |= {"findings": self.findings, "checks": self.checks, "entities": self.entities}
        held |= {"not understood": self.unclaimed, "failures": self.failures}
        return {name: len(rows) for name, rows in held.items()}

    def _repr_html_(self) -> str:
        """What a notebook shows: how much there is of everything, and how the findings stand."""
        return summary(self._counts(), self.findings)

    def _repr_pretty_(self, printer: Printer, _cycle: bool) -> None:
        """The text beside it, in few words: the whole content would fill pages."""
        printer.text(", ".join(f"{number:,} {name}" for name, number in self._counts().items()))

    reread: Reread | None = None
    protected: bool = False
