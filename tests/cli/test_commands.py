"""The command line as its user meets it."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"


def run(*arguments: object) -> int:
    """The exit code of one command."""
    with pytest.raises(SystemExit) as stop:
        main([str(a) for a in arguments])
    return int(stop.value.code or 0)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cli") / "dossier"
    assert run("build", SAMPLES, "--out", out) == 0
    return out


def test_build_says_what_was_built_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "d"
    assert run("build", SAMPLES, "--out", out) == 0
    said = capsys.readouterr().out
    assert "8 reports" in said
    assert str(out / "index.html") in said


def test_a_dossier_as_built_verifies(dossier: Path) -> None:
    assert run("verify", dossier) == 0


def test_a_changed_byte_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "d"
    run("build", SAMPLES / "01_harbor_wire.txt", "--out", out)
    source = next((out / "sources").glob("*"))
    source.write_bytes(source.read_bytes().replace(b"238", b"239", 1))
    capsys.readouterr()
    assert run("verify", out) == 1
    assert source.name in capsys.readouterr().out


def test_a_bad_file_is_named_the_rest_is_built_and_the_code_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "good.txt").write_text("The mayor opened the bridge on Monday. It cost $3 million.")
    (reports / "bad.pdf").write_bytes(b"%PDF-1.7 and then nothing that a reader could use")
    assert run("build", reports, "--out", tmp_path / "d") == 1
    said = capsys.readouterr()
    assert "bad.pdf" in said.err
    assert "1 reports" in said.out
    assert "3000000" in (tmp_path / "d" / "claims.jsonl").read_text()


def test_bad_use_is_code_2_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", tmp_path / "nowhere", "--out", tmp_path / "d") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert run("build", SAMPLES, "--out", tmp_path / "d", "--published", "27 March") == 2


def test_a_folder_without_a_dossier_is_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("findings", "--in", tmp_path) == 1
    assert "habeas build" in capsys.readouterr().err


def test_claims_are_listed_and_filtered(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("claims", "--in", dossier, "--kind", "quantity", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows
    assert {r["kind"] for r in rows} == {"quantity"}
    assert run("claims", "--in", dossier, "--speaker", "Ferrer", "--json") == 0
    spoken = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert spoken
    assert all(any("Ferrer" in a["name"] for a in r["asserted_by"]) for r in spoken)


def test_findings_are_listed_with_what_stands_behind_them(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("findings", "--in", dossier, "--status", "conflict") == 0
    assert "origins" in capsys.readouterr().out


def test_why_shows_the_words_the_voucher_and_the_origin(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("claims", "--in", dossier, "--kind", "quantity", "--doc", "01_", "--json")
    claim = json.loads(capsys.readouterr().out.splitlines()[0])
    assert run("why", claim["id"], "--in", dossier) == 0
    said = capsys.readouterr().out
    assert f"[{claim['quote']}]".replace("\n", " ") in said
    assert "origin" in said
    assert run("why", "no-such-claim", "--in", dossier) == 2


def test_marks_give_each_layer_before_any_claim(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("marks", SAMPLES / "05_plaza_observer.txt", "--kind", "quantity") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    text = (SAMPLES / "05_plaza_observer.txt").read_text("utf-8")
    assert 40000 in [r["value"] for r in rows]
    assert all(text[r["start"] : r["end"]] == r["text"] for r in rows)


def test_the_anchor_date_of_a_text_can_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "a.txt"
    report.write_text("The ferry sank on Wednesday, and two men drowned.")
    assert run("marks", report, "--kind", "moment", "--published", "2025-03-27") == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (row["earliest"], row["latest"]) == ("2025-03-26", "2025-03-26")


def test_doctor_finds_this_machine_ready(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor") == 0
    assert "pack detention" in capsys.readouterr().out


def test_help_is_there_at_once() -> None:
    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    # Processor time, not the clock: other tests share the machine.
    times = []
    for _ in range(3):
        before = spent()
        subprocess.run([sys.executable, "-m", "habeas", "--help"], check=True, capture_output=True)
        times.append(spent() - before)
    assert min(times) < 0.3
