"""habeas add and habeas diff from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from habeas.cli import main


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as stopped:
        main([str(word) for word in words])
    return int(stopped.value.code or 0)


@pytest.fixture
def dossier(reports: Path, tmp_path: Path) -> Path:
    assert run("build", reports / "a_gazette.txt", "--out", tmp_path / "dossier") == 0
    return tmp_path / "dossier"


def test_add_says_what_is_new(dossier, reports, capsys):
    capsys.readouterr()
    assert run("add", reports, "--in", dossier) == 0
    said = capsys.readouterr().out
    assert said.startswith("3 new reports read, 1 known already")
    assert "reports 1 -> 4" in said
    assert run("verify", dossier) == 0


def test_add_counts_as_json(dossier, reports, capsys):
    capsys.readouterr()
    assert run("add", reports / "b_courier.txt", "--in", dossier, "--json") == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (row["new"], row["known"], row["replaced"], row["reports"]) == (1, 0, 0, 2)


def test_add_of_an_unreadable_report_names_it_and_fails(dossier, tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("add", tmp_path / "empty.txt", "--in", dossier) == 1
    assert "empty.txt: is empty" in capsys.readouterr().err


def test_diff_as_text_json_and_page(dossier, reports, tmp_path, capsys):
    shutil.copytree(dossier, tmp_path / "before")
    assert run("add", reports, "--in", dossier) == 0
    capsys.readouterr()
    assert run("diff", tmp_path / "before", dossier, "--out", tmp_path / "changes.html") == 0
    assert "new (" in capsys.readouterr().out
    assert "What has changed: before to dossier" in (tmp_path / "changes.html").read_text()
    assert run("diff", tmp_path / "before", dossier, "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"change", "about", "before", "after", "origins_before", "origins_after", "claims"} <= rows[
        0
    ].keys()


def test_a_correction_replaces_its_report_and_shows_what_it_corrects(dossier, reports, tmp_path, capsys):
    shutil.copytree(dossier, tmp_path / "before")
    gazette = reports / "a_gazette.txt"
    gazette.write_text(gazette.read_text().replace("3,500", "2,500"))
    assert run("add", gazette, "--in", dossier, "--replace") == 0
    capsys.readouterr()
    assert run("diff", tmp_path / "before", dossier) == 0
    said = capsys.readouterr().out
    assert "corrected (" in said
    assert "3,500" in said
    assert "2,500" in said
    assert "report a_gazette.txt  (its bytes have changed)" in said


def test_every_kind_of_change_is_on_the_page_of_the_docs():
    from habeas.story.changes import MEANING

    page = (Path(__file__).resolve().parents[2] / "docs" / "running-story.md").read_text("utf-8")
    for kind in MEANING:
        assert f"\n| {kind} | " in page


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "no such file", "--in", "{dossier}"), 2),
        (("add", "{reports}", "--in", "{reports}"), 1),
        (("diff", "{reports}", "{dossier}"), 1),
        (("add", "{reports}", "--in", "{dossier}", "--published", "yesterday"), 2),
        (("diff", "{dossier}", "{dossier}", "--out", "{dossier}/index.html/x"), 2),
    ],
)
def test_bad_use_is_told_from_failure(words, code, dossier, reports):
    assert run(*(w.format(dossier=dossier, reports=reports) for w in words)) == code
