"""The page about projections says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from habeas.project import ROLES
from habeas.project.block import SMALL
from habeas.project.ranges import OPEN_END

HOME = Path(__file__).resolve().parents[2]
PAGE = (HOME / "docs" / "projection.md").read_text("utf-8")


def test_every_parameter_is_on_the_page_and_no_other():
    table = PAGE.partition("| `[parameters.…]` |")[2].partition("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == set(ROLES)


def test_the_figures_on_the_page_are_those_of_the_program():
    assert f"fewer than {SMALL} people in sight" in PAGE
    assert f'"more than 200" | 200 to {200 * OPEN_END:g}' in PAGE


def test_the_python_example_runs(dossier, monkeypatch, tmp_path, capsys):
    code = re.search(r"```python\n(.*?)```", PAGE, re.S)[1]
    scenario = tmp_path / "scenario.toml"
    scenario.write_text(
        'start = 2031-06-01\nruns = 200\ndays = 100\n[parameters.capacity]\nproperty = "capacity"\n'
        '[parameters.stock]\nbasis = "assumed"\nvalue = 20000\n'
    )
    code = code.replace("docs/examples/scenario.toml", str(scenario))
    monkeypatch.chdir(dossier.parent)
    exec(compile(code, "docs/projection.md", "exec"), {})
    assert capsys.readouterr().out.strip() == "1.0"
