"""Completion in the shells, and the manual page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "habeas.1"


def habeas(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "habeas"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("shell", "hook"),
    [
        ("bash", "complete -o default -F _habeas_completion habeas"),
        ("zsh", "#compdef habeas"),
        ("fish", "complete --command habeas"),
    ],
)
def test_a_script_for_completion_is_given(shell: str, hook: str) -> None:
    script = habeas(_HABEAS_COMPLETE=f"source_{shell}")
    assert hook in script
    assert "_HABEAS_COMPLETE=complete_" in script
    if program := shutil.which(shell):
        check = "-n" if shell != "fish" else "--no-execute"
        subprocess.run([program, check], input=script, text=True, check=True, timeout=20)


def test_commands_and_options_are_completed() -> None:
    told = habeas(_HABEAS_COMPLETE="complete_bash", COMP_WORDS="habeas ver", COMP_CWORD="1")
    assert told.split() == ["verify"]
    told = habeas(_HABEAS_COMPLETE="complete_bash", COMP_WORDS="habeas build --reader-", COMP_CWORD="2")
    assert set(told.split()) == {"--reader-model", "--reader-cache", "--reader-timeout"}


def test_bash_completes_after_reading_the_script(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("this machine has no bash")
    script = habeas(_HABEAS_COMPLETE="source_bash")
    asked = 'COMP_WORDS=(habeas find); COMP_CWORD=1; _habeas_completion habeas; echo "${COMPREPLY[@]}"'
    (tmp_path / "habeas").write_text(f'#!/bin/sh\nexec {sys.executable} -m habeas "$@"\n', "utf-8")
    (tmp_path / "habeas").chmod(0o755)
    done = subprocess.run(
        [bash, "-c", f"{script}\n{asked}"],
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["findings"]


def test_every_command_is_in_the_manual_page() -> None:
    from typer.main import get_command

    from habeas.cli.app import app

    shown = re.findall(r"^\.SS (\S+)", PAGE.read_text("utf-8"), re.M)
    assert [name for name in get_command(app).commands if name not in shown] == []


@pytest.mark.parametrize(
    "checker",
    [("mandoc", "-T", "lint", "-W", "warning"), ("groff", "-man", "-Tutf8", "-ww", "-z"), ("man", "--warnings", "-l")],
    ids=lambda command: command[0],
)  # fmt: skip
def test_the_manual_page_is_set_without_a_warning(checker: tuple[str, ...]) -> None:
    if shutil.which(checker[0]) is None:
        pytest.skip(f"this machine has no {checker[0]}")
    done = subprocess.run([*checker, PAGE], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    assert checker[0] == "man" or done.stdout == ""
