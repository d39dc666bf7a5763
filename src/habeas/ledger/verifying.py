"""Verifying a ledger: the chain, every digest, every seal and every span again, from the rows alone."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table, select

from habeas.errors import LedgerError, UsageError
from habeas.ledger import auditing, tables
from habeas.ledger.adding import original_seal
from habeas.ledger.building import build_seal
from habeas.ledger.claim_rows import SEALED, row_seal
from habeas.ledger.deciding import decision_seal, expected_ruled
from habeas.ledger.sealing import seal, seal_of_all
from habeas.ledger.shapes import Problem
from habeas.ledger.store import Store
from habeas.ledger.users import user_seal

__all__ = ["problems", "verify"]

_FEW = 1000
_CHANGED = "has changed since it was written"
Digests = dict[int, list[str]]


def verify(store: Store, head: str | None = None) -> tuple[Problem, ...]:
    """All problems of the ledger, none if it is as it was written.

    `head` is a hash of the audit noted earlier: that it is still in the chain shows that the end was not cut off.
    """
    try:
        with store.reading() as connection:
            return tuple(problems(connection, head))
    except LedgerError as error:
        return (Problem(error.where, error.what),)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        return (Problem(store.name, f"holds a row that is not of the shape the program writes ({error!r})"),)


def problems(connection: Connection, head: str | None) -> Iterator[Problem]:
    """What `verify` finds, as one transaction sees the ledger."""
    yield from _file(connection)
    covered: Digests = defaultdict(list)
    _cover(covered, ((seq, seal(*row)) for *row, seq in _rows(connection, tables.reports, "sha256")))
    yield from _originals(connection, covered)
    yield from _readings(connection, covered)
    yield from _builds(connection, covered)
    for number, seq, *row in _rows(connection, tables.decisions, "id"):
        covered[seq].append(decision_seal((number, *row)))
    for seq, *row in _rows(connection, tables.users, "seq"):
        covered[seq].append(user_seal(tuple(row)))
    yield from _chain(connection, covered, head)
    try:
        yield from _ruled(connection)
    except (ValueError, TypeError, KeyError, UsageError) as error:
        yield Problem("the decisions", f"cannot be placed: a claim or decision is not of its shape ({error})")


def _rows(connection: Connection, table: Table, order: str) -> Iterator[tuple]:  # type: ignore[type-arg]
    query = select(table).order_by(table.c[order]).execution_options(yield_per=_FEW)
    for row in connection.execute(query):
        yield tuple(row)


def _cover(covered: Digests, pairs: Iterable[tuple[int, str]]) -> None:
    for seq, sealed in pairs:
        covered[seq].append(sealed)


def _file(connection: Connection) -> Iterator[Problem]:
    """What SQLite itself finds wrong with the file, its indexes and its search."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Problem("the file", " ".join(str(said).split()))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(f"{row[0]} {row[1]}", f"names a row of {row[2]} that is not there")


def _originals(connection: Connection, covered: Digests) -> Iterator[Problem]:
    table = tables.originals
    query = select(table.c.sha256, table.c.size, table.c.seq, table.c.content).order_by(table.c.sha256)
    for sha, size, seq, content in connection.execute(query.execution_options(yield_per=20)):
        covered[seq].append(original_seal(sha))
        if hashlib.sha256(content).hexdigest() != sha or len(content) != size:
            yield Problem(f"report {sha[:12]}", f"its original bytes {_CHANGED} (their SHA-256 differs)")


def _readings(connection: Connection, covered: Digests) -> Iterator[Problem]:
    """Every reading with its claims: the claims' seals, the reading's own, and each span against the text."""
    names = [column.name for column in tables.readings.columns]
    stored = connection.execute(
        select(tables.readings).order_by(tables.readings.c.id).execution_options(yield_per=100)
    )
    versions: dict[str, int] = defaultdict(int)
    for row in stored:
        cells = dict(zip(names, row, strict=True))
        where = f"reading {cells['version']} of {cells['doc']} ({cells['sha256'][:12]})"
        versions[cells["sha256"]] += 1
        if versions[cells["sha256"]] != cells["version"]:
            yield Problem(where, f"its version {_CHANGED}")
        query = (
            select(tables.claims).where(tables.claims.c.reading == cells["id"]).order_by(tables.claims.c.row)
        )
        told = [tuple(one) for one in connection.execute(query)]
        head = tuple(cells[name] for name in names[names.index("doc") : names.index("seal")])
        sealed = seal(*head, cells["text"], seal_of_all(str(one[-1]) for one in told))
        covered[cells["seq"]].append(sealed)
        if sealed != cells["seal"]:
            yield Problem(where, f"{_CHANGED}: its text, its facts or its list of claims")
        for one in told:
            yield from _claim(where, one, cells["text"])
        yield from _left(where, cells["unclaimed"], cells["text"])
    orphans = select(tables.claims.c.id).where(tables.claims.c.reading.not_in(select(tables.readings.c.id)))
    for name in connection.scalars(orphans):
        yield Problem(f"claim {name}", "belongs to no reading")


