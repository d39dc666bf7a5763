"""docs/second-reader.md says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from habeas.second_reader.address import KEY
from habeas.second_reader.asking import LARGEST
from habeas.second_reader.proposals import LONGEST
from habeas.second_reader.rereading import TEXT

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "second-reader.md").read_text("utf-8")


def test_the_limits_on_the_page_are_those_of_the_program() -> None:
    assert f"at most {LONGEST} characters" in PAGE
    assert f"Reports over {TEXT:,}\ncharacters are sent in parts" in PAGE
    assert KEY in PAGE
    assert LARGEST == 1_000_000


def test_the_command_on_the_page_builds(tmp_path: Path, monkeypatch) -> None:
    from model_server import serving

    from habeas.cli import main

    shown = re.search(r"^    habeas (build .*)$", PAGE, re.M)
    assert shown
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "quay.txt").write_text("Quay opens\n\nThe quay opened on Monday.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with serving() as model:
        words = shown[1].replace("openai:http://127.0.0.1:8080/v1", model.reader).split()
        main_exit = 0
        try:
            main(words)
        except SystemExit as stop:
            main_exit = int(stop.code or 0)
        assert (main_exit, len(model.asked)) == (0, 1)
    assert len(list((tmp_path / "cache" / "habeas" / "second-reader").rglob("*.json"))) == 1
    assert (tmp_path / "dossier" / "manifest.json").is_file()
