"""The compiled core: used only while it is of the present sources, and the same in every byte."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from habeas import compiled
from habeas.compiling import compile_core
from habeas.errors import UsageError


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small habeas of two files in a folder of its own, with a core that was made of them."""
    for name in compiled.PACKAGES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.py").write_text("x = 1\n", "utf-8")
    monkeypatch.setattr(compiled, "_ROOT", tmp_path)
    monkeypatch.delenv(compiled.PURE, raising=False)
    compiled.folder().mkdir(parents=True)
    (compiled.folder() / "STAMP").write_text(compiled.stamp(), "ascii")
    return tmp_path


def test_a_core_of_the_present_sources_is_used(elsewhere: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    path = ["sources"]
    compiled.enter(path)
    assert path == [str(compiled.folder() / "habeas"), "sources"]


def test_a_core_of_other_sources_is_never_used(elsewhere: Path):
    (elsewhere / "mark" / "one.py").write_text("x = 2  # a day later\n", "utf-8")
    path = ["sources"]
    compiled.enter(path)
    assert path == ["sources"]


def test_a_new_source_makes_the_core_stale(elsewhere: Path):
    (elsewhere / "claim" / "two.py").write_text("", "utf-8")
    assert not compiled.is_fresh()


def test_the_sources_can_be_asked_for(elsewhere: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(compiled.PURE, "1")
    path = ["sources"]
    compiled.enter(path)
    assert path == ["sources"]


def test_what_is_missing_for_compiling_is_named(elsewhere: Path, monkeypatch: pytest.MonkeyPatch):
    (compiled.folder() / "STAMP").unlink()
    monkeypatch.setenv("CC", "no-such-compiler")
    with pytest.raises(UsageError, match="C compiler"):
        compile_core()


def test_a_compiler_that_fails_leaves_the_sources_in_use(elsewhere: Path, monkeypatch: pytest.MonkeyPatch):
    (compiled.folder() / "STAMP").unlink()
    monkeypatch.setenv("CC", "false")
    with pytest.raises(UsageError, match="could not be compiled; the sources are used as before"):
        compile_core()
    assert not compiled.is_fresh()
