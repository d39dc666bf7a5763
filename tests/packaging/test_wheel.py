"""What is built to be installed: pure, whole, and the same program."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
TAKEN = ("src", "docs", "samples", "packaging")
LEFT = (
    "_compiled/cpython-311/STAMP",
    "_compiled/cpython-311/habeas/mark/marking.cpython-311-x86_64-linux-gnu.so",
    "claim/claiming.cpython-311-x86_64-linux-gnu.so",
    "mark/__pycache__/marking.cpython-311.pyc",
    "model/claim.pyd",
)
"""What a compiler and an interpreter leave between the sources."""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(tree: Path, out: Path, kind: str) -> Path:
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", out, cwd=tree)
    return next(out.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source as a developer has it, with what a compiler leaves beside the modules."""
    made = tmp_path_factory.mktemp("source")
    for name in TAKEN:
        shutil.copytree(
            HOME / name, made / name, ignore=shutil.ignore_patterns("__pycache__", "_compiled", "*.so")
        )
    for path in (*HOME.glob("*.md"), *HOME.glob("requirements*.lock"), HOME / "Makefile"):
        shutil.copy(path, made)
    for name in ("pyproject.toml", "LICENSE", ".gitignore"):
        shutil.copy(HOME / name, made)
    for name in LEFT:
        path = made / "src" / "habeas" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x7fELF")
    return made


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tree, tmp_path_factory.mktemp("wheel"), "wheel")


def test_a_wheel_is_pure_and_holds_every_file_of_the_program_and_no_other(wheel: Path, tree: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    source = tree / "src"
    files = {p.relative_to(source).as_posix() for p in source.rglob("*") if p.is_file()}
    samples = {f"habeas/samples/{p.name}" for p in (tree / "samples").iterdir()}
    wanted = files - {f"habeas/{name}" for name in LEFT} | samples
    with zipfile.ZipFile(wheel) as packed:
        held = set(packed.namelist())
        assert b"Root-Is-Purelib: true" in packed.read(next(n for n in held if n.endswith("/WHEEL")))
    assert {n for n in held if n.startswith("habeas/")} == wanted
    ends = {Path(n).suffix for n in wanted}
    assert {".py", ".toml", ".html", ".css", ".js", ".svg", ".sql", ".txt", ".typed"} <= ends
    assert any("/migrations/versions/" in n for n in wanted)
    rest = {n.split("/", 1)[1] for n in held if not n.startswith("habeas/")}
    assert {"METADATA", "RECORD", "entry_points.txt", "data/share/man/man1/habeas.1"} <= rest
    assert any(n.endswith("LICENSE") for n in rest)


def test_the_wheel_of_the_source_archive_is_the_same_wheel(wheel: Path, tree: Path, tmp_path: Path) -> None:
    archive = built(tree, tmp_path / "sdist", "sdist")
    with tarfile.open(archive) as packed:
        assert not [n for n in packed.getnames() if n.partition("/src/habeas/")[2] in LEFT]
        packed.extractall(tmp_path)  # made by the line above; Debian's Python 3.11.2 knows no filter
    unpacked = tmp_path / archive.name.removesuffix(".tar.gz")
    assert {"samples", "packaging", "docs", "README.md", "LICENSE"} <= {p.name for p in unpacked.iterdir()}
    again = built(unpacked, tmp_path / "wheel", "wheel")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(wheel.read_bytes()).digest()


def test_the_installed_program_builds_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "installed"
    options = ("--quiet", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "install", *options, "--target", place, wheel, cwd=tmp_path)
    where = "import habeas; print(habeas.__file__)"
    assert run(sys.executable, "-c", where, cwd=tmp_path, PYTHONPATH=str(place)).startswith(str(place))
    build = (sys.executable, "-m", "habeas", "build", HOME / "samples", "--json", "--out")
    run(*build, tmp_path / "of-wheel", cwd=tmp_path, PYTHONPATH=str(place))
    run(*build, tmp_path / "of-source", cwd=tmp_path)
    outputs = [
        json.loads((tmp_path / name / "manifest.json").read_bytes())["outputs"]
        for name in ("of-wheel", "of-source")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 30
