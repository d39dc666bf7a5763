"""Backup and restore: one file that holds a whole ledger, of either store, and a ledger made of such a file.

A backup is itself a ledger in SQLite: it opens, verifies, and moves a ledger from one store to the other.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, func, select

from habeas.errors import LedgerError
from habeas.ledger import words
from habeas.ledger.bulk import load
from habeas.ledger.failing import translated
from habeas.ledger.migrating import check_revision, migrate
from habeas.ledger.store import Store, open_store
from habeas.ledger.tables import audit, metadata

__all__ = ["backup", "restore"]

_AT_ONCE = 500


def backup(url: str, file: Path) -> int:
    """Write the ledger at `url`, as it stands at this moment, to the new file `file`; how many audit entries it holds.

    Readers and writers are not disturbed. The file appears whole or not at all. Raises LedgerError.
    """
    source = _opened(url)
    try:
        with _appearing(file) as partial:
            if source.path is not None:
                _copy_file(source.path, partial, file)
                return _entries(partial)
            target = open_store(str(partial))
            try:
                migrate(target)
                with source.reading() as there, target.writing() as here:
                    return _copy(there, here)
            finally:
                _one_file(target)
    finally:
        source.close()


def restore(file: Path, url: str) -> int:
    """Make a ledger at `url`, where none is yet, of the backup `file`; how many audit entries it holds.

    Raises LedgerError where the file is no backup, or where `url` holds something already.
    """
    source = _opened(str(file))
    target = open_store(url)
    try:
        if target.path is not None:
            with _appearing(target.path) as partial:
                _copy_file(file, partial, target.path)
                return _entries(partial)
        if check_revision(target) and not _is_empty(target):
            raise LedgerError(target.name, "holds a ledger already; restore into an empty database")
        migrate(target)
        with source.reading() as there, target.writing() as here:
            return _copy(there, here)
    finally:
        source.close()
        target.close()


def _opened(url: str) -> Store:
    store = open_store(url)
    if store.path is not None and not store.path.is_file():
        raise LedgerError(store.name, "no ledger here")
    if not check_revision(store):
        raise LedgerError(store.name, "holds no ledger")
    return store


@contextmanager
def _appearing(file: Path) -> Iterator[Path]:
    """A file beside `file` that takes its name when all went well."""
    if file.exists():
        raise LedgerError(str(file), "is there already; name a new file")
    partial = file.with_name(f".{file.name}.partial")
    try:
        _gone(partial)
        yield partial
        with partial.open("rb") as stream:
            os.fsync(stream.fileno())
        partial.rename(file)
    except OSError as error:
        raise LedgerError(
            str(file), f"cannot be written ({error.strerror or error}); nothing was kept"
        ) from error
    finally:
        _gone(partial)


def _gone(partial: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            partial.with_name(partial.name + ending).unlink()


def _copy_file(source: Path, target: Path, file: Path) -> None:
    """Copy a ledger's file to `target`, which is to become `file`: what fails from here on fails there."""
    with translated(str(file)):
        here = sqlite3.connect(target)
        there = sqlite3.connect(source)
        try:
            there.backup(here)
            here.execute("PRAGMA journal_mode = DELETE")
        finally:
            here.close()
            there.close()


def _one_file(target: Store) -> None:
    """Close a SQLite store so that all of it is in one file."""
    with translated(target.name):
        raw = target.engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = DELETE")
        finally:
            raw.close()
    target.close()


def _entries(file: Path) -> int:
    store = open_store(str(file))
    try:
        with store.reading() as connection:
            return connection.scalar(select(func.count()).select_from(audit)) or 0
    finally:
        store.close()


def _is_empty(store: Store) -> bool:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(audit)) == 0


def _copy(there: Connection, here: Connection) -> int:
    """Every row of every table, and the search made anew; all in the transaction of `here`."""
    for table in metadata.sorted_tables:
        keys = tuple(table.primary_key.columns)
        rows = there.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*keys))
        load(here, table, (tuple(row) for row in rows))
    words.index_readings(here, 0)
    words.index_claims(here, 0, dropped=False)
    return here.scalar(select(func.count()).select_from(audit)) or 0
