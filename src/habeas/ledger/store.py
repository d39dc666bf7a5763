"""Store: one database, SQLite or PostgreSQL, opened for reading and for one writer at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, CursorResult, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError

from habeas.errors import LedgerError
from habeas.ledger.failing import translated

__all__ = ["Store", "open_store", "sqlite_path"]

_WRITER = 0x68616265
"""The advisory lock ("habe" in ASCII) that makes writers of one PostgreSQL ledger take turns."""

BUSY_SECONDS = 10
"""How long a writer waits for another before it gives up."""

_KEPT_OPEN = 20
"""Connections that are kept once they are there: a few more than a desk works at, as opening one takes many times as
long as a question."""


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
        first = "BEGIN" if self.on_sqlite else "BEGIN ISOLATION LEVEL REPEATABLE READ"
        with translated(self.name), self._connected(first) as (connection, _):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone: all of it is kept when it ends, or none. Raises LedgerError."""
        first = "BEGIN IMMEDIATE" if self.on_sqlite else "BEGIN ISOLATION LEVEL READ COMMITTED"
        with translated(self.name), self._connected(first) as (connection, _):
            if not self.on_sqlite:
                timeout = f"set_config('lock_timeout', '{BUSY_SECONDS}s', true)"
                connection.exec_driver_sql(f"SELECT {timeout}, pg_advisory_xact_lock({_WRITER})")
            yield connection

    def glance(self, command: str) -> tuple[Any, ...]:
        """The one row that `command` finds, by itself: one trip to a server instead of three. Raises LedgerError."""
        with translated(self.name), self._connected(command) as (_, told):
            return tuple(told.one())

    @contextmanager
    def _connected(self, first: str) -> Iterator[tuple[Connection, CursorResult[Any]]]:
        """A connection on which `first` was done; what was begun by it is kept at the end, unless something fails.

        A connection that the server closed while it lay idle is replaced by a new one.
        """
        with ExitStack() as held:
            try:
                connection = held.enter_context(self.engine.connect())
                told = connection.exec_driver_sql(first)
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                held.close()
                connection = held.enter_context(self.engine.connect())
                told = connection.exec_driver_sql(first)
            yield connection, told
            connection.commit()

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
    address = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(address, connect_args={"autocommit": True}, pool_size=_KEPT_OPEN)
    return Store(name, engine, None)


def _sqlite(path: Path) -> Engine:
    if path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        read_only = f"file:{quote(str(path))}?mode=ro&immutable=1"
        address = URL.create("sqlite+pysqlite", database=read_only, query={"uri": "true"})
    else:
        address = URL.create("sqlite+pysqlite", database=str(path))
    own = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = create_engine(address, connect_args=own, pool_size=_KEPT_OPEN)

    @event.listens_for(engine, "connect")
    def _connected(raw: DBAPIConnection, _record: object) -> None:
        raw.isolation_level = None  # Transactions are begun by the store, not by the driver's guess.
        cursor = raw.cursor()
        for setting in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -65536"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    return engine
