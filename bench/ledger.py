"""Claims a second into a ledger, SQLite and PostgreSQL, beside a plain executemany by SQLAlchemy's own insert.

    python bench/ledger.py CHECKOUT_OF_HABEAS [--claims 100000] [--postgres URL] [--json bench/results/ledger.json]

A dossier of invented claims (50 a report) is made in memory and added to a new ledger. "load" is the time the rows of
claims take into the store, on one core; "add" all of it: seals, audit, findings, indexes and full-text search. Without
--postgres a cluster of the machine's own binaries is started for the time of the run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, insert

from habeas.ledger import ClaimQuery, open_ledger
from habeas.ledger.bulk import load
from habeas.ledger.claim_rows import COLUMNS, claim_row
from habeas.ledger.ledger import Ledger
from habeas.ledger.migrating import migrate
from habeas.ledger.store import open_store
from habeas.ledger.tables import CLAIM_INDEXES, claims, metadata
from habeas.ledger.words import drop_claim_words
from habeas.model.dossier import Dossier
from reporting import report

EACH = 50
Measures = dict[str, "float | int | None"]


def invented(checkout: Path, count: int) -> Dossier:
    """A dossier of `count` claims, by the maker that the tests of publish use."""
    sys.path.insert(0, str(checkout / "tests" / "publish"))
    from publish_dossiers import large_dossier

    dossier: Dossier = large_dossier(count // EACH, EACH)
    return dossier


def loaded(url: str, dossier: Dossier) -> float:
    """Seconds that making and writing the rows of claims takes."""
    store = open_store(url)
    migrate(store)
    begun = time.process_time() if store.on_sqlite else time.perf_counter()
    with store.writing() as connection:
        if not store.on_sqlite:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        for index in CLAIM_INDEXES:
            index.drop(connection)
        drop_claim_words(connection)
        load(connection, claims, (claim_row(c, n, 1) for n, c in enumerate(dossier.claims, 1)))
    spent = (time.process_time() if store.on_sqlite else time.perf_counter()) - begun
    store.close()
    return spent


def plainly(url: str, dossier: Dossier) -> float:
    """Seconds that the same rows take by SQLAlchemy's insert of dicts."""
    engine = create_engine(url)
    metadata.create_all(engine, tables=[claims])
    begun = time.perf_counter()
    with engine.begin() as connection:
        rows = (dict(zip(COLUMNS, claim_row(c, n, 1), strict=True)) for n, c in enumerate(dossier.claims, 1))
        connection.execute(insert(claims), list(rows))
    engine.dispose()
    return time.perf_counter() - begun


def whole(url: str, dossier: Dossier) -> tuple[float, Measures]:
    """Seconds to add the dossier, and milliseconds that common questions then take."""
    with open_ledger(url) as ledger:
        begun = time.perf_counter()
        ledger.add_dossier(dossier, "bench")
        spent = time.perf_counter() - begun
        return spent, asked(ledger)


def asked(ledger: Ledger) -> Measures:
    """Milliseconds of a page of claims (first and repeated), a search, and verifying all."""
    questions = {
        "page_first_ms": ledger.claims,
        "page_again_ms": ledger.claims,
        "page_filtered_ms": lambda: ledger.claims(ClaimQuery(subject="gate 7", status="conflict")),
        "search_ms": lambda: ledger.search("carts gate 7 day"),
        "verify_ms": ledger.audit_verify,
    }
    found: Measures = {}
    for name, question in questions.items():
        begun = time.perf_counter()
        question()
        found[name] = (time.perf_counter() - begun) * 1000
    return found


@contextmanager
def postgres(checkout: Path, given: str | None) -> Iterator[tuple[str, str, str] | None]:
    """Three empty databases: of the server given, or of one started for now; None where there is none."""
    if given:
        yield (given + "_load", given + "_plain", given + "_add")
        return
    sys.path.insert(0, str(checkout / "tests" / "ledger"))
    import psycopg
    from postgres_server import binaries, running

    if binaries() is None:
        yield None
        return
    with running() as server:
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            for name in ("loading", "plain", "adding"):
                connection.execute(f"CREATE DATABASE {name}")
        yield server.url("loading"), server.url("plain"), server.url("adding")


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("checkout", type=Path)
    arguments.add_argument("--claims", type=int, default=100_000)
    arguments.add_argument(
        "--postgres", help="URL of a server whose databases NAME_load, NAME_plain, NAME_add exist"
    )
    arguments.add_argument("--json", type=Path)
    given = arguments.parse_args()
    dossier = invented(given.checkout.resolve(), given.claims)
    count = len(dossier.claims)
    rows: dict[str, Measures] = {}
    with tempfile.TemporaryDirectory() as folder:
        files = [f"{folder}/{name}" for name in ("load", "plain", "add")]
        spent, answers = whole(files[2], dossier)
        rows["habeas into SQLite"] = {
            "load": count / loaded(files[0], dossier),
            "add": count / spent,
            **answers,
        }
        rows["SQLAlchemy insert into SQLite"] = {"load": count / plainly(f"sqlite:///{files[1]}", dossier)}
    with postgres(given.checkout.resolve(), given.postgres) as urls:
        if urls is not None:
            spent, answers = whole(urls[2], dossier)
            rows["habeas into PostgreSQL"] = {
                "load": count / loaded(urls[0], dossier),
                "add": count / spent,
                **answers,
            }
            plain = urls[1].replace("postgresql://", "postgresql+psycopg://")
            rows["SQLAlchemy insert into PostgreSQL"] = {"load": count / plainly(plain, dossier)}
    report("ledger", [], {f"{count:,} claims, claims a second": rows}, given.json, {"claims": count})


if __name__ == "__main__":
    main()
