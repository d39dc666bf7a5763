"""The database, opened by Datasette on a port of this machine and asked as its users ask it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def served(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Datasette with the samples' database and what the dossier tells it of the tables."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        BIN / "datasette",
        "dossier.sqlite",
        "--metadata",
        "datasette.json",
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
    ]
    log = (tmp_path_factory.mktemp("datasette") / "log").open("wb")
    running = subprocess.Popen(
        command, cwd=folder, stdout=log, stderr=log, env={**os.environ, "HOME": str(folder.parent)}
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as client:
            _wait(client, running)
            yield client
    finally:
        running.terminate()
        running.wait(30)
        log.close()


def _wait(client: httpx.Client, running: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert running.poll() is None, "datasette has stopped"
        try:
            client.get("/-/versions.json").raise_for_status()
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("datasette does not answer")


def ask(client: httpx.Client, path: str, **query: str) -> dict[str, object]:
    answer = client.get(path, params=query)
    answer.raise_for_status()
    return answer.json()


def test_every_table_is_there_and_its_index_is_hidden(served: httpx.Client) -> None:
    tables = {table["name"]: table for table in ask(served, "/dossier.json")["tables"]}
    shown = {name for name, table in tables.items() if not table["hidden"]}
    assert shown == {
        *("claims", "findings", "finding_claims", "checks", "check_claims", "reports", "origins"),
        *("entities", "mentions", "pairs", "unclaimed"),
    }
    assert tables["claims"]["fts_table"] == "claims_search"
    assert tables["reports"]["fts_table"] == "reports_search"


def test_foreign_keys_lead_from_a_claim_to_its_report_and_its_findings(served: httpx.Client) -> None:
    tables = {table["name"]: table for table in ask(served, "/dossier.json")["tables"]}
    incoming = {
        (key["other_table"], key["other_column"]) for key in tables["claims"]["foreign_keys"]["incoming"]
    }
    assert incoming == {("finding_claims", "claim"), ("check_claims", "claim")}
    outgoing = {(key["column"], key["other_table"]) for key in tables["mentions"]["foreign_keys"]["outgoing"]}
    assert outgoing == {("entity", "entities"), ("doc", "reports")}


def test_a_foreign_key_is_shown_by_words_and_not_by_an_id(served: httpx.Client) -> None:
    ours = {"_labels": "on", "_size": "1", "_shape": "objects", "doc": "01_harbor_wire.txt"}
    row = ask(served, "/dossier/claims.json", **ours)["rows"][0]
    assert row["doc"]["value"] == "01_harbor_wire.txt"
    assert row["doc"]["label"].startswith("Planes Carry Hundreds")
    linked = ask(served, "/dossier/finding_claims.json", _labels="on", _size="1", _shape="objects")["rows"][0]
    assert linked["finding"]["label"].endswith("?")
    page = served.get("/dossier/claims", params={"doc": "01_harbor_wire.txt"}).text
    assert "/dossier/reports/01_harbor_wire~2Etxt" in page


def test_facets_count_without_being_asked_for(served: httpx.Client) -> None:
    facets = ask(served, "/dossier/claims.json", _size="0")["facet_results"]
    assert {"kind", "modality", "speaker", "doc"} <= set(facets)
    kinds = {row["value"]: row["count"] for row in facets["kind"]["results"]}
    assert kinds["quantity"] > 10
    standing = ask(served, "/dossier/findings.json", _size="0")["facet_results"]["standing"]["results"]
    assert {"contested", "corroborated", "one-origin"} <= {row["value"] for row in standing}


@pytest.mark.parametrize(
    ("table", "words", "column"), [("claims", "capacity", "property"), ("reports", "registration", "text")]
)
def test_the_search_box_finds_words(served: httpx.Client, table: str, words: str, column: str) -> None:
    rows = ask(served, f"/dossier/{table}.json", _search=words, _shape="objects")["rows"]
    assert rows
    assert any(words in str(row[column]).lower() for row in rows)


def test_findings_come_with_the_words_that_answer_them(served: httpx.Client) -> None:
    rows = ask(served, "/dossier/words.json", standing="contested", _shape="objects")["rows"]
    assert len({row["question"] for row in rows}) >= 1
    assert all(row["quote"] and row["headline"] and row["page"].startswith("report/") for row in rows)


@pytest.mark.parametrize(
    "page", ["/", "/dossier", "/dossier/findings", "/dossier/claims?_search=prison", "/dossier/words"]
)
def test_every_page_opens(served: httpx.Client, page: str) -> None:
    assert served.get(page).status_code == 200
