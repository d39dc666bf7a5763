from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_clients import PASSWORD, Browser, Opening, TestClient
from desk_reports import written

from habeas.ledger import Ledger, Role, grow, open_ledger
from habeas.web import Settings, create_app


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the three reports and one account of each role. Tests copy it."""
    folder = tmp_path_factory.mktemp("grown")
    with open_ledger(folder / "story.ledger") as ledger:
        grow(ledger, written(folder), "ana")
        for role in Role:
            ledger.put_user(f"the-{role.value}", "ana", role, PASSWORD)
    return folder / "story.ledger"


@pytest.fixture
def ledger(grown: Path, tmp_path: Path) -> Iterator[Ledger]:
    shutil.copy(grown, tmp_path / "story.ledger")
    with open_ledger(tmp_path / "story.ledger") as opened:
        yield opened


@pytest.fixture
def desk(ledger: Ledger) -> Iterator[Opening]:
    """Opens the desk as somebody: `desk("reviewer")`, or `desk(None)` for nobody; one application for all of them."""
    app = create_app(ledger, Settings())

    def opened(role: str | None, **more) -> Browser:
        client = TestClient(app, base_url="http://127.0.0.1", **more)
        if role is not None:
            user = ledger.user(f"the-{role}")
            secret, _ = app.state.desk.sessions.begin(user.name, user.since)
            client.cookies.set("habeas", secret)
        return Browser(client, ledger)

    yield opened
    app.state.desk.uploads.close()


@pytest.fixture
def alone(ledger: Ledger) -> Browser:
    """The desk of one, entered by its token."""
    client = TestClient(
        create_app(ledger, Settings(token="a-token", owner="ana")), base_url="http://127.0.0.1"
    )
    client.get("/enter?token=a-token")
    return Browser(client, ledger)
