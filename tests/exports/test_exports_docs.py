"""The page on exports: every command on it runs, and it names every format."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from habeas.publish.exports.formats import FORMATS

HOME = Path(__file__).resolve().parents[2]
PAGE = (HOME / "docs" / "exports.md").read_text("utf-8")


def test_every_command_of_the_page_runs_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(HOME / "samples")
    lines = [
        line for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.M | re.S) for line in block.splitlines()
    ]
    assert len(lines) >= 20
    if find_spec("nomenklatura") is None:  # as in conftest.py
        lines = [line for line in lines if "ftm " not in line.replace("--format ftm ", "")]
    # Datasette answers one question and stops, instead of serving on.
    script = "\n".join(f"{line} --get /dossier" if line.startswith("datasette ") else line for line in lines)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    for name in (
        "story.pdf",
        "story.xlsx",
        "story.md",
        "story.bib",
        "story.csl.json",
        "timeline.json",
    ):
        assert (tmp_path / name).stat().st_size > 100, name


def test_the_page_names_every_format_its_file_and_what_opens_it() -> None:
    for form in FORMATS:
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{form.name}` |"))
        assert (f"`{form.file}`" in row) == form.kept
        assert form.opens in row.replace("`", "")
