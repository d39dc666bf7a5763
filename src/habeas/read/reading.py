"""The stage in two functions: the bytes of one report to a report, and a set of inputs to all their reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from habeas.errors import ReportError
from habeas.model.dossier import Failure
from habeas.model.report import Report
from habeas.read.containers import records
from habeas.read.inputs import Input, inputs
from habeas.read.limits import Limits
from habeas.read.one import read_report
from habeas.read.stored import Record

__all__ = ["read", "read_input"]


def read(
    paths: Sequence[Path], published: date | None = None, limits: Limits | None = None
) -> tuple[tuple[Report, ...], tuple[Failure, ...]]:
    """Every report in `paths` (files and folders, nested), and every input that is none, with the reason.

    Reports come in the order of their names. `published` dates the reports that state no date. One bad file
    never stops the others.
    """
    bounds = limits or Limits()
    found, left = inputs(paths, bounds)
    reports: list[Report] = []
    failures = list(left)
    for item in found:
        for made in read_input(item, published, bounds):
            if isinstance(made, Report):
                reports.append(made)
            else:
                failures.append(made)
    return tuple(reports), tuple(sorted(failures, key=lambda failure: failure.doc))


def read_input(item: Input, published: date | None, limits: Limits) -> Iterator[Report | Failure]:
    """The reports of one file, and what of it could not be read."""
    for record in records(item, limits):
        if isinstance(record, Failure):
            yield record
            continue
        try:
            yield _stored_as(record, read_report(record.doc, record.data, published, record.known))
        except ReportError as error:
            yield Failure(record.doc, error.what)
        except Exception as error:  # noqa: BLE001 - the one border that isolates a bad report
            yield Failure(
                record.doc, f"cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
            )


def _stored_as(record: Record, report: Report) -> Report:
    """The digest is of the bytes as the container stores them."""
    if record.stored is None:
        return report
    return replace(report, sha256=hashlib.sha256(record.stored).hexdigest())
