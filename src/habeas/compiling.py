"""Making the compiled core: mypyc writes C of the typed sources, the machine's compiler makes one library of it."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from habeas.compiled import PURE, core, folder, is_fresh, sources, stamp
from habeas.constructors import spelled
from habeas.errors import UsageError

__all__ = ["compile_core"]

_OPTIMISED: Final = "2"
"""gcc's level: 3 costs a third more time to compile and was not measurably faster."""
_BOUND: Final = ["-Wl,-Bsymbolic"] if sys.platform == "linux" else []
"""What has the functions of the core call each other directly: nothing outside of it may take their place."""


_STAMPING: Final = """
from habeas.compiled import folder, stamp
(folder() / "STAMP").write_text(stamp(), "ascii")
"""
"""A program that has the core beside it taken for what is made of its sources."""
_TRAINING: Final = """
import sys
from pathlib import Path
from habeas.compiled import is_fresh
from habeas.read import read_report
from habeas.understanding import understand
assert is_fresh()
for path in map(Path, sys.argv[1:]):
    understand("detention", read_report(path.name, path.read_bytes()))
"""
"""A program that reads reports with the core that counts its ways; on its end the counts lie beside the objects."""


class _Part(NamedTuple):
    """One library to build: its dotted name, its C files, where these look for headers."""

    name: str
    sources: list[str]
    includes: list[str]


def compile_core(workers: int | None = None) -> bool:
    """Compile the reading core; False where it is there already and fresh.

    Raises UsageError where mypyc, a C compiler or Python's headers are missing, or where compiling fails.
    """
    if is_fresh():
        return False
    compiler = _compiler()
    target, made_of = folder(), stamp()
    with tempfile.TemporaryDirectory(prefix="habeas-compile-") as work:
        made = Path(work) / "made"
        _build(compiler, Path(work), made, workers or os.cpu_count() or 1)
        _completed(made, made_of)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(made, target)
    return True


def _completed(made: Path, made_of: str) -> None:
    """Put beside what was built what of the core stays Python, and the stamp."""
    for kept in sorted({*sources()} - {*core()}):
        shutil.copy(kept, made.joinpath("habeas", kept.parent.name))
    (made / "STAMP").write_text(made_of, "ascii")


def _compiler() -> list[str]:
    """The command of the C compiler, once everything that is needed is there."""
    command = shlex.split(os.environ.get("CC", "cc"))
    lacking = [
        name
        for name, there in (
            ("mypyc (pip install 'habeas[fast]')", find_spec("mypyc") and find_spec("setuptools")),
            ("a C compiler (apt-get install gcc)", shutil.which(command[0])),
            ("Python's headers (apt-get install python3-dev)", (_headers() / "Python.h").exists()),
        )
        if not there
    ]
    if lacking:
        raise UsageError(f"the core cannot be compiled here, for want of {', '.join(lacking)}")
    return command


def _headers() -> Path:
    return Path(sysconfig.get_path("include"))


def _build(compiler: list[str], work: Path, made: Path, workers: int) -> None:
    """Build the core at `made`; with gcc twice, as what it reads the samples with tells it which ways are usual."""
    parts = _written(work)
    if not _is_gcc(compiler):
        _built(compiler, parts, work, made, workers, [])
        return
    root = work / "source"
    tried = root / folder().relative_to(sources()[0].parents[2])
    _built(compiler, parts, work, tried, workers, ["-fprofile-generate"])
    _completed(tried, "")
    found = {name: value for name, value in os.environ.items() if name != PURE} | {"PYTHONPATH": str(root)}
    _run([sys.executable, "-c", _STAMPING], root, found)
    _run([sys.executable, "-c", _TRAINING, *map(str, _samples())], root, found)
    _built(compiler, parts, work, made, workers, ["-fprofile-use"])


def _is_gcc(compiler: list[str]) -> bool:
    """Whether the compiler is gcc: others write down otherwise what was usual."""
    asked = [*compiler, "-dM", "-E", "-x", "c", os.devnull]
    told = subprocess.run(asked, capture_output=True, text=True, errors="replace", check=False).stdout
    return "__GNUC__" in told and "__clang__" not in told


def _samples() -> list[Path]:
    """The sample reports: beside the sources in a checkout, within the package where it was installed."""
    home = sources()[0].parents[1]
    for place in (home / "samples", home.parents[1] / "samples"):
        if place.is_dir():
            return sorted(path for path in place.iterdir() if path.suffix in (".txt", ".html"))
    return []


def _built(
    compiler: list[str], parts: list[_Part], work: Path, made: Path, workers: int, profile: list[str]
) -> None:
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    flags = shlex.split(sysconfig.get_config_var("CCSHARED") or "-fPIC")
    flags += ["-w", "-fwrapv", "-fno-plt", f"-I{_headers()}", f"-I{work}", *profile]

    def compiled(source: str, includes: Iterable[str]) -> str:
        out = str(Path(source).with_suffix(".o"))
        extra = [f"-I{one}" for one in includes]
        _run([*compiler, f"-O{_OPTIMISED}", "-DNDEBUG", *flags, *extra, "-c", source, "-o", out])
        return out

    def linked(part: _Part, objects: list[str]) -> None:
        place = made.joinpath(*part.name.split("."))
        place.parent.mkdir(parents=True, exist_ok=True)
        _run([*compiler, "-shared", *profile, *_BOUND, *objects, "-o", f"{place}{suffix}"])

    with ThreadPoolExecutor(workers) as pool:
        waiting = [
            (part, [pool.submit(compiled, source, part.includes) for source in part.sources])
            for part in parts
        ]
        for done in [
            pool.submit(linked, part, [one.result() for one in objects]) for part, objects in waiting
        ]:
            done.result()


def _written(work: Path) -> list[_Part]:
    """The C sources of the core, written below `work`: one library, and a small door to it for every module."""
    program = (
        "import json, sys; from mypyc.build import mypycify; "
        "made = mypycify(sys.argv[3:], multi_file=True, group_name='habeas_core', target_dir=sys.argv[1]); "
        "json.dump([(e.name, e.sources, e.include_dirs) for e in made], open(sys.argv[2], 'w'))"
    )
    kept = work / "parts.json"
    root = work / "source"
    files = _spelled(root)
    found = os.environ | {"MYPYPATH": str(root)}
    asked = ["--strict", "--ignore-missing-imports", "--cache-dir", str(work / "cache"), "--config-file="]
    # Of modules outside the core only their types matter, and the machine may lack what these build upon.
    asked += ["--no-warn-unused-ignores", "--follow-imports=silent"]
    _run([sys.executable, "-c", program, str(work), str(kept), *asked, *files], root, found)
    return [_Part(*row) for row in json.loads(kept.read_text("utf-8"))]


def _spelled(root: Path) -> list[str]:
    """A copy of the program's sources below `root`, the core's constructors written out; the names of the core's files."""
    home = sources()[0].parents[1]
    shutil.copytree(home, root / home.name, ignore=lambda _, names: [n for n in names if n == "_compiled"])
    files = [root / path.relative_to(home.parent) for path in core()]
    for path in files:
        path.write_text(spelled(path.read_text("utf-8")), "utf-8")
    return [str(path.relative_to(root)) for path in files]


def _run(command: list[str], where: Path | None = None, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command, cwd=where, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        last = done.stdout.strip().splitlines()[-1:]
        raise UsageError(
            f"the core could not be compiled; the sources are used as before ({' '.join(last)[:300]})"
        )
