"""What the docs say is so: generated pages are fresh, commands run, links lead somewhere, examples hold."""

from __future__ import annotations

import ast
import doctest
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import habeas

HOME = Path(__file__).resolve().parents[2]
PAGES = sorted([*HOME.glob("*.md"), *(HOME / "docs").glob("*.md")])
_BLOCK = re.compile(r"^```(?:sh|shell|bash)\n(.*?)^```", re.M | re.S)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def commands(page: Path) -> list[str]:
    """The shell blocks of a page that hold nothing but habeas commands (and comments)."""
    blocks = _BLOCK.findall(page.read_text("utf-8"))
    lines = [[x for x in block.splitlines() if x.strip() and not x.startswith("#")] for block in blocks]
    return ["\n".join(block) for block in lines if block and all(x.startswith("habeas ") for x in block)]


# What the page on exports shows is run whole, in its order and with the other tools, beside the exports.
SHOWN = [page for page in PAGES if commands(page) and page.name != "exports.md"]
BUILT = "habeas build samples --out dossier"
"""Most pages begin with it."""


def run(block: str, folder: Path) -> None:
    """The commands of a block, in a shell in `folder`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-e", "-c", block],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{block}\n{done.stdout[-500:]}{done.stderr[-500:]}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command that most pages begin with makes; the same bytes each time, so it is run once."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(HOME / "samples", folder / "samples")
    run(BUILT, folder)
    return folder / "dossier"


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_the_commands_of_a_page_run_as_shown(page: Path, built: Path, tmp_path: Path) -> None:
    shutil.copytree(HOME / "samples", tmp_path / "samples")
    if (HOME / "examples").is_dir():
        shutil.copytree(HOME / "examples", tmp_path / "examples")
    shutil.copytree(HOME / "docs" / "examples", tmp_path / "docs" / "examples")
    for block in commands(page):
        rest = [line for line in block.splitlines() if line.partition("#")[0].strip() != BUILT]
        if len(rest) < len(block.splitlines()):
            shutil.copytree(built, tmp_path / "dossier", dirs_exist_ok=True)
        if rest:
            run("\n".join(rest), tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = _LINK.findall(page.read_text("utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


def test_generated_pages_are_what_would_be_written_now() -> None:
    from generate import drifted

    assert drifted() == [], "run make docs"


def test_every_target_has_a_result() -> None:
    from figures import read_results, read_stages

    results = read_results(HOME / "bench" / "results")
    figures = [one for stage in read_stages(HOME / "bench" / "reach.toml") for one in stage.figures]
    assert len(figures) > 20
    assert [f.measure for f in figures if f.value(results) is None] == []
    assert [f.measure for f in figures if f.peer and f.value_of_peer(results) is None] == []
    assert [f.measure for f in figures if f.held_out and f.value_held_out(results) is None] == []


def test_every_result_names_the_commit_of_its_data_and_of_habeas() -> None:
    from figures import read_results

    from checkouts import REPOSITORIES

    for result in read_results(HOME / "bench" / "results").values():
        assert re.fullmatch(r"[0-9a-f]{40}\+?", result.habeas), result.bench
        assert set(result.data) <= set(REPOSITORIES), result.bench
        assert all(re.fullmatch(r"[0-9a-f]{40}", commit) for commit in result.data.values()), result.bench


def test_every_checkout_that_a_bench_needs_is_on_the_benchmarks_page() -> None:
    from all import BENCHES
    from checkouts import REPOSITORIES

    page = (HOME / "docs" / "benchmarks.md").read_text("utf-8")
    needed = {r for b in BENCHES for r in (b.needs, *(repository for _, repository in b.takes)) if r}
    assert needed == set(REPOSITORIES)
    assert [name for name in REPOSITORIES if f"https://github.com/{name}" not in page] == []
    assert [b.name for b in BENCHES if f"| `{b.name}` |" not in page] == []


def test_a_missing_checkout_is_skipped_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from all import main

    assert main([str(tmp_path), "--results", str(tmp_path / "results"), "--only", "moments", "names"]) == 0
    said = capsys.readouterr().out
    assert "moments          skipped: jspotter/TempEval-3 is not below" in said
    assert not (tmp_path / "results").exists()


def test_every_command_of_the_program_is_on_the_page() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "habeas", "--help"], capture_output=True, text=True, check=True
    ).stdout
    page = (HOME / "docs" / "cli.md").read_text("utf-8")
    assert re.findall(r"^## habeas (\w+)", page, re.M)
    assert [c for c in re.findall(r"^## habeas (\w+)", page, re.M) if c not in shown] == []


def test_every_tool_of_an_assistant_is_on_the_page() -> None:
    from habeas.assistant.tools import TOOLS

    page = (HOME / "docs" / "mcp.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == [tool.name for tool in TOOLS]


def source(name: str) -> Path:
    """The file a module of the package is written in, whatever form of it runs."""
    path = Path(habeas.__file__).parent.parent / name.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def modules() -> list[str]:
    """Every module of the package that shows an example."""
    found = [
        m.name for m in pkgutil.walk_packages(habeas.__path__, "habeas.") if not m.name.endswith("__main__")
    ]
    return [name for name in found if ">>> " in source(name).read_text("utf-8")]


@pytest.mark.parametrize("name", modules())
def test_the_examples_in_docstrings_hold(name: str) -> None:
    # Machine code keeps no docstrings: the examples are read from the source, and run on what is loaded.
    module = importlib.import_module(name)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for node in ast.walk(ast.parse(source(name).read_text("utf-8"))):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and (
            told := ast.get_docstring(node)
        ):
            told_by = f"{name}.{getattr(node, 'name', '')}"
            runner.run(doctest.DocTestParser().get_doctest(told, vars(module).copy(), told_by, name, 0))
    assert runner.tries
    assert runner.failures == 0
