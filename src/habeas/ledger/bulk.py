"""Many rows at once: executemany into SQLite, COPY into PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table

__all__ = ["load"]

Row = Sequence[object]


def load(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    """Insert complete rows, in the order of the table's columns; how many there were."""
    return (
        _copied(connection, table, rows) if _is_postgres(connection) else _inserted(connection, table, rows)
    )


def _is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _inserted(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    places = ", ".join("?" * len(table.columns))
    command = f"INSERT INTO {table.name} ({_names(table)}) VALUES ({places})"
    cursor: Any = connection.connection.cursor()
    try:
        # Row by row as they are made: none waits in memory for others.
        cursor.executemany(command, rows)
        return max(0, int(cursor.rowcount))
    finally:
        cursor.close()


def _copied(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    count = 0
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({_names(table)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)
