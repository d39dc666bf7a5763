"""What a partition depends on besides its input: the program, as far as it makes partitions, and the pack."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources
from pathlib import Path

from habeas.packs import load_pack, pack_digest

__all__ = ["PackState", "pack_state", "program_digest"]

_FOLDERS = ("model", "packs", "read", "mark", "claim", "trace", "scale")
_FILES = ("collector.py", "errors.py", "understanding.py")
_READERS = ("charset-normalizer", "fastwarc", "lxml", "numpy", "pyarrow", "pypdfium2", "trafilatura")
"""Other people's packages that the text of a report or the form of a partition hangs on."""

PackState = str
"""The digest of a pack as one machine holds it."""


@cache
def program_digest() -> str:
    """SHA-256 of every file of habeas that a partition hangs on, and of the versions of what it reads with.

    Any change there makes new partitions; a change to pages, exports or the ledger leaves the old ones in use.
    """
    root = Path(str(resources.files("habeas")))
    found = [root / name for name in _FILES]
    for folder in _FOLDERS:
        found += (p for p in (root / folder).rglob("*") if p.is_file() and p.suffix != ".pyc")
    digest = hashlib.sha256()
    for path in sorted(found):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode() + content)
    for name in _READERS:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    return digest.hexdigest()


@cache
def pack_state(name: str) -> PackState:
    """The digest of the pack called `name` on this machine. Raises PackError."""
    return pack_digest(load_pack(name))
