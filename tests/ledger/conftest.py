from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from ledger_dossiers import dossier, originals
from postgres_server import Server, binaries, running

from habeas.ledger import Ledger, open_ledger

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL cluster for all tests of this run."""
    if binaries() is None:
        pytest.skip("this machine has no PostgreSQL binaries")
    with running() as started:
        yield started


def new_database(server: Server) -> str:
    import psycopg

    name = f"ledger{next(_NUMBERS)}"
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.url(name)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be made, on each store."""
    if request.param == "sqlite":
        return str(tmp_path / "story.ledger")
    return new_database(request.getfixturevalue("server"))


@pytest.fixture
def other_url(request: pytest.FixtureRequest, url: str, tmp_path: Path) -> str:
    """A second place on the same store."""
    if "://" not in url:
        return str(tmp_path / "other.ledger")
    return new_database(request.getfixturevalue("server"))


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    """A ledger that holds the dossier of the two ferry reports, on each store."""
    with open_ledger(url) as opened:
        opened.add_dossier(dossier(), "ana", originals())
        yield opened


@pytest.fixture(scope="session")
def place_for(tmp_path_factory: pytest.TempPathFactory) -> Callable[[pytest.FixtureRequest], str]:
    """Where a new ledger can be made on the store that a fixture asks for by its parameter."""

    def place(request: pytest.FixtureRequest) -> str:
        if request.param == "sqlite":
            return str(tmp_path_factory.mktemp("shared") / "story.ledger")
        return new_database(request.getfixturevalue("server"))

    return place


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def shared(
    request: pytest.FixtureRequest, place_for: Callable[[pytest.FixtureRequest], str]
) -> Iterator[Ledger]:
    """The same ledger for all tests that only read."""
    with open_ledger(place_for(request)) as opened:
        opened.add_dossier(dossier(), "ana", originals())
        yield opened