def _claim(where: str, row: tuple, text: str) -> Iterator[Problem]:  # type: ignore[type-arg]
    cells = dict(zip((c.name for c in tables.claims.columns), row, strict=True))
    name = f"claim {cells['id']} in {where}"
    if row_seal(row[SEALED]) != row[-1]:
        yield Problem(name, _CHANGED)
    if text[cells["start"] : cells["stop"]] != cells["quote"]:
        yield Problem(name, f"its words do not stand at {cells['start']}-{cells['stop']} of the text")


def _left(where: str, unclaimed: str, text: str) -> Iterator[Problem]:
    for one in json.loads(unclaimed):
        if text[one["start"] : one["end"]] != one["quote"]:
            yield Problem(
                where, f"what was left over does not stand at {one['start']}-{one['end']} of the text"
            )


def _builds(connection: Connection, covered: Digests) -> Iterator[Problem]:
    for number, *head, sealed, seq in _rows(connection, tables.builds, "id"):

        def part(table: Table, order: str, of: int = number) -> tuple[tuple[object, ...], ...]:
            asked = select(table).where(table.c.build == of).order_by(table.c[order])
            return tuple(tuple(row[1:]) for row in connection.execute(asked))

        found = build_seal(
            tuple(head),
            part(tables.build_readings, "place"),
            part(tables.findings, "place"),
            part(tables.finding_claims, "claim"),
            part(tables.entities, "place"),
        )
        covered[seq].append(found)
        if found != sealed:
            yield Problem(f"build {number}", f"{_CHANGED}: its lineage, findings, entities, checks or record")


def _chain(connection: Connection, covered: Digests, head: str | None) -> Iterator[Problem]:
    previous, last = auditing.START, 0
    hashes = set()
    for row in _rows(connection, tables.audit, "seq"):
        entry = auditing.Entry(*row)
        where = f"audit entry {entry.seq}"
        if entry.seq != last + 1:
            yield Problem(where, f"entries {last + 1} to {entry.seq - 1} before it are missing")
        values = (entry.seq, entry.at, entry.by, entry.act, entry.what, entry.digest, entry.previous)
        if entry.previous != previous or auditing.entry_hash(*values) != entry.hash:
            yield Problem(where, f"{_CHANGED}, or the entry before it")
        if entry.seq not in covered:
            yield Problem(where, f"what it added ({entry.act}: {entry.what}) is missing")
        elif _digest(entry.act, covered.pop(entry.seq)) != entry.digest:
            yield Problem(where, f"what it added ({entry.act}: {entry.what}) is not what stands here now")
        previous, last = entry.hash, entry.seq
        hashes.add(entry.hash)
    for seq in sorted(covered):
        yield Problem(f"audit entry {seq}", "is missing, and rows that it should cover are here")
    if head is not None and not any(one.startswith(head) for one in hashes):
        yield Problem(
            "the audit", f"does not hold the hash {head[:12]}: entries at its end were cut off or replaced"
        )


def _digest(act: str, seals: list[str]) -> str:
    return seals[0] if act == "user" and len(seals) == 1 else seal_of_all(seals)


def _ruled(connection: Connection) -> Iterator[Problem]:
    rows = connection.execute(select(tables.ruled.c.claim, tables.ruled.c.verdict, tables.ruled.c.decision))
    held = {claim: (verdict, decision) for claim, verdict, decision in rows}
    wanted = expected_ruled(connection)
    for claim in sorted(held.keys() | wanted.keys()):
        if held.get(claim) != wanted.get(claim):
            yield Problem(f"claim {claim}", "the verdict shown for it is not that of the decisions")
