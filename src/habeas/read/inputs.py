"""The files to read: folders walked in one order, nothing opened that is not a plain file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.model.dossier import Failure
from habeas.read.limits import Limits

__all__ = ["Input", "inputs", "left_out", "unused_name"]

_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".gitignore", ".gitkeep"})


@dataclass(frozen=True, slots=True)
class Input:
    """A plain file and the name its reports go by."""

    doc: str
    path: Path


def inputs(paths: Sequence[Path], limits: Limits) -> tuple[list[Input], list[Failure]]:
    """All plain files under `paths`, sorted by their name relative to the path given, and what is left out.

    A file given by itself goes by its file name, a file of a folder by its path in the folder. When two inputs
    would share a name, the later ones get the folder's name in front.
    """
    found: list[Input] = []
    left: list[Failure] = []
    names: set[str] = set()
    for given in paths:
        for item in _under(Path(given), limits):
            if isinstance(item, Failure):
                left.append(item)
                continue
            doc = unused_name(item.doc, _parents(Path(given)), names)
            names.add(doc)
            found.append(Input(doc, item.path))
    found.sort(key=lambda one: one.doc)
    left.sort(key=lambda one: one.doc)
    return found, left


def unused_name(doc: str, parents: Sequence[str], names: set[str]) -> str:
    """`doc`, or, where that is among `names`, with as many of the folders it lies in put before it as tell it apart.

    >>> unused_name("a.txt", ("news", "may"), {"a.txt"})
    'may/a.txt'
    """
    if doc not in names:
        return doc
    for part in reversed(parents):
        doc = f"{part.strip('/')}/{doc}"
        if doc not in names:
            return doc
    number = 2
    while f"{doc} ({number})" in names:
        number += 1
    return f"{doc} ({number})"


def left_out(doc: str) -> str | None:
    """Why a plain file of this name is no report, or None.

    >>> left_out("may/Thumbs.db"), left_out("may/a.txt")
    ('is a file of the operating system, not a report', None)
    """
    name = doc.rpartition("/")[2]
    if name.lower() in _SYSTEM_FILES or name.startswith("._"):
        return "is a file of the operating system, not a report"
    return None


def _parents(given: Path) -> tuple[str, ...]:
    return given.resolve().parts if given.is_dir() else given.resolve().parent.parts


def _under(given: Path, limits: Limits) -> Iterator[Input | Failure]:
    try:
        mode = given.stat().st_mode
    except OSError as error:
        yield Failure(given.name or str(given), f"cannot be opened: {_reason(error)}")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(given, given.resolve(), "", limits, 0)
    elif stat.S_ISREG(mode):
        yield Input(given.name, given)
    else:
        yield Failure(given.name, f"is {_nature(mode)}, not a file")


def _folder(folder: Path, root: Path, prefix: str, limits: Limits, depth: int) -> Iterator[Input | Failure]:
    if depth > limits.depth:
        yield Failure(prefix.rstrip("/"), f"folders are nested more than {limits.depth} deep")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(prefix.rstrip("/") or folder.name, f"cannot be opened: {_reason(error)}")
        return
    for entry in entries:
        doc = prefix + _printable(entry.name)
        if entry.is_symlink():
            yield from _linked(Path(entry.path), root, doc)
        elif entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("."):
                yield from _folder(Path(entry.path), root, doc + "/", limits, depth + 1)
        elif reason := left_out(doc):
            yield Failure(doc, reason)
        elif entry.is_file(follow_symlinks=False):
            yield Input(doc, Path(entry.path))
        else:
            yield Failure(doc, f"is {_nature(entry.stat(follow_symlinks=False).st_mode)}, not a file")


def _linked(path: Path, root: Path, doc: str) -> Iterator[Input | Failure]:
    """A link inside the folder is skipped (its target is read); one that leaves the folder is not followed."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        yield Failure(doc, f"is a link that leads nowhere: {_reason(error)}")
        return
    if not target.is_relative_to(root):
        yield Failure(doc, "is a link out of the folder and is not followed; give its target as an input")
    elif target.is_file():
        yield Input(doc, target)
    else:
        yield Failure(doc, "is a link to a folder, which is read by its own name")


def _nature(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device" if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else "something else"


def _printable(name: str) -> str:
    """File names that are not UTF-8 hold lone surrogates, which no output file could hold."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
