"""Store: one database, SQLite or PostgreSQL, opened for reading and for one writer at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError

from habeas.errors import LedgerError
from habeas.ledger.failing import translated

__all__ = ["Store", "open_store", "sqlite_path"]

_WRITER = 0x68616265
"""The advisory lock ("habe" in ASCII) that makes writers of one PostgreSQL ledger take turns."""

BUSY_SECONDS = 10
"""How long a writer waits for another before it gives up."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. `name` is what errors call it: the file, or the URL without its password."""

    name: str
    engine: Engine
    path: Path | None

    @property
    def on_sqlite(self) -> bool:
        """Whether it is a SQLite file."""
        return self.path is not None

    @property
    def url(self) -> str:
        """How another process opens the same database. It may hold a password: not for messages."""
        return str(self.path) if self.path else self.engine.url.render_as_string(hide_password=False)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view for as long as it is held. Raises LedgerError."""
        with translated(self.name), self.engine.connect() as plain:
            # A SQLite transaction sees one state by itself; PostgreSQL must be asked to.
            level = {} if self.on_sqlite else {"isolation_level": "REPEATABLE READ"}
            connection = plain.execution_options(**level)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone: all of it is kept when it ends, or none. Raises LedgerError."""
        with translated(self.name), self.engine.connect() as plain:
            connection = plain.execution_options(habeas_writes=True)
            with connection.begin():
                if not self.on_sqlite:
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
                yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def sqlite_path(url: str) -> Path | None:
    """The file that `url` means, None where it means a server.

    >>> sqlite_path("story.ledger"), sqlite_path("postgresql://localhost/story")
    (PosixPath('story.ledger'), None)
    """
    if "://" not in url:
        return Path(url)
    if url.startswith("sqlite:///"):
        return Path(url.removeprefix("sqlite:///"))
    return None


def open_store(url: str) -> Store:
    """The database at `url`: a file name, `sqlite:///FILE` or `postgresql://USER@HOST/NAME`. Nothing is read yet."""
    path = sqlite_path(url)
    if path is not None:
        return Store(str(path), _sqlite(path), path)
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise LedgerError(url, "is no kind of ledger; give a file or a postgresql:// URL") from error
    if parsed.get_backend_name() not in {"postgresql", "postgres"}:
        raise LedgerError(
            parsed.render_as_string(), "is no kind of ledger; give a file or a postgresql:// URL"
        )
    name = parsed.render_as_string(hide_password=True)
    engine = create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=10)
    return Store(name, engine, None)


def _sqlite(path: Path) -> Engine:
    if path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        read_only = f"file:{quote(str(path))}?mode=ro&immutable=1"
        address = URL.create("sqlite+pysqlite", database=read_only, query={"uri": "true"})
    else:
        address = URL.create("sqlite+pysqlite", database=str(path))
    engine = create_engine(
        address, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, pool_size=10
    )

    @event.listens_for(engine, "connect")
    def _connected(raw: DBAPIConnection, _record: object) -> None:
        raw.isolation_level = None  # Transactions are begun below, not by the driver's guess.
        cursor = raw.cursor()
        for setting in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -65536"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("habeas_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
