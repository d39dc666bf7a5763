"""The whole program in one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import islice
from os import cpu_count
from pathlib import Path

from habeas.claim import claim
from habeas.mark import mark
from habeas.model.claim import Claims
from habeas.model.dossier import Dossier
from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.packs import load_pack
from habeas.read import read
from habeas.reconcile import reconcile
from habeas.record import record
from habeas.trace import trace

__all__ = ["Watch", "build", "understand"]

Watch = Callable[[str, int, int], None]
"""Told of progress: the stage's name, how many are done, of how many."""

MANY = 64
"""From this many reports on, starting worker processes costs less than they save."""


def build(
    paths: Sequence[Path],
    pack_name: str = "detention",
    published: date | None = None,
    watch: Watch | None = None,
) -> Dossier:
    """The dossier of the reports in `paths` (files and folders).

    A report that cannot be read becomes a failure and the rest is built. Raises PackError.
    """
    tell = watch or _silent
    pack = load_pack(pack_name)
    reports, failures = read(paths, published=published)
    tell("read", len(reports), len(reports))
    understood = _understand_all(reports, pack_name, tell)
    marks = tuple(seen for seen, _ in understood)
    lineage = trace(reports, marks)
    tell("trace", len(reports), len(reports))
    settled = reconcile(reports, marks, tuple(claimed for _, claimed in understood), lineage, pack)
    tell("reconcile", len(settled.findings), len(settled.findings))
    return Dossier(
        pack=pack.name,
        pack_version=pack.version,
        reports=reports,
        failures=failures,
        marks=marks,
        claims=settled.claims,
        unclaimed=tuple(left for _, claimed in understood for left in claimed.unclaimed),
        lineage=lineage,
        entities=settled.entities,
        findings=settled.findings,
        checks=settled.checks,
        record=record(settled, lineage, reports, pack),
    )


def understand(pack_name: str, report: Report) -> tuple[Marks, Claims]:
    """One report's marks and claims: the part of the flow that needs no other report."""
    pack = load_pack(pack_name)
    marks = mark(report, pack)
    return marks, claim(report, marks, pack)


def _understand_all(reports: Sequence[Report], pack_name: str, tell: Watch) -> list[tuple[Marks, Claims]]:
    work = partial(understand, pack_name)
    cores = cpu_count() or 1
    if len(reports) < MANY or cores == 1:
        return _told(map(work, reports), len(reports), tell)
    with ProcessPoolExecutor(cores) as pool:
        return _told(pool.map(work, reports, chunksize=16), len(reports), tell)


def _told(results: Iterable[tuple[Marks, Claims]], total: int, tell: Watch) -> list[tuple[Marks, Claims]]:
    done: list[tuple[Marks, Claims]] = []
    stream = iter(results)
    while batch := list(islice(stream, 50)):
        done += batch
        tell("claim", len(done), total)
    return done


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
