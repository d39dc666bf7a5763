"""Full-text search over reports and claims, accents and case folded, in any language that puts spaces between words.

SQLite: FTS5 tables without content of their own (tokenizer unicode61, diacritics removed). PostgreSQL: tables of
tsvectors with a GIN index; the words are folded and numbered here, as its own parser takes "U.S." for a host.
https://www.sqlite.org/fts5.html, https://www.postgresql.org/docs/current/textsearch.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BigInteger, ColumnElement, Connection, Select, column, false, select, table
from sqlalchemy import text as sql

from habeas.ledger.tables import claims, readings
from habeas.review.folding import fold

__all__ = [
    "claim_rows_with",
    "drop_claim_words",
    "index_claims",
    "index_readings",
    "make",
    "report_match",
    "terms",
    "vector",
]

_TERM = re.compile(r'"([^"]+)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_CLAIM_FIELDS = (claims.c.subject, claims.c.property, claims.c.quote, claims.c.speaker, claims.c.place)
_CLAIM_WORDS = " || ' ' || ".join(f"coalesce(claims.{field.name}, '')" for field in _CLAIM_FIELDS)
_CLAIM_GIN = "CREATE INDEX claim_words_gin ON claim_words USING gin (words) WITH (fastupdate = off)"

_MOST_TERMS = 16
_MOST_WORDS = 16_383
"""A tsvector numbers no more places than this (all later words get the last one)."""

_MOST_BYTES = 900_000
"""A tsvector holds one megabyte; of a longer report the beginning is searched."""

_LONGEST = 255


def terms(query: str) -> tuple[str, ...]:
    """What must be found: words, "phrases in quotes", and beginnings with a star, each as plain folded words.

    >>> terms('camp "Two buses" transf* U.S.')
    ('camp', 'two buses', 'transf*', 'u s')
    """
    found = []
    for phrase, word in _TERM.findall(query):
        plain = " ".join(_WORD.findall(fold(phrase or word)))
        if plain:
            found.append(plain + "*" if word.endswith("*") else plain)
    return tuple(found[:_MOST_TERMS])


def vector(text: str) -> str:
    """The words of `text` with their places, as PostgreSQL writes a tsvector.

    >>> vector("Two buses, two days")
    "'two':1,3 'buses':2 'days':4"
    """
    places: dict[str, list[int]] = {}
    size = 0
    for place, word in enumerate(_WORD.findall(fold(text)), 1):
        known = places.get(word)
        if known is None:
            size += len(word.encode()) + 8
            if size > _MOST_BYTES:
                break
            places[word[:_LONGEST]] = [min(place, _MOST_WORDS)]
        elif len(known) < _LONGEST:
            size += 2
            known.append(min(place, _MOST_WORDS))
    return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())


def make(connection: Connection) -> None:
    """Create the indexes, empty."""
    if connection.dialect.name == "sqlite":
        for name in ("claim_words", "reading_words"):
            options = "words, content='', tokenize=\"unicode61 remove_diacritics 2\""
            connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {name} USING fts5({options})")
        return
    for name in ("claim_words", "reading_words"):
        connection.exec_driver_sql(
            f'CREATE TABLE {name} ("rowid" bigint PRIMARY KEY, words tsvector NOT NULL)'
        )
    connection.exec_driver_sql("CREATE INDEX reading_words_gin ON reading_words USING gin (words)")
    connection.exec_driver_sql(_CLAIM_GIN)


def drop_claim_words(connection: Connection) -> None:
    """Before a bulk load, so that the index is made once for all."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP INDEX claim_words_gin")


def index_claims(connection: Connection, after: int, dropped: bool) -> None:
    """Take in the claims whose row number is above `after`."""
    if connection.dialect.name == "sqlite":
        command = (
            f"INSERT INTO claim_words(rowid, words) SELECT row, {_CLAIM_WORDS} FROM claims WHERE row > :after"
        )
        connection.execute(sql(command), {"after": after})
        return
    asked = select(claims.c.row, *_CLAIM_FIELDS).where(claims.c.row > after).execution_options(yield_per=5000)
    found = ((row[0], vector(" ".join(filter(None, row[1:])))) for row in connection.execute(asked).all())
    _copy(connection, "claim_words", found)
    if dropped:
        connection.exec_driver_sql(_CLAIM_GIN)


def index_readings(connection: Connection, after: int) -> None:
    """Take in the readings whose id is above `after`."""
    if connection.dialect.name == "sqlite":
        command = "INSERT INTO reading_words(rowid, words) SELECT id, text FROM readings WHERE id > :after"
        connection.execute(sql(command), {"after": after})
        return
    ids = connection.scalars(select(readings.c.id).where(readings.c.id > after).order_by(readings.c.id)).all()
    texts = ((n, connection.scalar(select(readings.c.text).where(readings.c.id == n)) or "") for n in ids)
    _copy(connection, "reading_words", [(n, vector(text)) for n, text in texts])


def _copy(connection: Connection, name: str, rows: Iterator[tuple[int, str]] | list[tuple[int, str]]) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(f'COPY {name} ("rowid", words) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def claim_rows_with(connection: Connection, query: str) -> NDArray[np.int64]:
    """The row numbers, sorted, of the claims that hold all terms of `query`; none for a query without words."""
    if not terms(query):
        return np.empty(0, dtype=np.int64)
    told = connection.execute(_found(connection, query, "claim_words"))
    # Straight from the driver: SQLAlchemy's rows would cost more than the search itself.
    found = told.cursor.fetchall() if told.cursor is not None else []
    told.close()
    return np.sort(np.fromiter((row[0] for row in found), dtype=np.int64, count=len(found)))


def report_match(connection: Connection, query: str) -> ColumnElement[bool]:
    """The condition that a reading's text holds all terms of `query`."""
    return readings.c.id.in_(_found(connection, query, "reading_words")) if terms(query) else false()


def _found(connection: Connection, query: str, index: str) -> Select[tuple[int]]:
    """The numbers of the rows that hold all terms."""
    wanted = terms(query)
    if connection.dialect.name == "sqlite":
        asked = " AND ".join(f'"{t.rstrip("*")}"' + ("*" if t.endswith("*") else "") for t in wanted)
        condition = sql(f"{index} MATCH :asked")
    else:
        asked = " & ".join(_lexemes(t) for t in wanted)
        condition = sql(f"{index}.words @@ CAST(:asked AS tsquery)")
    return select(table(index, column("rowid", BigInteger)).c.rowid).where(condition.bindparams(asked=asked))


def _lexemes(term: str) -> str:
    """A term as PostgreSQL writes a tsquery: words that follow each other, the last perhaps a beginning."""
    joined = " <-> ".join(f"'{word}'" for word in term.rstrip("*").split())
    return f"({joined}{':*' if term.endswith('*') else ''})"
