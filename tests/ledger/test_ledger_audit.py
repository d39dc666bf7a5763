"""A changed byte anywhere is named."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from ledger_dossiers import dossier, originals
from sqlalchemy import Connection, Integer, LargeBinary, select, update

from habeas.errors import HabeasError
from habeas.ledger import Ledger, Role, open_ledger
from habeas.ledger.tables import metadata
from habeas.ledger.verifying import problems
from habeas.review import Verdict, on_claim

COLUMNS = [(table.name, column.name) for table in metadata.sorted_tables for column in table.columns]


def fill(ledger: Ledger) -> None:
    """Something in every table."""
    made = ledger.decide(
        [on_claim(v.claim, Verdict.CONFIRMED, "read") for v in ledger.claims().claims[:3]], "bo"
    )
    ledger.undo(made[0].id, "bo")
    ledger.put_user("rosa", "root", Role.EDITOR, "a long pass word")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def filled(
    request: pytest.FixtureRequest, place_for: Callable[[pytest.FixtureRequest], str]
) -> Iterator[Ledger]:
    """The ledger that columns are changed in, one after the other, each change taken back."""
    with open_ledger(place_for(request)) as opened:
        opened.add_dossier(dossier(), "ana", originals())
        fill(opened)
        yield opened


def other(value: object, kind: object) -> object:
    """Another value of the same type."""
    if isinstance(kind, LargeBinary):
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, str):
        middle = len(value) // 2
        return value[:middle] + chr(ord(value[middle]) ^ 4) + value[middle + 1 :] if value else "x"
    return "x" if value is None and not isinstance(kind, Integer) else (value or 0) + 1000


class TakenBackError(Exception):
    """Raised to take back a change."""


@contextmanager
def changing(ledger: Ledger) -> Iterator[Connection]:
    """A transaction in which any row may be changed, and which is taken back."""
    with suppress(TakenBackError), ledger.store.writing() as connection:
        free = (
            "PRAGMA defer_foreign_keys = ON"
            if ledger.store.on_sqlite
            else "SET LOCAL session_replication_role = replica"
        )
        connection.exec_driver_sql(free)
        yield connection
        raise TakenBackError


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_change_of_any_column_is_named(filled: Ledger, table: str, column: str) -> None:
    changed = metadata.tables[table]
    cell, keys = changed.c[column], list(changed.primary_key.columns)
    with changing(filled) as connection:
        row = connection.execute(select(changed).order_by(*keys).limit(1)).mappings().one()
        at = [key == row[key.name] for key in keys]
        connection.execute(update(changed).where(*at).values({column: other(row[column], cell.type)}))
        assert list(problems(connection, None)), f"{table}.{column}"
    assert filled.audit_verify() == ()


@pytest.mark.parametrize("table", [t.name for t in metadata.sorted_tables])
def test_a_row_taken_out_is_named(filled: Ledger, table: str) -> None:
    changed = metadata.tables[table]
    keys = list(changed.primary_key.columns)
    with changing(filled) as connection:
        row = connection.execute(select(changed).order_by(*keys).limit(1)).mappings().one()
        connection.execute(changed.delete().where(*(key == row[key.name] for key in keys)))
        assert list(problems(connection, None)), table
    assert filled.audit_verify() == ()


def test_a_cut_off_end_is_named_by_who_noted_the_head(filled: Ledger) -> None:
    head = filled.history(1)[0].hash
    assert filled.audit_verify(head[:16]) == ()
    assert "cut off" in filled.audit_verify("f" * 64)[0].what


def test_a_byte_changed_in_the_file_is_named_or_changes_nothing_that_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "story.ledger"
    with open_ledger(file) as ledger:
        ledger.add_dossier(dossier(), "ana", originals())
        fill(ledger)
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    whole, kept = file.read_bytes(), content(file)
    chance = random.Random(5)
    named = 0
    for _ in range(80):
        at = chance.randrange(100, len(whole))
        if not whole[at]:
            continue
        file.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
        try:
            with open_ledger(file) as ledger:
                found: tuple[object, ...] = ledger.audit_verify()
        except HabeasError as error:
            found = (error,)
        named += bool(found)
        assert found or content(file) == kept, f"byte {at} of {len(whole)}"
    assert named > 2


def content(file: Path) -> list[str]:
    with sqlite3.connect(file) as raw:
        return [
            str(row) for name in metadata.tables for row in raw.execute(f"SELECT * FROM {name} ORDER BY 1, 2")
        ]
