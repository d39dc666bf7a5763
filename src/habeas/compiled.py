"""The reading core as machine code, where this machine has it: marks and claims in half the time, and the same bytes.

`habeas compile` makes it of these very sources with mypyc. It is used only as long as no source has changed since,
so that what runs is always what is written.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Final

__all__ = ["PACKAGES", "PURE", "core", "enter", "folder", "is_fresh", "sources", "stamp"]

PACKAGES: Final = ("claim", "mark", "model")
"""The packages that are compiled: all that reads one report's text, and the types that it speaks in."""

TYPES: Final = ("__init__", "claim", "columns", "letters", "marks", "pack", "report", "seeking", "span")
"""What of `model` is compiled: the types of one report. The others stay Python: they take a whole number where a fraction
may stand, and machine code would make a fraction of it."""

PURE: Final = "HABEAS_PURE"
"""Set to anything, this variable of the environment keeps to the Python sources."""

_ROOT: Final = Path(__file__).resolve().parent


def folder() -> Path:
    """Where the compiled core of this Python lies, if it was made."""
    return _ROOT / "_compiled" / (sys.implementation.cache_tag or "python")


def sources() -> list[Path]:
    """The Python files of the core, sorted."""
    return sorted(path for name in PACKAGES for path in (_ROOT / name).rglob("*.py"))


def core() -> list[Path]:
    """Those of `sources` that are compiled; the others are copied beside them."""
    return [path for path in sources() if path.parent.name != "model" or path.stem in TYPES]


def stamp() -> str:
    """What tells one state of the sources from another: names, sizes and times of all of them."""
    found = hashlib.sha256(str(_ROOT).encode())
    for path in sources():
        seen = path.stat()
        found.update(f"{path.relative_to(_ROOT)} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return found.hexdigest()


def is_fresh() -> bool:
    """Whether a compiled core is there and was made of the sources as they are now."""
    try:
        return (folder() / "STAMP").read_text("ascii") == stamp()
    except OSError:
        return False


def enter(path: list[str]) -> None:
    """Put the compiled core before the sources on a package's `path`, where it is there and fresh."""
    if PURE not in os.environ and (_ROOT / "_compiled").is_dir() and is_fresh():
        sys.path.append(str(folder()))
        path.insert(0, str(folder() / "habeas"))
