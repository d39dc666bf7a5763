"""The stage in two functions: the bytes of one report to a report, and a set of inputs to all their reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from habeas.errors import ReportError
from habeas.model.dossier import Failure
from habeas.model.report import Report
from habeas.read.containers import records
from habeas.read.inputs import Input, inputs
from habeas.read.limits import MEGABYTE, Limits
from habeas.read.one import read_report
from habeas.read.stored import Record
from habeas.workers import Bounds, Lost, each

__all__ = ["read", "read_all", "read_input"]

_LARGE = 10 * MEGABYTE


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
    for _, made in read_all(found, published, bounds):
        if isinstance(made, Report):
            reports.append(made)
        else:
            failures.append(made)
    return tuple(reports), tuple(sorted(failures, key=lambda failure: failure.doc))


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to read, from the record with this number (counted from 0) on."""

    item: Input
    published: date | None
    limits: Limits
    first: int = 0


@dataclass(frozen=True, slots=True)
class _Begun:
    """The worker's word that it has taken a record in hand."""

    number: int
    doc: str


def read_all(
    items: Sequence[Input], published: date | None, limits: Limits
) -> Iterator[tuple[Input, Report | Failure]]:
    """The reports of many files, each with its file. They are read by a worker that can be killed: a report that hangs
    it or eats its memory is a Failure, and the reading goes on behind it."""
    tasks = [_Task(item, published, limits) for item in items]
    while tasks:
        at, begun, lost = 0, None, None
        for number, made in each(_read_task, tasks, _bounds):
            at, begun = number, begun if number == at else None
            if isinstance(made, _Begun):
                begun = made
            elif isinstance(made, Lost):
                lost = made
                break
            elif made is not None:
                yield tasks[number].item, made
        if lost is None:
            return
        item = tasks[at].item
        yield item, Failure(begun.doc if begun else item.doc, lost.reason)
        tasks = [*([replace(tasks[at], first=begun.number + 1)] if begun else []), *tasks[at + 1 :]]


def _bounds(task: _Task) -> Bounds:
    """For one record: how large it is is not known before, but no larger than the file where it is no container."""
    with suppress(OSError):
        return task.limits.bounds(min(task.item.path.stat().st_size, _LARGE))
    return task.limits.bounds(0)


def _read_task(task: _Task) -> Iterator[_Begun | Report | Failure]:
    for number, record in enumerate(records(task.item, task.limits)):
        if number < task.first:
            continue
        if isinstance(record, Failure):
            yield record
        else:
            yield _Begun(number, record.doc)
            yield _read(record, task.published)


def read_input(item: Input, published: date | None, limits: Limits) -> Iterator[Report | Failure]:
    """The reports of one file, and what of it could not be read, in this process."""
    for record in records(item, limits):
        yield record if isinstance(record, Failure) else _read(record, published)


def _read(record: Record, published: date | None) -> Report | Failure:
    try:
        return _stored_as(record, read_report(record.doc, record.data, published, record.known))
    except ReportError as error:
        return Failure(record.doc, error.what)
    except MemoryError:
        raise  # The worker says what the limit is.
    except Exception as error:  # noqa: BLE001 - the one border that isolates a bad report
        told = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Failure(record.doc, f"cannot be read: {told}")


def _stored_as(record: Record, report: Report) -> Report:
    """The digest is of the bytes as the container stores them."""
    if record.stored is None:
        return report
    return replace(report, sha256=hashlib.sha256(record.stored).hexdigest())
