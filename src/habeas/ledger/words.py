"""Full-text search over reports and claims, accents and case folded, in any language that puts spaces between words.

SQLite: FTS5 tables without content of their own (tokenizer unicode61, diacritics removed). PostgreSQL: GIN indexes
over `to_tsvector('simple', habeas_fold(...))`; the function folds letters with a table made here.
https://www.sqlite.org/fts5.html, https://www.postgresql.org/docs/current/textsearch.html
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ColumnElement, Connection, Integer, and_, column, false, select, table, true
from sqlalchemy import text as sql

from habeas.ledger.tables import claims, readings

__all__ = [
    "claim_match",
    "drop_claim_words",
    "fold_function",
    "index_claims",
    "index_readings",
    "make",
    "report_match",
    "terms",
]

_TERM = re.compile(r'"([^"]+)"|(\S+)')
_WORD = re.compile(r"\w+")
_CLAIM_WORDS = " || ' ' || ".join(
    f"coalesce(claims.{name}, '')" for name in ("subject", "property", "quote", "speaker", "place")
)
_READING_WORDS = "left(readings.text, 250000)"
"""A tsvector holds one megabyte at most; of longer reports the beginning is searched."""

_MOST_TERMS = 16


def terms(query: str) -> tuple[str, ...]:
    """What must be found: words, "phrases in quotes", and beginnings with a star, each as plain words.

    >>> terms('camp "two buses" transf* U.S.')
    ('camp', 'two buses', 'transf*', 'U S')
    """
    found = []
    for phrase, word in _TERM.findall(query):
        plain = " ".join(_WORD.findall((phrase or word).replace("_", " ")))
        if plain:
            found.append(plain + "*" if word.endswith("*") else plain)
    return tuple(found[:_MOST_TERMS])


def make(connection: Connection) -> None:
    """Create the indexes of an empty ledger."""
    if connection.dialect.name == "sqlite":
        for name in ("claim_words", "reading_words"):
            connection.execute(
                sql(
                    f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', "
                    'tokenize="unicode61 remove_diacritics 2")'
                )
            )
        return
    connection.exec_driver_sql(fold_function().replace("%", "%%"))
    _make_claim_words(connection)
    connection.execute(
        sql(
            f"CREATE INDEX reading_words ON readings USING gin (to_tsvector('simple', habeas_fold({_READING_WORDS})))"
        )
    )


def _make_claim_words(connection: Connection) -> None:
    connection.execute(
        sql(
            f"CREATE INDEX claim_words ON claims USING gin (to_tsvector('simple', habeas_fold({_CLAIM_WORDS})))"
        )
    )


def drop_claim_words(connection: Connection) -> None:
    """Before a bulk load, where the index is kept row by row."""
    if connection.dialect.name == "postgresql":
        connection.execute(sql("DROP INDEX claim_words"))


def index_claims(connection: Connection, after: int, dropped: bool) -> None:
    """Take in the claims whose row number is above `after`."""
    if connection.dialect.name == "postgresql":
        if dropped:
            _make_claim_words(connection)
        return
    connection.execute(
        sql(
            f"INSERT INTO claim_words(rowid, words) SELECT row, {_CLAIM_WORDS} FROM claims WHERE row > :after"
        ),
        {"after": after},
    )


def index_readings(connection: Connection, after: int) -> None:
    """Take in the readings whose id is above `after`."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            sql("INSERT INTO reading_words(rowid, words) SELECT id, text FROM readings WHERE id > :after"),
            {"after": after},
        )


def claim_match(connection: Connection, query: str) -> ColumnElement[bool]:
    """The condition that a claim holds all terms of `query`; nothing matches a query without words."""
    return _match(connection, query, claims.c.row, "claim_words", _CLAIM_WORDS)


def report_match(connection: Connection, query: str) -> ColumnElement[bool]:
    """The condition that a reading's text holds all terms of `query`."""
    return _match(connection, query, readings.c.id, "reading_words", _READING_WORDS)


def _match(
    connection: Connection, query: str, key: ColumnElement[int], index: str, words: str
) -> ColumnElement[bool]:
    wanted = terms(query)
    if not wanted:
        return false()
    if connection.dialect.name == "sqlite":
        asked = " AND ".join(f'"{t.rstrip("*")}"' + ("*" if t.endswith("*") else "") for t in wanted)
        found = table(index, column("rowid", Integer), column("words"))
        return key.in_(select(found.c.rowid).where(sql(f"{index} MATCH :asked").bindparams(asked=asked)))
    parts = [_tsquery(t, n) for n, t in enumerate(wanted)]
    vector = f"to_tsvector('simple', habeas_fold({words}))"
    condition = " AND ".join(f"{vector} @@ {part}" for part in parts)
    given = {f"term{n}": t.rstrip("*") for n, t in enumerate(wanted)}
    return _condition(condition, given)


def _condition(condition: str, given: dict[str, str]) -> ColumnElement[bool]:
    return and_(sql(f"({condition})").bindparams(**given), true())


def _tsquery(term: str, number: int) -> str:
    phrase = f"phraseto_tsquery('simple', habeas_fold(:term{number}))"
    return f"(({phrase})::text || ':*')::tsquery" if term.endswith("*") else phrase


def fold_function() -> str:
    """The SQL function that folds letters as `unicode61 remove_diacritics 2` does, and leaves only words and spaces."""
    letters, bases = [], []
    for number in range(0xC0, 0x2B0):
        sign = chr(number)
        base = unicodedata.normalize("NFD", sign)[0].lower()
        if base != sign and len(base) == 1:
            letters.append(sign)
            bases.append(base)
    marks = [chr(number) for number in range(0x300, 0x370)]
    source, target = "".join(letters + marks), "".join(bases)
    return (
        "CREATE OR REPLACE FUNCTION habeas_fold(words text) RETURNS text IMMUTABLE PARALLEL SAFE STRICT LANGUAGE sql AS "
        f"$$ SELECT regexp_replace(translate(lower(words), '{source}', '{target}'), '[^[:alnum:]]+', ' ', 'g') $$"
    )
