from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk_reports import written

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from habeas.ledger import Ledger, Role, grow, open_ledger
from habeas.web import Settings, create_app

PASSWORD = "correct horse battery"


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the three reports and one account of each role. Tests copy it."""
    folder = tmp_path_factory.mktemp("grown")
    with open_ledger(folder / "story.ledger") as ledger:
        grow(ledger, written(folder), "ana")
        for role in Role:
            ledger.put_user(f"the-{role.value}", "ana", role, PASSWORD)
    return folder / "story.ledger"


@dataclass
class Browser:
    """A client that keeps cookies and sends forms the way that a page does."""

    client: TestClient
    ledger: Ledger

    def get(self, path: str, **more):
        return self.client.get(path, **more)

    def csrf(self) -> str:
        page = self.client.get("/claims").text
        return page.split('name="csrf" content="')[1].split('"')[0]

    def post(self, path: str, **fields):
        return self.client.post(path, data={"csrf": self.csrf(), **fields}, follow_redirects=False)


Opening = Callable[..., Browser]


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
