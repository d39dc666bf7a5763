"""schemathesis asks the API all that its description allows, and more: no answer is other than described."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import schemathesis
from desk_clients import Browser
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance

from habeas.ledger import open_ledger
from habeas.web import Settings, create_app
from habeas.web.settings import LOCAL_HOSTS

HOSTS = LOCAL_HOSTS | {"testserver"}
TOKEN = {"authorization": "Bearer t"}
QUICK = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance]


@pytest.fixture(scope="module")
def program(grown: Path, tmp_path_factory: pytest.TempPathFactory):
    file = tmp_path_factory.mktemp("schema") / "story.ledger"
    shutil.copy(grown, file)
    ledger = open_ledger(file)
    app = create_app(ledger, Settings(token="t", requests=1_000_000, hosts=HOSTS))
    yield Browser(TestClient(app, base_url="http://127.0.0.1"), ledger)
    app.state.desk.close()


def test_no_answer_is_other_than_described(program: Browser) -> None:
    described = schemathesis.openapi.from_asgi("/api/openapi.json", program.client.app, headers=TOKEN)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) >= 9
    for operation in operations:

        @QUICK
        @given(case=operation.as_strategy())
        def asked(case: schemathesis.Case) -> None:
            response = case.call(headers=TOKEN)
            case.validate_response(response, checks=CHECKS)

        asked()
    assert program.ledger.audit_verify() == ()
