"""The whole program in one function."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import islice
from os import cpu_count
from pathlib import Path

from habeas.claim import claim
from habeas.collector import resting
from habeas.mark import mark
from habeas.model.dossier import Dossier, Failure, Understood
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.packs import DEFAULT, load_pack, pack_digest
from habeas.project import with_projection
from habeas.read import read
from habeas.reconcile import reconcile
from habeas.record import record
from habeas.trace import trace

__all__ = ["Watch", "assemble", "build", "input_order", "understand", "understand_all"]

Watch = Callable[[str, int, int], None]
"""Told of progress: the stage's name, how many are done, of how many."""

MANY = 64
"""From this many reports on, starting worker processes costs less than they save."""


def build(
    paths: Sequence[Path],
    pack_name: str = DEFAULT,
    published: date | None = None,
    watch: Watch | None = None,
) -> Dossier:
    """The dossier of the reports in `paths` (files and folders).

    A report that cannot be read becomes a failure and the rest is built. Raises PackError.
    """
    tell = watch or _silent
    reports, failures = read(paths, published=published)
    tell("read", len(reports), len(reports))
    results = understand_all(reports, pack_name, tell)
    understood = tuple(r for r in results if isinstance(r, Understood))
    broken = tuple(r for r in results if isinstance(r, Failure))
    return assemble(understood, (*failures, *broken), load_pack(pack_name), tell)


def assemble(
    understood: Sequence[Understood], failures: Sequence[Failure], pack: Pack, tell: Watch | None = None
) -> Dossier:
    """The dossier of reports that are already understood: the part of the flow that looks at all of them.

    Reports are taken in the order of their names, however they come, so that the dossier does not depend on it.
    """
    say = tell or _silent
    understood = sorted(understood, key=lambda u: input_order(u.report.doc))
    reports = tuple(u.report for u in understood)
    marks = tuple(u.marks for u in understood)
    lineage = trace(reports, marks)
    say("trace", len(reports), len(reports))
    settled = reconcile(reports, marks, tuple(u.claims for u in understood), lineage, pack)
    say("reconcile", len(settled.findings), len(settled.findings))
    return Dossier(
        pack=pack.name,
        pack_version=pack.version,
        reports=reports,
        failures=tuple(sorted(set(failures), key=lambda f: (f.doc, f.reason))),
        marks=marks,
        claims=settled.claims,
        unclaimed=tuple(left for u in understood for left in u.claims.unclaimed),
        lineage=lineage,
        entities=settled.entities,
        findings=settled.findings,
        checks=settled.checks,
        record=with_projection(record(settled, lineage, reports, pack), settled.claims, pack),
        raw=tuple(u.claims for u in understood),
        pack_digest=pack_digest(pack),
    )


def input_order(doc: str) -> tuple[str, int]:
    """Where a report stands among others: by the name of its file, then by its number in it.

    >>> sorted(["b.txt", "a.warc#10", "a.warc#9"], key=input_order)
    ['a.warc#9', 'a.warc#10', 'b.txt']
    """
    name, _, number = doc.rpartition("#")
    return (name, int(number)) if name and number.isascii() and number.isdigit() else (doc, 0)


def understand(pack_name: str, report: Report) -> Understood | Failure:
    """One report's marks and claims. This is the one border that isolates a report which breaks the program."""
    pack = load_pack(pack_name)
    try:
        with resting():
            marks = mark(report, pack)
            return Understood(report, marks, claim(report, marks, pack))
    except Exception as error:  # noqa: BLE001 - one report must not cost the others
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        return Failure(
            report.doc, f"could not be understood ({type(error).__name__} in {place}); please report it"
        )


def understand_all(reports: Sequence[Report], pack_name: str, tell: Watch) -> list[Understood | Failure]:
    """All reports, in worker processes where there are many; in input order."""
    load_pack(pack_name)
    work = partial(understand, pack_name)
    cores = cpu_count() or 1
    if len(reports) < MANY or cores == 1:
        return _told(map(work, reports), len(reports), tell)
    with ProcessPoolExecutor(cores) as pool:
        return _told(pool.map(work, reports, chunksize=16), len(reports), tell)


def _told(results: Iterable[Understood | Failure], total: int, tell: Watch) -> list[Understood | Failure]:
    done: list[Understood | Failure] = []
    stream = iter(results)
    while batch := list(islice(stream, 50)):
        done += batch
        tell("claim", len(done), total)
    return done


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
