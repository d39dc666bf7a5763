"""Bringing a database to the tables that this program knows: all steps in one transaction, or none."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect

from habeas.errors import LedgerError
from habeas.ledger.migrations import HEAD
from habeas.ledger.store import Store

__all__ = ["check_revision", "migrate", "revision"]


_PAGE = 8192
"""Bytes of a page of a new file: a row of claims is some 500, and a load of many takes a fifteenth less than with the
usual 4096. A file that is there keeps its own."""


def revision(connection: Connection) -> str | None:
    """The step that the database stands at, None where it holds no ledger."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def check_revision(store: Store) -> bool:
    """Whether the database holds a ledger of this program's tables; False where it is empty.

    Raises LedgerError where the ledger is older or newer than the program, or the database holds something else.
    """
    with store.reading() as connection:
        found = revision(connection)
        foreign = found is None and inspect(connection).get_table_names()
    if found == HEAD:
        return True
    if foreign:
        raise LedgerError(store.name, "holds other tables and no ledger; name another file or database")
    if found is None:
        return False
    if found > HEAD:
        raise LedgerError(store.name, "was written by a newer habeas; update the program")
    raise LedgerError(
        store.name, f"was written by an older habeas; run `habeas migrate {store.name}` (back it up first)"
    )


def migrate(store: Store, to: str = HEAD) -> str | None:
    """Bring the database to step `to`; the step it stood at before. Raises LedgerError."""
    from alembic import command
    from alembic.config import Config

    if store.on_sqlite:
        # Readers do not wait for the writer. The settings stay in the file; they cannot be changed in a transaction.
        _write_ahead(store)
    with store.writing() as connection:
        before = revision(connection)
        if before is not None and before >= to:
            return before
        config = Config()
        config.set_main_option(
            "script_location", str(Path(__file__).parent / "migrations").replace("%", "%%")
        )
        config.attributes["connection"] = connection
        command.upgrade(config, to)
    return before


def _write_ahead(store: Store) -> None:
    from habeas.ledger.failing import translated

    with translated(store.name):
        raw = store.engine.raw_connection()
        try:
            raw.cursor().execute(f"PRAGMA page_size = {_PAGE}")
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()
