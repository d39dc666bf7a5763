"""Whatever is asked, the desk answers with what its API describes: never with a failure of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_clients import Browser
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.ledger import open_ledger
from habeas.web import Settings, create_app

TEXT = st.text(max_size=30) | st.sampled_from(
    ['"', '"a', "a*", "*", "NEAR(a b)", "a AND", "' OR 1=1 --", "\x00", "%", "-"]
)
FIELDS = (
    "words",
    "kind",
    "subject",
    "speaker",
    "modality",
    "status",
    "origin",
    "month",
    "since",
    "until",
    "verdict",
)
ASKED = st.dictionaries(st.sampled_from((*FIELDS, "report", "page", "size")), TEXT, max_size=4)
PATHS = st.sampled_from(
    [
        "/api/claims",
        "/api/findings",
        "/api/reports",
        "/api/search",
        "/claims",
        "/findings",
        "/search",
        "/timeline",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
RULED = st.fixed_dictionaries(
    {
        "claims": st.lists(TEXT, max_size=3) | JSON,
        "verdict": st.sampled_from(["confirmed", "corrected", "settle"]) | JSON,
    },
    optional={"note": JSON, "value": JSON},
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.fixture(scope="module")
def program(grown: Path) -> Iterator[Browser]:
    with open_ledger(grown) as ledger:
        app = create_app(ledger, Settings(token="t", requests=100_000))
        client = TestClient(app, base_url="http://127.0.0.1", headers={"authorization": "Bearer t"})
        client.get("/enter?token=t")
        yield Browser(client, ledger)


@QUICK
@given(path=PATHS, asked=ASKED)
def test_no_question_breaks_the_desk(program: Browser, path: str, asked: dict[str, str]) -> None:
    answer = program.get(path, params=asked)
    assert answer.status_code in {200, 400, 422}, answer.text


@QUICK
@given(name=TEXT, kind=st.sampled_from(["claims", "reports", "uploads"]))
def test_no_name_breaks_the_desk(program: Browser, kind: str, name: str) -> None:
    from urllib.parse import quote

    answer = program.get(f"/api/{kind}/{quote(name, safe='')}")
    assert answer.status_code in {200, 303, 400, 404, 422}, answer.text


@QUICK
@given(body=RULED | JSON, path=st.sampled_from(["/api/decisions", "/api/undo"]))
def test_no_ruling_breaks_the_desk(program: Browser, path: str, body: object) -> None:
    import json

    secret = {"content-type": "application/json", "x-csrf-token": program.csrf()}
    answer = program.client.post(path, content=json.dumps(body), headers=secret)
    assert answer.status_code in {200, 400, 422}, answer.text
    assert program.ledger.decisions() == ()
