"""`habeas export`: a finished dossier in the format of another tool."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from publish_dossiers import small_dossier

from habeas.cli import main
from habeas.publish import publish, verify
from habeas.publish.exports.formats import FORMATS

KEPT = [form for form in FORMATS if form.kept]


def run(*arguments: object) -> int:
    """The exit code of a command."""
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_is_written_and_written_again_alike(small: Path, tmp_path: Path, form) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert run("export", small, "--format", form.name, "--out", one) == 0
    assert run("export", small, "--format", form.name, "--out", two) == 0
    assert one.read_bytes() == two.read_bytes() != b""


@pytest.mark.parametrize("form", KEPT, ids=lambda form: form.name)
def test_a_format_that_the_dossier_holds_leaves_as_it_stands(folder: Path, tmp_path: Path, form) -> None:
    assert run("export", folder, "--format", form.name, "--out", tmp_path / "out") == 0
    assert (tmp_path / "out").read_bytes() == (folder / form.file).read_bytes()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_dossier_without_reports_still_makes_every_format(empty: Path, tmp_path: Path, form) -> None:
    assert run("export", empty, "--format", form.name, "--out", tmp_path / "out") == 0


def test_the_format_is_told_from_the_name_of_the_file(folder: Path, tmp_path: Path) -> None:
    assert run("export", folder, "--out", tmp_path / "story.bib") == 0
    assert (tmp_path / "story.bib").read_text("utf-8").startswith("@article{")


def test_without_a_file_the_bytes_go_to_standard_output(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "habeas", "export", str(folder), "--format", "ftm"],
        capture_output=True,
        check=True,
    )
    assert done.stdout == (folder / "entities.ftm.json").read_bytes()


def test_what_was_written_can_be_had_as_json(folder: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "x.csv"
    assert run("export", folder, "--format", "csv", "--out", out, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "format": "csv",
        "out": str(out),
        "bytes": out.stat().st_size,
    }


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--format", "docx"), 2, "--format docx: no such format; one of csl, bibtex, "),
        ((), 2, "say which format with --format; one of csl, "),
        (("--out", "story.json"), 2, "say which format"),
        (("--format", "csl", "--out", "no/such/folder/x"), 1, "cannot be written"),
    ],
)
def test_bad_use_is_answered_by_one_line(
    folder: Path, tmp_path: Path, monkeypatch, capsys, arguments, code, says
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", folder, *arguments) == code
    said = capsys.readouterr().err
    assert says in said
    assert len(said.strip().splitlines()) == 1


def test_a_folder_that_is_no_dossier_says_how_to_make_one(tmp_path: Path, capsys) -> None:
    assert run("export", tmp_path, "--format", "csl") == 1
    assert "habeas build REPORTS" in capsys.readouterr().err


def test_binary_bytes_are_kept_from_a_terminal(folder: Path, monkeypatch, capsys) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    assert run("export", folder, "--format", "sqlite") == 2
    assert "name a file with --out" in capsys.readouterr().err


def test_an_export_leaves_the_dossier_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "dossier"
    publish(small_dossier(), out)
    assert run("export", out, "--format", "csl", "--out", out / "my-references.json") == 0
    assert verify(out) == ()


def test_a_protected_export_of_an_open_dossier_has_pseudonyms(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(
        "Ferry takes in 31 people\n\n4 May 2031\n\nA deckhand, Marta Quispe, told reporters that the crew of the "
        "ferry had taken in 31 people off the coast on Sunday.\n"
    )
    assert run("build", reports, "--out", tmp_path / "d") == 0
    assert (
        run("export", tmp_path / "d", "--format", "sqlite", "--protect", "--out", tmp_path / "x.sqlite") == 0
    )
    with sqlite3.connect(tmp_path / "x.sqlite") as database:
        text = "\n".join(database.iterdump())
    assert "Person A" in text
    assert "Quispe" not in text


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_an_export_of_a_ledger_has_no_private_name_unless_one_asks(tmp_path: Path, form) -> None:
    from test_review_protecting import SECRETS, texts_of

    out = tmp_path / f"x{Path(form.file).suffix}"
    assert run("export", made_ledger(tmp_path), "--format", form.name, "--out", out) == 0
    text = texts_of(out)
    assert [secret for secret in SECRETS if secret in text] == []


def test_an_export_of_a_ledger_has_the_name_where_one_asks(tmp_path: Path) -> None:
    assert run("export", made_ledger(tmp_path), "--named", "--out", tmp_path / "x.csv") == 0
    assert "Iñárritu" in (tmp_path / "x.csv").read_text("utf-8")


def made_ledger(folder: Path) -> Path:
    """A ledger that holds the reports of a private person."""
    from ledger_dossiers import dossier, originals

    from habeas.ledger import open_ledger

    with open_ledger(folder / "case.db") as opened:
        opened.add_dossier(dossier(), "ed", originals())
    return folder / "case.db"
