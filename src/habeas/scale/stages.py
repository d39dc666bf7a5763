"""The two stages that run on workers: files to reports, reports to what is understood of them.

Each takes a task, looks whether the work folder has its result already, else makes it with the same functions that one
machine uses, and gives back a few words on it. What was made stays in the work folder and travels from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date

from habeas.errors import ScaleError
from habeas.model.dossier import Failure, Understood
from habeas.model.report import Report
from habeas.read.inputs import Input
from habeas.read.limits import Limits
from habeas.read.reading import read_input
from habeas.scale.cutting import Cuts, parts
from habeas.scale.keys import pack_state, program_digest
from habeas.scale.packing import packed, unpacked
from habeas.scale.partitions import Row, address, content, kept, whole
from habeas.scale.sources import Source, fetched, fingerprint
from habeas.scale.store import Store, store
from habeas.understanding import understand

__all__ = ["Made", "Order", "Part", "Reading", "gathered", "known_part", "read_group", "understand_part"]


@dataclass(frozen=True, slots=True)
class Order:
    """What holds for every task of a run: the work folder, the token that the run left in it, the state of the program,
    the pack and its state, the day of reports that state none, how to cut, and what a report may be."""

    work: str
    token: str
    program: str
    pack: str
    pack_digest: str
    published: date | None
    cuts: Cuts
    limits: Limits


@dataclass(frozen=True, slots=True)
class Part:
    """A partition: its name in the work folder, and how many rows it has."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A group of files to read."""

    group: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a task: its partitions, and whether they were found and not made."""

    parts: tuple[Part, ...]
    found: bool

    @property
    def rows(self) -> int:
        """How many reports its partitions hold, with those that failed."""
        return sum(part.rows for part in self.parts)


def read_group(order: Order, reading: Reading) -> Made:
    """Read some files: partitions `reports/*` of at most so many reports, and `read/*`, which says which they are.

    Raises ScaleError where this worker is not fit for the order, or a file cannot be fetched.
    """
    shelf = _fit(order)
    with ExitStack() as stack:
        inputs = [Input(one.doc, stack.enter_context(fetched(one))) for one in reading.group]
        day = order.published.isoformat() if order.published else ""
        prints = (f"{one.doc}\n{fingerprint(one.path)}" for one in inputs)
        key = address("read", order.program, day, repr(order.cuts), repr(order.limits), *prints)
        name = f"read/{key}.parquet"
        if (known := _listing(shelf, name)) is not None:
            return Made(known, True)
        read = (one for item in inputs for one in read_input(item, order.published, order.limits))
        made = []
        for number, part in enumerate(parts(read, order.cuts)):
            file = f"reports/{address(key, str(number))}.parquet"
            shelf.write(file, content([_read_row(one) for one in part]))
            made.append(Part(file, len(part)))
    shelf.write(name, content([Row(part.name, str(part.rows).encode()) for part in made]))
    return Made(tuple(made), False)


def understand_part(order: Order, part: Part) -> Made:
    """Understand the reports of one partition: a partition `understood/*` with a row for each of its rows.

    Raises ScaleError where this worker is not fit for the order, or the partition cannot be read.
    """
    shelf = _fit(order)
    if (known := known_part(order, part)) is not None:
        return known
    name = _understood_name(order, part)
    where = shelf.full(part.name)
    made = []
    for row in kept(shelf, part.name):
        if row.value is None:
            made.append(row)
            continue
        result = understand(order.pack, unpacked(Report, row.value, where))
        made.append(_failed(result) if isinstance(result, Failure) else Row(row.doc, packed(result)))
    shelf.write(name, content(made))
    return Made((Part(name, len(made)),), False)


def known_part(order: Order, part: Part) -> Made | None:
    """The partition `understood/*` of a partition of reports, if the work folder has it whole."""
    name = _understood_name(order, part)
    return Made((Part(name, part.rows),), True) if whole(store(order.work), name) == part.rows else None


def gathered(order: Order, part: Part) -> Iterator[Understood | Failure]:
    """What stands in a partition `understood/*`."""
    shelf = store(order.work)
    for row in kept(shelf, part.name):
        if row.value is None:
            yield Failure(row.doc, row.failure or "")
        else:
            yield unpacked(Understood, row.value, shelf.full(part.name))


def _understood_name(order: Order, part: Part) -> str:
    return f"understood/{address('understand', order.program, order.pack_digest, part.name)}.parquet"


def _fit(order: Order) -> Store:
    """The work folder, as far as this worker sees it and is as the one that gave the order. Raises ScaleError."""
    shelf = store(order.work)
    if not shelf.has(order.token):
        raise ScaleError(
            order.work,
            "the work folder is not to be seen from this worker: give one that all share, or a store (s3://...)",
        )
    if program_digest() != order.program:
        raise ScaleError(
            "habeas", "a worker runs another habeas or other readers than this machine: install the same"
        )
    if pack_state(order.pack) != order.pack_digest:
        raise ScaleError(
            order.pack, "a worker holds another state of this pack: put the same folder on every node"
        )
    return shelf


def _read_row(one: Report | Failure) -> Row:
    return _failed(one) if isinstance(one, Failure) else Row(one.doc, packed(one))


def _failed(one: Failure) -> Row:
    return Row(one.doc, None, one.reason)


def _listing(shelf: Store, name: str) -> tuple[Part, ...] | None:
    """The parts that a `read/*` partition lists, if it and all of them are there and whole."""
    if whole(shelf, name) is None:
        return None
    listed = tuple(Part(row.doc, int(row.value or b"0")) for row in kept(shelf, name))
    return listed if all(whole(shelf, part.name) == part.rows for part in listed) else None
