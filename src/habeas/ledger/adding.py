"""Adding a dossier: its reports, a new reading of each report that reads differently now, its claims and its build."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import Connection, func, insert, select

import habeas
from habeas.errors import LedgerError
from habeas.ledger import auditing, words
from habeas.ledger.building import insert_build, latest_build, make_build
from habeas.ledger.bulk import load
from habeas.ledger.claim_rows import claim_row
from habeas.ledger.sealing import canonical, seal, seal_of_all
from habeas.ledger.shapes import Added, Original, Originals
from habeas.ledger.tables import CLAIM_INDEXES, claims, originals, readings, reports
from habeas.model.claim import Claim, Unclaimed
from habeas.model.dossier import Dossier
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.publish.codec import unclaimed_json
from habeas.publish.values import plain

__all__ = ["add_dossier", "original_seal"]

T = TypeVar("T")
Row = tuple[object, ...]
_MANY = 1000


@dataclass(frozen=True, slots=True)
class _Reading:
    """One report as read in this dossier; the claims' rows carry no numbers yet where it is not new."""

    report: Report
    number: int
    seal: str
    head: Row
    rows: tuple[Row, ...]
    is_new: bool


def add_dossier(connection: Connection, where: str, dossier: Dossier, by: str, given: Originals) -> Added:
    """Record `dossier` in one transaction; what the ledger holds already is not added twice.

    Raises LedgerError where an original's bytes are not those of its digest.
    """
    clean = _storable(dossier)
    read = _readings(connection, clean)
    build = make_build(clean, tuple((r.number, r.seal) for r in read))
    last = latest_build(connection)
    known = set(connection.scalars(select(reports.c.sha256)))
    fresh = _fresh_reports(clean.reports, known)
    new = [r for r in read if r.is_new]
    is_same = last is not None and last.seal == build.seal
    number = (last.id if last else 0) + (not is_same)
    entry = auditing.head(connection)
    seq = entry.seq + 1 if entry else 1
    load(connection, reports, ((*row, seq) for row in fresh))
    brought = _keep_originals(connection, where, given, known | {row[0] for row in fresh}, seq)
    if is_same and not brought:
        return Added(0, 0, 0, number, None)
    _load_readings(connection, new, seq)
    if not is_same:
        insert_build(connection, build, number, seq)
    seals = [*(seal(*row) for row in fresh), *(original_seal(sha) for sha in brought), *(r.seal for r in new)]
    digest = seal_of_all(seals if is_same else [*seals, build.seal])
    counts = {
        "build": number,
        "reports": len(fresh),
        "readings": len(new),
        "claims": sum(len(r.rows) for r in new),
    }
    auditing.append(connection, by, "add", counts, digest)
    if counts["claims"] > _MANY:
        connection.exec_driver_sql("ANALYZE")  # So that the planner knows how much there is now.
    return Added(len(fresh), len(new), counts["claims"], number, seq)


def original_seal(sha: str) -> str:
    """What the audit covers of a report's bytes: that they were kept, under this digest."""
    return seal("original", sha)


def _fresh_reports(found: Sequence[Report], known: set[str]) -> list[tuple[str, str, str]]:
    rows = {r.sha256: (r.sha256, r.doc, r.media_type) for r in reversed(found) if r.sha256 not in known}
    return [rows[sha] for sha in sorted(rows)]


def _readings(connection: Connection, dossier: Dossier) -> list[_Reading]:
    """Each report's reading, numbered: that of the ledger where one has the same seal, else the next free number."""
    stored: dict[tuple[str, str], int] = {}
    versions: dict[str, int] = defaultdict(int)
    for number, sha, sealed in connection.execute(select(readings.c.id, readings.c.sha256, readings.c.seal)):
        stored[sha, sealed] = number
        versions[sha] += 1
    free = _next(connection, readings.c.id)
    free_row = _next(connection, claims.c.row)
    by_doc, left_by_doc = _by_doc(dossier.claims), _by_doc(dossier.unclaimed)
    pack = f"{dossier.pack} {dossier.pack_version}"
    made = []
    for report in dossier.reports:
        own = by_doc[report.doc]
        rows = tuple(claim_row(claim, free_row + n, free) for n, claim in enumerate(own))
        head = _head(report, pack, left_by_doc[report.doc], len(rows))
        sealed = seal(*head, seal_of_all(str(row[-1]) for row in rows))
        number = stored.get((report.sha256, sealed))
        if number is not None:
            made.append(_Reading(report, number, sealed, (), (), False))
            continue
        versions[report.sha256] += 1
        stored[report.sha256, sealed] = free
        full = (free, report.sha256, versions[report.sha256], *head[:-1], sealed)
        made.append(_Reading(report, free, sealed, (*full, head[-1]), rows, True))
        free, free_row = free + 1, free_row + len(rows)
    return made


