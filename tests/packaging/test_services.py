"""The container file and the systemd unit."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
UNIT = HOME / "packaging" / "habeas.service"
STEPS = [
    line.split(maxsplit=1)
    for line in (HOME / "packaging" / "Containerfile").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit with a program that is on this machine."""
    made = tmp_path / "habeas.service"
    text = UNIT.read_text("utf-8").replace("/opt/habeas/bin/habeas", sys.executable)
    made.write_text(text.replace("Documentation=man:habeas(1)\n", ""), "utf-8")
    return made


def systemd_analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("this machine has no systemd-analyze")
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_systemd_has_nothing_to_say_against_the_unit(unit: Path) -> None:
    done = systemd_analyze("verify", unit)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_systemd_finds_the_unit_hardly_exposed(unit: Path) -> None:
    done = systemd_analyze("security", "--offline=true", "--threshold=20", "--no-pager", unit)
    assert done.returncode == 0, done.stdout[-2000:]


def test_the_unit_starts_the_desk_as_the_program_takes_it() -> None:
    from typer.main import get_command

    from habeas.cli.app import app

    command = re.search(r"^ExecStart=\S+/habeas (\w+) (.+)$", UNIT.read_text("utf-8"), re.M)
    assert command and command[1] == "serve"
    options = {form for p in get_command(app).commands["serve"].params for form in p.opts}
    assert [word for word in command[2].split() if word.startswith("--") and word not in options] == []


def test_the_container_runs_as_nobody_in_particular_and_installs_in_its_first_stage_alone() -> None:
    stages = [n for n, (word, _) in enumerate(STEPS) if word == "FROM"]
    last = STEPS[stages[-1] :]
    assert len(stages) == 2
    assert all(
        not re.search(r":latest|^\S+/[^:\s]+$", rest.split()[0]) for word, rest in STEPS if word == "FROM"
    )
    assert not any("pip" in rest or "apt" in rest for word, rest in last if word == "RUN")
    words = [word for word, _ in last]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", dict(last)["USER"])
    assert words.index("USER") < words.index("ENTRYPOINT")
    assert dict(last)["ENTRYPOINT"] == '["habeas"]'


def test_the_container_copies_what_is_there_and_all_that_the_wheel_needs() -> None:
    taken = [rest.split()[:-1] for word, rest in STEPS if word == "COPY" and "--from" not in rest]
    names = {name for group in taken for name in group}
    assert [name for name in names if not (HOME / name).exists()] == []
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["force-include"], *wheel["shared-data"], *(w.split("/")[0] for w in wheel["packages"])}
    assert {"pyproject.toml", "README.md", "LICENSE", "samples", *needed} <= names


def test_the_page_on_installing_names_every_file_and_only_options_there_are() -> None:
    from typer.main import get_command

    from habeas.cli.app import app

    page = (HOME / "docs" / "install.md").read_text("utf-8")
    assert [p.name for p in (HOME / "packaging").iterdir() if f"packaging/{p.name}" not in page] == []
    commands = get_command(app).commands
    shown = "\n".join(re.findall(r"^```sh\n(.*?)^```", page, re.M | re.S))
    called = re.findall(r"(?:^|bin/| )habeas (\w+) ([^\n#]*)", shown, re.M)
    assert {"build", "verify", "add", "users"} <= {name for name, _ in called}
    for name, rest in called:
        forms = {form for p in commands[name].params for form in (*p.opts, *p.secondary_opts)}
        assert [w for w in rest.split() if w.startswith("--") and w not in forms] == [], name
    extras = (HOME / "pyproject.toml").read_text("utf-8").split("[project.optional-dependencies]")[1]
    named = set(re.findall(r"^(\w+) = \[", extras, re.M)) - {"test", "packages", "select", "ignore"}
    told = set(re.findall(r"^\| `(\w+)` \|", page, re.M))
    assert told <= named
