"""The stage in one function: the claims of one report."""

from __future__ import annotations

from habeas.model.claim import Claims
from habeas.model.marks import Marks
from habeas.model.pack import Pack
from habeas.model.report import Report

__all__ = ["claim"]


def claim(report: Report, marks: Marks, pack: Pack) -> Claims:
    """All claims of one report, in text order."""
    return Claims(doc=report.doc, claims=(), unclaimed=())