def _by_doc(items: Iterable[Claim] | Iterable[Unclaimed]) -> defaultdict[str, list]:  # type: ignore[type-arg]
    found: defaultdict[str, list] = defaultdict(list)  # type: ignore[type-arg]
    for item in items:
        found[item.doc].append(item)
    return found


def _head(report: Report, pack: str, left: Sequence[Unclaimed], count: int) -> Row:
    """What a reading's row says besides its number: columns `doc` to `unclaimed`, and last the text."""
    facts = (report.headline, report.outlet, report.published)
    meta = {name: value for name, value in plain(report).items() if name != "text"}
    return (
        report.doc,
        habeas.__version__,
        pack,
        report.language,
        *(fact.value if fact else None for fact in facts),
        count,
        canonical(meta),
        canonical([unclaimed_json(one) for one in left]),
        report.text,
    )


def _load_readings(connection: Connection, new: Sequence[_Reading], seq: int) -> None:
    """The new readings and their claims; indexes of claims are made after a load that outweighs what is there."""
    if not new:
        return
    ids, rows = _next(connection, readings.c.id), _next(connection, claims.c.row)
    load(connection, readings, (_with_seq(r, seq) for r in new))
    words.index_readings(connection, ids - 1)
    heavy = sum(len(r.rows) for r in new) > max(rows, _MANY)
    if heavy:
        for index in CLAIM_INDEXES:
            index.drop(connection)
        words.drop_claim_words(connection)
    load(connection, claims, (row for r in new for row in r.rows))
    if heavy:
        for index in CLAIM_INDEXES:
            index.create(connection)
    words.index_claims(connection, rows - 1, heavy)


def _with_seq(reading: _Reading, seq: int) -> Row:
    return (*reading.head[:-1], seq, reading.head[-1])


def _next(connection: Connection, column: object) -> int:
    return int(connection.scalar(select(func.coalesce(func.max(column), 0)))) + 1  # type: ignore[arg-type]


def _keep_originals(
    connection: Connection, where: str, given: Originals, known: set[str], seq: int
) -> list[str]:
    """Store the bytes of reports that have none yet, one after the other; the digests of these, sorted."""
    kept = set(connection.scalars(select(originals.c.sha256)))
    brought = []
    for one in _stream(given):
        if one.sha256 not in known or one.sha256 in kept:
            continue
        if hashlib.sha256(one.content).hexdigest() != one.sha256:
            raise LedgerError(
                where, f"the bytes given for report {one.sha256[:12]} have another digest; none was kept"
            )
        row = {"sha256": one.sha256, "size": len(one.content), "seq": seq, "content": one.content}
        connection.execute(insert(originals), row)
        kept.add(one.sha256)
        brought.append(one.sha256)
    return sorted(brought)


def _stream(given: Originals) -> Iterator[Original]:
    return iter(given() if callable(given) else given)


def _storable(dossier: Dossier) -> Dossier:
    """PostgreSQL holds no NUL in text: where a report has one, it is shown by its picture, one sign for one."""
    if not any("\0" in report.text for report in dossier.reports):
        return dossier
    return _shown(replace(dossier, marks=(), raw=()))


def _shown(value: T) -> T:
    made: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        made = value.replace("\0", "\u2400")
    elif isinstance(value, tuple) and not isinstance(value, Span):
        made = tuple(_shown(part) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{field.name: _shown(getattr(value, field.name)) for field in fields(value)})
    return made  # type: ignore[no-any-return]
