"""The files to read, wherever they lie: folders and files of this machine, and all that Daft can list (s3://, gs://,
https://, ...). They go by the names that the same files in one folder of one machine go by.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

from habeas.errors import ScaleError
from habeas.model.dossier import Failure
from habeas.read.inputs import inputs, left_out, unused_name
from habeas.read.limits import Limits
from habeas.scale.places import local_path
from habeas.scale.quiet import daft

__all__ = ["Source", "fetched", "fingerprint", "sources"]

_GLOB = "*?[{"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: the name its reports go by, its path or URL, and its size in bytes."""

    doc: str
    where: str
    size: int


def sources(places: Sequence[str], limits: Limits) -> tuple[list[Source], list[Failure]]:
    """Every file at `places`, in the order of their names, and what is left out with the reason.

    A place is a path or a URL: of one file, of a folder (all that is in it), or with `*` in it. Raises ScaleError where
    a store cannot be listed.
    """
    local = [path for place in places if (path := local_path(place)) is not None]
    items, left = inputs(local, limits)
    found = [Source(item.doc, str(item.path.absolute()), _size(item.path)) for item in items]
    names = {one.doc for one in found}
    for place in (place for place in places if local_path(place) is None):
        for one in _listed(place):
            if reason := left_out(one.doc):
                left.append(Failure(one.doc, reason))
                continue
            doc = unused_name(one.doc, PurePosixPath(_folder(place)).parts, names)
            names.add(doc)
            found.append(Source(doc, one.where, one.size))
    found.sort(key=lambda one: one.doc)
    return found, sorted(left, key=lambda one: one.doc)


@contextmanager
def fetched(source: Source) -> Iterator[Path]:
    """The file of `source` as a path of this machine: itself, or a copy that is gone afterwards. Raises ScaleError."""
    path = local_path(source.where)
    if path is not None:
        if not path.exists():
            raise ScaleError(
                source.where,
                "is not to be seen from this worker: read from a disk that all share, or a store",
            )
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="habeas-") as folder:
        copy = Path(folder) / (PurePosixPath(source.where).name or "file")
        try:
            with _opened(source.where) as stream, copy.open("wb") as out:
                shutil.copyfileobj(stream, out, 1 << 20)
        except (OSError, ValueError, RuntimeError) as error:
            raise ScaleError(source.where, f"cannot be fetched ({error})") from error
        yield copy


def fingerprint(path: Path) -> str:
    """SHA-256 of a file; where it cannot be read, the reason, so that it is tried again once it can."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


def _opened(url: str) -> IO[bytes]:
    return cast(IO[bytes], daft().open_file(url, "rb"))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _folder(place: str) -> str:
    """The part of a place that names of files do not count: up to the last slash before its name, or before a `*`."""
    cut = min((place.find(sign) for sign in _GLOB if sign in place), default=len(place.rstrip("/")))
    return place[: place.rfind("/", 0, cut) + 1]


def _listed(place: str) -> list[Source]:
    """The files that a URL means: those it matches, itself, or else all below it but what lies in hidden folders."""
    folder, found = _folder(place), _glob(place)
    if not any(sign in place for sign in _GLOB) and [url for url, _ in found] != [place]:
        folder = place.rstrip("/") + "/"
        found = _glob(f"{folder}**")
    if not found:
        raise ScaleError(place, "no such file or folder there, or nothing in it")
    named = [Source(url.removeprefix(folder), url, size) for url, size in found]
    return [one for one in named if "/." not in f"/{one.doc.rpartition('/')[0]}"]


def _glob(pattern: str) -> list[tuple[str, int]]:
    module = daft()
    try:
        table: dict[str, list[Any]] = module.from_glob_path(pattern).select("path", "size").to_pydict()
    except FileNotFoundError:
        return []
    except ValueError as error:
        # What Daft says where nothing matches.
        if "MicroPartition" in str(error) or "not found" in str(error).lower():
            return []
        raise ScaleError(pattern, f"cannot be listed ({error})") from error
    except (OSError, RuntimeError) as error:
        raise ScaleError(pattern, f"cannot be listed ({error})") from error
    return sorted((url, int(size or 0)) for url, size in zip(table["path"], table["size"], strict=True))
