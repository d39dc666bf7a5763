"""habeas project from the command line, and what it writes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from projecting import given, scenario

from habeas.cli import main
from habeas.project import project
from habeas.project.page import page
from habeas.project.picture import cost_picture, occupancy_picture
from habeas.project.tables import tables, text
from habeas.project.words import full_words

SCENARIO = """
start = 2031-06-01
days = 400
runs = 300
[parameters.capacity]
property = "capacity"
[parameters.arrivals]
basis = "assumed"
range = [5, 40]
note = "<i>a guess</i>"
[parameters.payment]
basis = "assumed"
value = 2000000
unit = "USD"
"""


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as stopped:
        main([str(word) for word in words])
    return int(stopped.value.code or 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "scenario.toml"
    path.write_text(SCENARIO)
    return path


def test_without_a_scenario_it_projects_what_the_claims_allow(dossier, capsys):
    assert run("project", "--in", dossier, "--runs", 100) == 0
    said = capsys.readouterr().out
    assert "10,000 people" in said
    assert "What nobody has said" in said
    assert "How many people arrive, and how often?" in said


def test_a_scenario_names_claims_and_assumptions(dossier, file, capsys):
    assert run("project", file, "--in", dossier) == 0
    said = capsys.readouterr().out
    assert re.search(r"capacity +10,000 people +claims +[0-9a-f]{12}", said)
    assert re.search(r"arrivals +5 to 40 people a day +assumed", said)
    assert "What drives the spread" in said


def test_json_has_every_part(dossier, file, capsys):
    assert run("project", file, "--in", dossier, "--json") == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {p["id"]: p["basis"] for p in row["parameters"]} == {
        "capacity": "claims",
        "arrivals": "assumed",
        "payment": "assumed",
    }
    assert row["currency"] == "USD"
    assert row["occupancy"][0]["day"] == "2031-06-01"
    assert row["sensitivity"][0]["parameter"] == "arrivals"
    assert 0 < row["full"]["probability"] < 1
    assert row["end"] == row["full"]["by"][-1]["day"] == "2032-07-05"


def test_out_writes_the_same_files_each_time_and_the_scenario_runs_again(dossier, file, tmp_path, capsys):
    for name in ("one", "two"):
        assert run("project", file, "--in", dossier, "--out", tmp_path / name) == 0
    names = sorted(p.name for p in (tmp_path / "one").iterdir())
    assert names == [
        "cost.svg",
        "full.svg",
        "occupancy.svg",
        "projection.html",
        "projection.json",
        "scenario.toml",
    ]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert (
        run("project", tmp_path / "one" / "scenario.toml", "--in", dossier, "--out", tmp_path / "three") == 0
    )
    first, third = (json.loads((tmp_path / n / "projection.json").read_text()) for n in ("one", "three"))
    assert first["occupancy"] == third["occupancy"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("project", "none.toml", "--in", "{dossier}"), 2),
        (("project", "--in", "{folder}"), 1),
        (("project", "--in", "{dossier}", "--start", "spring"), 2),
        (("project", "{file}", "--in", "{dossier}", "--start", "2031-06-01"), 2),
        (("project", "--in", "{dossier}", "--runs", "0"), 2),
        (("project", "--in", "{dossier}", "--runs", "10", "--out", "{file}"), 2),
    ],
)
def test_bad_use_is_told_from_failure(words, code, dossier, file, tmp_path):
    assert run(*(w.format(dossier=dossier, file=file, folder=tmp_path) for w in words)) == code


FULL = project(
    scenario(given("capacity", 700), given("stock", 500), given("arrivals", 1, 9), given("payment", 10))
)


def test_pictures_are_whole_svg_that_load_nothing_and_are_named():
    for picture in (occupancy_picture(FULL), cost_picture(FULL)):
        root = ET.fromstring(picture)
        assert root.find("{http://www.w3.org/2000/svg}title").text
        assert "href" not in picture
        numbers = [float(n) for n in re.findall(r'points="([^"]*)"', picture)[0].replace(",", " ").split()]
        assert all(0 <= n <= 720 for n in numbers)


def test_the_page_marks_assumptions_and_escapes_notes(dossier, file, tmp_path):
    assert run("project", file, "--in", dossier, "--out", tmp_path / "out") == 0
    html = (tmp_path / "out" / "projection.html").read_text()
    assert html.count('class="assumed"') == 2
    assert "<i>a guess" not in html
    assert "default-src 'none'" in html
    assert html.count("<svg") == 3


def test_the_picture_has_a_table_beside_it():
    titles = [table.title for table in tables(FULL)]
    assert titles == ["Parameters", "Through time", "What drives the spread (rank correlation)"]
    assert "Through time" in text(FULL)
    assert "<table>" in page(FULL)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ((given("stock", 5),), "No capacity is given"),
        ((given("stock", 5), given("capacity", 10)), "In no run is the place full"),
        (
            (given("stock", 10), given("capacity", 10)),
            "in 100 % of the runs: 5 of 100 runs by 2031-01-01, 50 of",
        ),
    ],
)
def test_when_it_is_full_in_words(parameters, said):
    assert said in full_words(project(scenario(*parameters, runs=20)))
