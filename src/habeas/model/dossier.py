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
    """The output of every stage, in flow order. `reports`, `marks` and `raw` are parallel, in input order.

    `raw` holds each report's claims as the report alone gives them, before things got their common names; with the
    marks they are what a later report can be added to. `pack_digest` tells packs of one version apart. `reread` is the
    account of a second reader, where one was asked; the claims it proposed stand between the others and say so.
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
    reread: Reread | None = None
