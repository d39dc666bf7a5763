"""The audit: one entry for every change, each sealed together with the one before it.

Whoever knows the hash of the last entry can tell whether anything before it was changed, removed or put in between.
Cutting off the end can only be noticed by who noted a later hash: `habeas verify LEDGER --head HASH` looks for it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from habeas.ledger.sealing import canonical, seal
from habeas.ledger.tables import audit

__all__ = ["START", "Entry", "append", "entries", "entry_hash", "head", "now", "salt"]

START = "0" * 64
"""What the first entry has for the hash of the one before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: its number (1, 2, ...), when (UTC), by whom, the act ("add", "decide", "user", ...), what it did in
    a few words, the digest of the rows that it added, the hash before it and its own."""

    seq: int
    at: str
    by: str
    act: str
    what: str
    digest: str
    previous: str
    hash: str


def now() -> str:
    """This moment in UTC, ISO 8601 with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def entry_hash(seq: int, at: str, by: str, act: str, what: str, digest: str, previous: str) -> str:
    """The hash that chains an entry to the one before."""
    return seal(seq, at, by, act, what, digest, previous)


def head(connection: Connection) -> Entry | None:
    """The last entry, None in a new ledger."""
    row = connection.execute(select(audit).order_by(audit.c.seq.desc()).limit(1)).first()
    return Entry(*row) if row else None


def append(
    connection: Connection, by: str, act: str, what: Mapping[str, object], digest: str, at: str | None = None
) -> Entry:
    """Add the entry of a change that is made in the same transaction. `what` is plain JSON values.

    The first entry also holds a random salt, from which the ledger's pseudonyms are made.
    """
    last = head(connection)
    seq, previous = (last.seq + 1, last.hash) if last else (1, START)
    when = at or now()
    told = canonical(dict(what) if last else {**what, "salt": secrets.token_hex(32)})
    hashed = entry_hash(seq, when, by, act, told, digest, previous)
    entry = Entry(seq, when, by, act, told, digest, previous, hashed)
    connection.execute(insert(audit), {name: getattr(entry, name) for name in Entry.__slots__})
    return entry


def salt(connection: Connection) -> bytes | None:
    """The salt of the first entry, None in a new ledger."""
    told = connection.scalar(select(audit.c.what).order_by(audit.c.seq).limit(1))
    return bytes.fromhex(json.loads(told)["salt"]) if told else None


def entries(connection: Connection, limit: int | None = None) -> tuple[Entry, ...]:
    """The entries, newest first, without the salt that the first one holds."""
    query = select(audit).order_by(audit.c.seq.desc())
    rows = connection.execute(query.limit(limit) if limit else query)
    return tuple(_without_salt(Entry(*row)) for row in rows)


def _without_salt(entry: Entry) -> Entry:
    if entry.previous != START:
        return entry
    told = {name: value for name, value in json.loads(entry.what).items() if name != "salt"}
    return replace(entry, what=canonical(told))
