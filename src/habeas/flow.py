"""The whole program in one function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.claim.identity import told_apart
from habeas.collector import resting
from habeas.model.claim import Claims
from habeas.model.dossier import Dossier, Failure, Understood
from habeas.model.marks import Marks
from habeas.model.pack import Pack
from habeas.model.report import Report
from habeas.model.reread import Reread
from habeas.packs import DEFAULT, load_pack, pack_digest
from habeas.project import with_projection
from habeas.read import Limits, read
from habeas.reconcile import reconcile
from habeas.record import record
from habeas.second_reader.apart import pointed_out, put_back, without_reader
from habeas.trace import MEMORY, trace
from habeas.understanding import understand
from habeas.workers import Bounds, Lost, each

if TYPE_CHECKING:
    # Imported when one is asked for: without it the program loads nothing that can open a connection.
    from habeas.second_reader.rereading import SecondReader

__all__ = ["Watch", "assemble", "build", "input_order", "understand", "understand_all"]

Watch = Callable[[str, int, int], None]
"""Told of progress: the stage's name, how many are done, of how many."""

MANY = 64
"""From this many reports on, starting more than one worker process costs less than they save."""

_TOLD = 50


def build(
    paths: Sequence[Path],
    pack_name: str = DEFAULT,
    published: date | None = None,
    watch: Watch | None = None,
    second: SecondReader | None = None,
    limits: Limits | None = None,
) -> Dossier:
    """The dossier of the reports in `paths` (files and folders).

    A report that cannot be read becomes a failure and the rest is built. `second` reads each report again; without it
    no connection is opened. Raises PackError.
    """
    tell = watch or _silent
    reports, failures = read(paths, published, limits)
    tell("read", len(reports), len(reports))
    results = understand_all(reports, pack_name, tell, limits)
    understood = tuple(r for r in results if isinstance(r, Understood))
    broken = tuple(r for r in results if isinstance(r, Failure))
    pack = load_pack(pack_name)
    reread = None
    if second is not None:
        understood, reread = second.reread(understood, pack, tell)
    tracing = (limits or Limits()).tracing_bytes
    return assemble(understood, (*failures, *broken), pack, tell, reread, tracing)


def assemble(
    understood: Sequence[Understood],
    failures: Sequence[Failure],
    pack: Pack,
    tell: Watch | None = None,
    reread: Reread | None = None,
    tracing: int = MEMORY,
) -> Dossier:
    """The dossier of reports that are already understood: the part of the flow that looks at all of them.

    Reports are taken in the order of their names, however they come, so that the dossier does not depend on it.
    What a second reader proposed takes part in nothing but the list of claims, unless its account says so. `tracing`
    bounds the bytes that tracing holds.
    """
    say = tell or _silent
    understood = sorted(understood, key=lambda u: input_order(u.report.doc))
    reports = tuple(u.report for u in understood)
    marks = tuple(u.marks for u in understood)
    lineage = trace(reports, marks, tracing)
    say("trace", len(reports), len(reports))
    read_in_all = told_apart([u.claims for u in understood])
    counted = reread is not None and reread.counted
    told = read_in_all if counted else tuple(map(without_reader, read_in_all))
    with resting():
        settled = reconcile(reports, marks, told, lineage, pack)
        recorded = record(settled, lineage, reports, pack)
    claims = settled.claims if counted else put_back(settled.claims, read_in_all)
    findings, checks = pointed_out(settled.findings, settled.checks, claims)
    say("reconcile", len(findings), len(findings))
    return Dossier(
        pack=pack.name,
        pack_version=pack.version,
        reports=reports,
        failures=tuple(sorted(set(failures), key=lambda f: (f.doc, f.reason))),
        marks=marks,
        claims=claims,
        unclaimed=tuple(left for u in understood for left in u.claims.unclaimed),
        lineage=lineage,
        entities=settled.entities,
        findings=findings,
        checks=checks,
        record=with_projection(recorded, settled.claims, pack),
        raw=read_in_all,
        pack_digest=pack_digest(pack),
        reread=reread,
    )


def input_order(doc: str) -> tuple[str, int]:
    """Where a report stands among others: by the name of its file, then by its number in it.

    >>> sorted(["b.txt", "a.warc#10", "a.warc#9"], key=input_order)
    ['a.warc#9', 'a.warc#10', 'b.txt']
    """
    name, _, number = doc.rpartition("#")
    return (name, int(number)) if name and number.isascii() and number.isdigit() else (doc, 0)


def understand_all(
    reports: Sequence[Report], pack_name: str, tell: Watch, limits: Limits | None = None
) -> list[Understood | Failure]:
    """All reports, in input order, by a worker process, or by many where there are many reports.

    A report that takes a worker longer or more memory than `limits` allow is a Failure.
    """
    load_pack(pack_name)
    count = 1 if len(reports) < MANY else cpu_count() or 1
    results: list[Understood | Failure | None] = [None] * len(reports)
    bounds, done = limits or Limits(), 0
    for number, made in each(partial(_understood, pack_name), reports, partial(_bounds, bounds), count):
        if isinstance(made, Failure):
            results[number] = made
            continue
        if isinstance(made, tuple):
            results[number] = Understood(reports[number], *made)
            continue
        done += 1
        if isinstance(made, Lost):
            results[number] = Failure(reports[number].doc, made.reason)
        if done % _TOLD == 0 or done == len(reports):
            tell("claim", done, len(reports))
    return [one for one in results if one is not None]


def _bounds(limits: Limits, report: Report) -> Bounds:
    return limits.bounds(len(report.text))


def _understood(pack_name: str, report: Report) -> tuple[tuple[Marks, Claims] | Failure]:
    """What a worker sends back of a report: that which it was not given."""
    made = understand(pack_name, report)
    return (made,) if isinstance(made, Failure) else ((made.marks, made.claims),)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
