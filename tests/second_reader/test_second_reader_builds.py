"""habeas build --reader: what the endpoint does wrong costs its own claims and nothing else."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import socket
import sqlite3
import stat
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from model_server import (
    Model,
    claims,
    closed_port,
    completion,
    cut_short,
    drip,
    drip_headers,
    hang,
    no_http,
    redirect,
    serving,
)
from test_proposals import GOOD

from habeas.cli import main

QUAY = {
    **GOOD,
    "quote": "The old pier burned",
    "subject": "old pier",
    "property": "burned",
    "value": "old pier",
}


def run(*arguments: object) -> int:
    try:
        main([str(one) for one in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def build(folder: Path, out: Path, model: Model, *more: object) -> int:
    """A build with the second reader, its answers kept beside the dossier."""
    cache = out.parent / "answers"
    return run(
        "build", folder, "--out", out, "--reader", model.reader, "--reader-model", "small", "--reader-cache", cache, *more
    )  # fmt: skip


def digests(folder: Path) -> dict[str, str]:
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def account(out: Path) -> dict[str, object]:
    return json.loads((out / "manifest.json").read_text("utf-8"))["second_reader"]


def test_its_claims_are_told_apart_in_every_file_and_on_every_page(
    model: Model, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model.body = lambda text: claims(GOOD, {**GOOD, "subject": "martians"})
    out = tmp_path / "d"
    assert build(folder, out, model) == 0
    told = capsys.readouterr().out
    assert "second reader openai:small: 1 texts, 2 claims proposed, 1 kept, 1 dropped\n" in told
    assert "  dropped: 1 × its subject is not in the report's words\n" in told
    row = next(r for r in map(json.loads, (out / "claims.jsonl").open("rb")) if "reader" in r)
    assert (row["reader"], row["confidence"]) == ("openai:small", 0.0)
    cells = list(csv.DictReader((out / "claims.csv").read_text("utf-8").splitlines()))
    assert [c["id"] for c in cells if c["reader"] == "openai:small"] == [row["id"]]
    with sqlite3.connect(out / "dossier.sqlite") as tables:
        assert tables.execute("SELECT id FROM claims WHERE reader IS NOT NULL").fetchall() == [(row["id"],)]
    said = "proposed by the second reader openai:small"
    for page in ("claims.html", "low-confidence.html", "report/port.html", "annotations.jsonld"):
        assert said in (out / page).read_text("utf-8"), page
    assert f'class="claim condition proposed" id="claim-{row["id"]}"' in (out / "report/port.html").read_text(
        "utf-8"
    )
    about = (out / "about.html").read_text("utf-8")
    assert "1 × dropped: its subject is not in the report" in about
    assert f"at {model.reader.removeprefix('openai:')}." in about
    assert said not in (out / "speakers.html").read_text("utf-8")
    assert account(out)["dropped"] == [{"reason": "its subject is not in the report's words", "number": 1}]
    assert run("verify", out) == 0


def test_it_changes_no_finding_no_check_and_no_part_of_the_record(
    model: Model, folder: Path, tmp_path: Path
) -> None:
    model.body = lambda text: claims(GOOD, QUAY)
    build(folder, tmp_path / "with", model)
    assert account(tmp_path / "with")["kept"] == 2
    assert run("build", folder, "--out", tmp_path / "without") == 0
    own, plain = digests(tmp_path / "with"), digests(tmp_path / "without")
    same = [
        "findings.jsonl",
        "checks.jsonl",
        "record.json",
        "unclaimed.jsonl",
        "entities.json",
        "lineage.json",
    ]
    assert [name for name in same if own[name] != plain[name]] == []
    assert own["claims.jsonl"] != plain["claims.jsonl"]
    rules = [
        r for r in (tmp_path / "with" / "claims.jsonl").read_bytes().splitlines(True) if b'"reader"' not in r
    ]
    assert b"".join(rules) == (tmp_path / "without" / "claims.jsonl").read_bytes()


def test_its_claims_are_counted_only_if_asked_for_and_then_pointed_out(model: Model, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    text = "Norvale quay\n\nPublished May 5, 2031\n\nNorvale is small. Of it 14 remain so.\n"
    (reports / "quay.txt").write_text(text, "utf-8")
    told = {"quote": "Of it 14 remain so", "kind": "quantity", "subject": "Norvale", "value": 14}
    model.body = lambda text: claims({**told, "property": "population"})
    for name, more in (("apart", ()), ("counted", ("--count-reader",))):
        assert build(reports, tmp_path / name, model, *more) == 0
        claimed = [json.loads(line) for line in (tmp_path / name / "claims.jsonl").open("rb")]
        theirs = {row["id"] for row in claimed if "reader" in row}
        findings = [json.loads(line) for line in (tmp_path / name / "findings.jsonl").open("rb")]
        notes = [f["note"] for f in findings if theirs & set(f["claims"])]
        assert len(theirs) == 1
        assert notes == (["1 of its 1 claims the second reader proposed"] if more else [])
        assert not any("second reader" in f["note"] for f in findings if not theirs & set(f["claims"]))
    assert "They were let into findings" in (tmp_path / "counted" / "about.html").read_text("utf-8")


def test_a_second_run_asks_nothing_and_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    with serving() as model:
        model.body = lambda text: claims(GOOD, QUAY)
        assert build(folder, tmp_path / "one", model) == 0
        assert len(model.asked) == 1
    assert build(folder, tmp_path / "two", model) == 0  # nobody listens any more
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    kept = [p for p in (tmp_path / "answers").rglob("*") if p.is_file()]
    assert [stat.S_IMODE(p.stat().st_mode) for p in kept] == [0o600]
    kept[0].write_text("{not json", "utf-8")
    assert build(folder, tmp_path / "three", model) == 1


def test_another_model_and_another_text_are_asked_again(model: Model, folder: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "port.txt").write_bytes((folder / "port.txt").read_bytes())
    (more / "quay.txt").write_text("Quay opens\n\nThe quay opened on Monday.\n", "utf-8")
    assert build(folder, tmp_path / "a", model) == build(more, tmp_path / "b", model) == 0
    assert [asked["messages"][1]["content"][:4] for asked in model.asked] == ["Harb", "Quay"]
    assert build(folder, tmp_path / "c", model, "--reader-model", "large") == 0
    assert [asked["model"] for asked in model.asked] == ["small", "small", "large"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "the answer is no chat completion"),
        (b"<html>Bad gateway</html>", "the answer is no chat completion"),
        (b'{"choices": [', "the answer is no chat completion"),
        (b'{"choices": []}', "the answer is no chat completion"),
        (b'{"choices": [{"message": {"content": 7}}]}', "the answer is no chat completion"),
        (b'{"choices": [{"message": {"content": null}}]}', "the answer is no chat completion"),
        (b"[" * 100_000, "the answer is no chat completion"),
        (b"\xff\xfe\x00", "the answer is no chat completion"),
        (b" " * 1_000_001, "the answer is larger than 1,000,000 bytes"),
        (completion("I am happy to help! Here are the claims:"), "the answer is no JSON object with a list of claims"),
        (completion('{"claims": [{"quote": "wai'), "the answer is no JSON object with a list of claims"),
        (completion('{"claims": {"a": 1}}'), "the answer is no JSON object with a list of claims"),
        (completion("[" * 200_000), "the answer is no JSON object with a list of claims"),
        (completion([GOOD]), "the answer is no JSON object with a list of claims"),
    ],
    ids=range(14),
)  # fmt: skip
def test_an_answer_that_is_no_list_of_claims_is_counted_once_and_not_asked_for_again(
    model: Model, folder: Path, tmp_path: Path, body: bytes, reason: str
) -> None:
    model.body = lambda text: body
    assert build(folder, tmp_path / "d", model) == 0
    assert account(tmp_path / "d")["unusable"] == [{"reason": reason, "number": 1}]
    assert build(folder, tmp_path / "e", model) == 0
    assert len(model.asked) == 1
    assert digests(tmp_path / "d") == digests(tmp_path / "e")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (hang, "no answer within 0.5 seconds"),
        (drip, "no answer within 0.5 seconds"),
        (drip_headers, "no answer within 0.5 seconds"),
        (cut_short, "the connection failed (IncompleteRead)"),
        (no_http, "the connection failed (BadStatusLine)"),
        (redirect, "the endpoint answered HTTP 302"),
    ],
)
def test_an_endpoint_that_does_not_answer_is_told_and_asked_again_next_time(
    model: Model,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    act: Callable[[BaseHTTPRequestHandler], None],
    reason: str,
) -> None:
    model.act = act
    assert build(folder, tmp_path / "d", model, "--reader-timeout", "0.5") == 1
    assert f"  texts without an answer: 1 × {reason}\n" in capsys.readouterr().out
    assert model.paths == ["/v1/chat/completions"]
    assert (tmp_path / "d" / "index.html").is_file()
    model.act = None
    model.body = lambda text: claims(GOOD)
    assert build(folder, tmp_path / "d", model) == 0
    assert account(tmp_path / "d")["kept"] == 1


def test_an_endpoint_that_fails_three_times_in_a_row_is_left_alone(model: Model, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for n in range(5):
        (reports / f"{n}.txt").write_text(f"Pier {n} opens\n\nPier {n} opened on Monday.\n", "utf-8")
    model.status = 500
    assert build(reports, tmp_path / "d", model) == 1
    assert len(model.asked) == 3
    assert account(tmp_path / "d")["unanswered"] == [
        {"reason": "the endpoint answered HTTP 500", "number": 3},
        {"reason": "not asked for, after 3 without an answer in a row", "number": 2},
    ]


def test_where_nobody_listens_the_dossier_is_built_all_the_same(folder: Path, tmp_path: Path) -> None:
    assert build(folder, tmp_path / "d", Model(closed_port())) == 1
    reason = "the connection failed (ConnectionRefusedError)"
    assert account(tmp_path / "d")["unanswered"] == [{"reason": reason, "number": 1}]
    assert run("verify", tmp_path / "d") == 0


def test_an_endpoint_without_a_right_certificate_is_not_spoken_to(
    model: Model, folder: Path, tmp_path: Path
) -> None:
    reader = model.reader.replace("http:", "https:")
    cache = tmp_path / "answers"
    options = (
        "--reader",
        reader,
        "--reader-model",
        "small",
        "--reader-cache",
        cache,
        "--reader-timeout",
        "5",
    )
    assert run("build", folder, "--out", tmp_path / "d", *options) == 1
    reason = "the endpoint's certificate or encryption was refused"
    assert account(tmp_path / "d")["unanswered"] == [{"reason": reason, "number": 1}]
    assert model.asked == []


def test_the_key_is_sent_and_written_nowhere(
    model: Model,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HABEAS_READER_KEY", "sk-quay-secret")
    model.body = lambda text: claims(GOOD)
    assert build(folder, tmp_path / "d", model, "--json") == 0
    assert model.headers[0]["Authorization"] == "Bearer sk-quay-secret"
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        data = path.read_bytes()
        assert b"sk-quay-secret" not in (gzip.decompress(data) if path.suffix == ".gz" else data), path
    told = capsys.readouterr()
    assert "sk-quay-secret" not in told.out + told.err
    assert json.loads(told.out)["second_reader"]["kept"] == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--reader", "http://127.0.0.1:1/v1", "--reader-model", "m"], "write it as openai:http://127.0.0.1:8080/v1"),
        (["--reader", "openai:ftp://a", "--reader-model", "m"], "must begin with http:// or https:// and a host"),
        (["--reader", "openai:http://", "--reader-model", "m"], "must begin with http:// or https:// and a host"),
        (["--reader", "openai:http://a:99999/", "--reader-model", "m"], "Port out of range"),
        (["--reader", "openai:http://u:pw@a/v1", "--reader-model", "m"], "without user, password, ? and #"),
        (["--reader", "openai:http://a/v1?key=1", "--reader-model", "m"], "without user, password, ? and #"),
        (["--reader", "openai:http://a/v1\r\nX: y", "--reader-model", "m"], "a sign that no address has"),
        (["--reader", "openai:http://127.0.0.1:1/v1"], "--reader needs --reader-model NAME"),
        (["--reader-model", "m"], "need --reader openai:URL"),
        (["--count-reader"], "need --reader openai:URL"),
        (["--reader", "openai:http://model.example/v1", "--reader-model", "m"], "a key is not sent over http://"),
    ],
)  # fmt: skip
def test_bad_options_are_told_in_one_line_and_nothing_is_written(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    told: str,
) -> None:
    monkeypatch.setenv("HABEAS_READER_KEY", "secret")
    assert run("build", folder, "--out", tmp_path / "d", *options) == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1 and "pw" not in said.replace("pw@", "")
    assert not (tmp_path / "d").exists()


def test_without_the_option_no_connection_is_opened(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setenv("HABEAS_READER_KEY", "secret")
    assert run("build", folder, "--out", tmp_path / "d") == 0
    assert "second_reader" not in json.loads((tmp_path / "d" / "manifest.json").read_text("utf-8"))


def test_a_later_report_is_added_without_the_reader_and_its_claims_stay(
    model: Model, folder: Path, tmp_path: Path
) -> None:
    model.body = lambda text: claims(GOOD)
    out = tmp_path / "d"
    assert build(folder, out, model) == 0
    before = account(out)
    (tmp_path / "quay.txt").write_text("Quay opens\n\nThe quay opened on 6 May 2031.\n", "utf-8")
    assert run("add", tmp_path / "quay.txt", "--in", out) == 0
    rows = [json.loads(line) for line in (out / "claims.jsonl").open("rb")]
    assert [r["reader"] for r in rows if "reader" in r] == ["openai:small"]
    assert account(out) == before
    assert len(model.asked) == 1


def test_a_protected_dossier_holds_no_private_name_that_the_reader_used(model: Model, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    text = "Deckhand tells of storm\n\nThe storm broke on Sunday, deckhand Ana Iñárritu said. Iñárritu, 31, lost two boats.\n"
    (reports / "storm.txt").write_text(text, "utf-8")
    told = {
        "quote": "Iñárritu, 31, lost two boats",
        "kind": "condition",
        "subject": "Ana Iñárritu",
        "property": "lost",
    }
    model.body = lambda text: claims(
        {**told, "value": "Iñárritu, 31, lost two boats", "speaker": "deckhand Ana Iñárritu"}
    )
    assert build(reports, tmp_path / "d", model, "--protect") == 0
    assert account(tmp_path / "d")["kept"] == 1
    rows = [json.loads(line) for line in (tmp_path / "d" / "claims.jsonl").open("rb")]
    assert next(r for r in rows if "reader" in r)["subject"].startswith("Person ")
    named = [
        p
        for p in (tmp_path / "d").rglob("*")
        if p.is_file() and "rritu" in p.read_bytes().decode("utf-8", "replace")
    ]
    assert named == []
