"""Putting a folder or a file in its place: whole or not at all, and never at the cost of a file that is not ours."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from habeas.errors import DossierError

__all__ = ["MANIFEST", "place", "place_file"]

MANIFEST = "manifest.json"
"""The file that makes a folder a dossier."""


def place(files: Iterable[tuple[str, bytes]], out: Path) -> tuple[Path, ...]:
    """Write `files` (relative name and content) as the folder `out`, and return their paths in order.

    Everything is first written to a folder beside `out`, which then takes its name. A dossier that stood there is
    replaced; files in it that it did not list in its manifest (a reader's own notes) are carried over. Raises
    DossierError if `out` is anything but a dossier or an empty folder, or cannot be written.
    """
    target = Path(os.path.abspath(out.resolve() if out.is_symlink() else out))
    partial = target.parent / f".{target.name}.partial"
    try:
        _recover(target)
        kept = _kept(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
        names = _write(files, partial)
        _carry_over(kept, target, partial)
        _swap(partial, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DossierError(
            str(out), f"cannot be written ({reason}); free it or choose another folder"
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return tuple(out / name for name in names)


def place_file(content: bytes, out: Path) -> None:
    """Write `content` as the file `out`, which is as it was where that fails. Raises DossierError."""
    target = Path(os.path.abspath(out.resolve() if out.is_symlink() else out))
    # What is there and no file, as a pipe or a terminal, can only be written to.
    partial = (
        target if target.exists() and not target.is_file() else target.parent / f".{target.name}.partial"
    )
    try:
        partial.write_bytes(content)
        partial.replace(target)
    except OSError as error:
        raise DossierError(
            str(out), f"cannot be written ({error.strerror or error}); choose another file"
        ) from error
    finally:
        if partial != target:
            partial.unlink(missing_ok=True)


def _write(files: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    names, made = [], {folder}
    for name, content in files:
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)
        names.append(name)
    return names


def _before(target: Path) -> Path:
    """Where the old dossier stands for the moment of the swap."""
    return target.parent / f".{target.name}.before"


def _recover(target: Path) -> None:
    """Undo a swap that was cut off: the old dossier takes its name again."""
    before = _before(target)
    if not before.is_dir():
        return
    if target.exists():
        shutil.rmtree(before)  # Only a whole new dossier takes the name, so the old one has been replaced.
    else:
        before.rename(target)


def _kept(target: Path) -> tuple[str, ...]:
    """The files in the old dossier that are not its own. Raises DossierError if `target` is no dossier."""
    if not target.exists():
        return ()
    if not target.is_dir():
        raise DossierError(str(target), "is a file; name a folder for the dossier")
    found = sorted(
        p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_symlink() or not p.is_dir()
    )
    if not found:
        return ()
    if MANIFEST not in found:
        raise DossierError(
            str(target), "is a folder of other files, not a dossier; name a new or an empty folder"
        )
    listed = _listed(target / MANIFEST)
    return tuple(name for name in found if name not in listed)


def _listed(manifest: Path) -> frozenset[str]:
    """What the manifest lists as written by the program, itself included."""
    try:
        data = json.loads(manifest.read_text("utf-8"))
        names = {str(PurePosixPath(row["path"])) for row in data["outputs"]}
        data["program"]["name"]
    except (ValueError, KeyError, TypeError) as error:
        raise DossierError(
            str(manifest), "is not the manifest of a dossier; name a new or an empty folder"
        ) from error
    return frozenset(names | {MANIFEST})


def _carry_over(kept: Iterable[str], old: Path, new: Path) -> None:
    for name in kept:
        if os.path.lexists(new / name):
            raise DossierError(str(old / name), "is in the way of a file of the dossier; move it elsewhere")
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(old / name, new / name, follow_symlinks=False)


def _swap(partial: Path, target: Path) -> None:
    if not target.exists():
        partial.rename(target)
        return
    before = _before(target)
    target.rename(before)
    try:
        partial.rename(target)
    except OSError:
        before.rename(target)
        raise
    with contextlib.suppress(OSError):
        shutil.rmtree(before)
