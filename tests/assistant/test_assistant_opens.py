"""What `habeas mcp` opens, and what it will not."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from assistant_client import Assistant, everything
from ledger_dossiers import dossier

from habeas.cli import main
from habeas.ledger import open_ledger
from habeas.review.folding import fold


def failing(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return int(stop.value.code or 0), capsys.readouterr().err


def test_of_a_ledger_an_assistant_never_sees_a_private_name(
    connect: Callable[..., Assistant], tmp_path: Path
) -> None:
    with open_ledger(tmp_path / "team.ledger") as made:
        made.add_dossier(dossier(), "ana")
    assistant = connect(tmp_path / "team.ledger")
    assert assistant.ask("about")["names_of_private_people"] == "replaced by pseudonyms"
    answers = [str(answer) for _, answer in everything(assistant)]
    assert any("Olav Berg" in answer for answer in answers)
    assert any("Person " in answer for answer in answers)
    assert [answer for answer in answers if "inarritu" in fold(answer)] == []
    assert assistant.ask("search_claims", words="Iñárritu")["total"] == 0
    assert assistant.ask("reports", words="Iñárritu")["total"] == 0
    assert "there is no report" in assistant.refused("read_report", doc="es/ana-inarritu-barco.txt")


def test_a_folder_without_a_dossier_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = failing(capsys, "mcp", str(tmp_path))
    assert (code, told.count("\n")) == (1, 1)
    assert "no dossier here (no manifest.json)" in told


def test_tables_that_were_changed_are_not_served(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, tmp_path / "d")
    with sqlite3.connect(tmp_path / "d" / "dossier.sqlite") as tables:
        tables.execute("UPDATE claims SET quote = 'never said'")
    code, told = failing(capsys, "mcp", str(tmp_path / "d"))
    assert code == 1
    assert "dossier.sqlite: is missing or has changed since it was written" in told


def test_without_the_extra_the_command_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("habeas.cli.assisting.find_spec", lambda name: None)
    code, told = failing(capsys, "mcp", str(folder))
    assert (code, told) == (2, "habeas: habeas mcp needs the extra [mcp]: pip install 'habeas[mcp]'\n")
