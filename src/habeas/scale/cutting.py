"""Cutting work into parts: files into groups that are read at once, reports into parts that are understood at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.model.dossier import Failure
from habeas.model.report import Report
from habeas.scale.sources import Source

__all__ = ["Cuts", "groups", "parts"]


@dataclass(frozen=True, slots=True)
class Cuts:
    """How large a part may be. A part is what is lost when a worker dies: some seconds of work."""

    files: int = 64
    bytes: int = 64_000_000
    reports: int = 64
    characters: int = 500_000


def groups(found: Sequence[Source], cuts: Cuts) -> Iterator[tuple[Source, ...]]:
    """The files in groups, in order. A large file is a group of its own.

    A group ends after a name whose digest says so (one in `cuts.files / 2`), so that a file which is added changes the
    group it falls in and the others stay as they are, and are found again by a rerun.
    """
    group: list[Source] = []
    size = 0
    for one in found:
        if group and size + one.size > cuts.bytes:
            yield tuple(group)
            group, size = [], 0
        group.append(one)
        size += one.size
        if len(group) >= cuts.files or _ends(one.doc, max(1, cuts.files // 2)):
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)


def _ends(doc: str, every: int) -> bool:
    digest = hashlib.sha256(doc.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") % every == 0


def parts(made: Iterable[Report | Failure], cuts: Cuts) -> Iterator[list[Report | Failure]]:
    """What was read, in parts, in order; each is given away before the next is read."""
    part: list[Report | Failure] = []
    length = 0
    for one in made:
        part.append(one)
        length += len(one.text) if isinstance(one, Report) else 0
        if len(part) >= cuts.reports or length >= cuts.characters:
            yield part
            part, length = [], 0
    if part:
        yield part
