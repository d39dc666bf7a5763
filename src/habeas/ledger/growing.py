"""Growing: later reports taken into a ledger, and the assembly of all its reports made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from habeas.flow import Watch, assemble, understand_all
from habeas.ledger.ledger import Ledger
from habeas.ledger.shapes import Added, Original
from habeas.model.claim import Claims
from habeas.model.dossier import Dossier, Failure, Understood
from habeas.model.marks import Marks
from habeas.model.report import Report
from habeas.packs import DEFAULT, load_pack
from habeas.read import Limits, read
from habeas.read.containers import records
from habeas.read.inputs import inputs

__all__ = ["Grown", "grow", "originals"]


@dataclass(frozen=True, slots=True)
class Grown:
    """What was added; how many of the reports given were known by their bytes; which could not be read."""

    added: Added
    known: int
    failures: tuple[Failure, ...]


def grow(
    ledger: Ledger,
    paths: Sequence[Path],
    by: str,
    pack_name: str | None = None,
    published: date | None = None,
    watch: Watch | None = None,
    limits: Limits | None = None,
) -> Grown:
    """Add the reports in `paths` to `ledger`; a report that it holds (by its bytes) is passed over.

    All reports are understood again by this program, so that a newer one leaves a new reading beside the old; the former
    reading of a report that it fails on stands. A report whose name is taken gets a number behind it. Raises LedgerError,
    PackError.
    """
    tell = watch or _silent
    before = ledger.dossier()
    found, failures = read(paths, published, limits)
    tell("read", len(found), len(found))
    held = before.reports if before else ()
    fresh = _fresh(held, found)
    name = pack_name or (before.pack if before else DEFAULT)
    results = understand_all((*held, *fresh), name, tell, limits)
    names = {report.doc for report in held}
    broken = tuple(r for r in results if isinstance(r, Failure))
    stands = _as_before(before, {failure.doc for failure in broken} & names)
    understood = (*(r for r in results if isinstance(r, Understood)), *stands)
    new = (*failures, *(failure for failure in broken if failure.doc not in names))
    failed, tracing = _failures(before, new), (limits or Limits()).tracing_bytes
    dossier = assemble(understood, failed, load_pack(name), tell, tracing=tracing)
    added = ledger.add_dossier(dossier, by, lambda: originals(paths, limits))
    return Grown(added, len(found) - len(fresh), (*failures, *broken))


def _as_before(before: Dossier | None, docs: set[str]) -> Iterator[Understood]:
    """These reports as the ledger holds them, without marks: what was claimed in them stays in the record."""
    for report in before.reports if before and docs else ():
        if before and report.doc in docs:
            claims = tuple(claim for claim in before.claims if claim.doc == report.doc)
            left = tuple(one for one in before.unclaimed if one.doc == report.doc)
            yield Understood(report, Marks(report.doc, report.language), Claims(report.doc, claims, left))


def _fresh(held: Sequence[Report], found: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of `found` whose bytes are new, each under a name of its own."""
    known = {report.sha256 for report in held}
    names = {report.doc for report in held}
    fresh = []
    for report in found:
        if report.sha256 in known:
            continue
        name, number = report.doc, 2
        while name in names:
            name, number = f"{report.doc} ({number})", number + 1
        known.add(report.sha256)
        names.add(name)
        fresh.append(replace(report, doc=name))
    return tuple(fresh)


def _failures(before: Dossier | None, new: Sequence[Failure]) -> tuple[Failure, ...]:
    old = before.failures if before else ()
    return tuple(dict.fromkeys((*old, *new)))


def originals(paths: Sequence[Path], limits: Limits | None = None) -> Iterator[Original]:
    """The bytes of every report in `paths`, one after the other, as `habeas.read` names them by digest."""
    bounds = limits or Limits()
    for item in inputs(paths, bounds)[0]:
        for record in records(item, bounds):
            if not isinstance(record, Failure):
                content = record.data if record.stored is None else record.stored
                yield Original(hashlib.sha256(content).hexdigest(), content)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
