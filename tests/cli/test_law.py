"""habeas law and habeas rule, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.cli import main
from habeas.flow import build
from habeas.publish import publish

HALTED = """Published June 3, 2024

On Monday the Federal Court of Australia barred transfers under the Migration Act 1958, three weeks after the first flight.
"""
RULE = """Published April 9, 2025

Starting April 11, foreigners who stay in the country for more than 30 days must register with the government.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reports = tmp_path_factory.mktemp("reports")
    (reports / "halted.txt").write_text(HALTED, "utf-8")
    (reports / "rule.txt").write_text(RULE, "utf-8")
    out = tmp_path_factory.mktemp("dossier")
    publish(build([reports]), out)
    return out


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        main(arguments)
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_law_says_what_held_and_quotes_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "law", "--on", "2024-06-05", "--in", str(folder))
    assert code == 0
    assert "stopped by an order" in out
    assert "halted.txt:" in out
    assert "barred transfers" in out


def test_law_before_the_order_says_that_none_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "law", "--on", "2024-06-01", "--in", str(folder))
    assert "no order in force" in out


def test_law_as_json_holds_steps_with_their_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(
        capsys, "law", "--on", "2024-06-05", "--measure", "migration", "--in", str(folder), "--json"
    )
    (state,) = [json.loads(line) for line in out.splitlines()]
    assert state["state"] == "stopped"
    assert state["steps"][0]["quotes"][0]["doc"] == "halted.txt"


@pytest.mark.parametrize("day", ["2024-06", "June 5", "2024-02-30"])
def test_a_day_that_is_none_is_bad_use(folder: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    code, _, err = run(capsys, "law", "--on", day, "--in", str(folder))
    assert code == 2
    assert "write the day as" in err


def test_a_folder_without_a_dossier_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "law", "--on", "2024-06-05", "--in", str(tmp_path))
    assert code == 1
    assert "no dossier here" in err


def test_rule_counts_days_and_says_that_it_is_no_advice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "rule", "--arrived", "2025-05-01", "--on", "2025-07-01", "--in", str(folder))
    assert code == 0
    assert "61 days" in out
    assert "no legal advice" in out
    assert "rule.txt:" in out


def test_rule_tells_where_report_and_statute_differ(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "rule", "--arrived", "2025-05-01", "--on", "2025-05-31", "--in", str(folder))
    assert "The sources differ" in out


def test_rule_with_days_out_of_order_is_bad_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "rule", "--arrived", "2025-05-02", "--on", "2025-05-01", "--in", str(folder))
    assert code == 2
    assert "is before" in err
