"""Adding: later reports taken into a dossier, of which only the new ones are read and understood.

What was understood of the others stands in the dossier. The stages that look at all reports run again, in the order
of the reports' names, so that the dossier is the same whether its reports came one by one or all at once.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from habeas.errors import DossierError
from habeas.flow import Watch, assemble, input_order, understand_all
from habeas.model.dossier import Dossier, Failure, Understood
from habeas.model.report import Report
from habeas.packs import load_pack, pack_digest
from habeas.publish.state import State, read_state
from habeas.read.inputs import Input, inputs
from habeas.read.limits import Limits
from habeas.read.reading import read_all

__all__ = ["Added", "add"]


@dataclass(frozen=True, slots=True)
class Added:
    """The grown dossier, and what became of each report given: `new` were read, `known` were in it already,
    `replaced` are the names under which a corrected text now stands, `failures` could not be read. `changed` says
    whether the dossier is another one than before."""

    dossier: Dossier
    new: tuple[str, ...]
    known: tuple[str, ...]
    replaced: tuple[str, ...]
    failures: tuple[Failure, ...]
    changed: bool


def add(
    paths: Sequence[Path],
    folder: Path,
    *,
    pack_name: str | None = None,
    published: date | None = None,
    replace: bool = False,
    watch: Watch | None = None,
    limits: Limits | None = None,
) -> Added:
    """The dossier in `folder` with the reports in `paths` (files and folders) added; nothing is written.

    A report that the dossier holds under its name, with the same bytes, is passed over; so are the records of a
    container (JSONL, WARC) that has grown. A report of a held name with other bytes is a new report under a longer
    name, or, with `replace`, takes the place of the one held. `pack_name` is for a dossier whose pack is a folder.
    Raises DossierError where the folder holds no dossier that can be added to, PackError for a broken pack.
    """
    state = read_state(folder)
    pack = load_pack(pack_name or state.pack)
    if pack_digest(pack) != state.pack_digest:
        raise DossierError(
            str(folder),
            f"was made with another state of the pack {state.pack!r}; build it again from its reports",
        )
    held = _Held(state, replace)
    bounds = limits or Limits()
    found, left = inputs(paths, bounds)
    read: dict[Path, list[Report | Failure]] = {item.path: [] for item in found}
    for item, one in read_all(found, published, bounds):
        read[item.path].append(one)
    for item in found:
        held.take(item, read[item.path])
    tell = watch or _silent
    tell("read", len(held.fresh), len(held.fresh))
    results = understand_all(tuple(held.fresh), pack_name or state.pack, tell, bounds)
    understood = (*held.kept(), *(r for r in results if isinstance(r, Understood)))
    failures = (*left, *held.failed, *(r for r in results if isinstance(r, Failure)))
    dossier = assemble(
        understood, (*held.failures, *failures), pack, tell, state.reread, bounds.tracing_bytes
    )
    return Added(
        dossier=dossier,
        new=_in_order(r.doc for r in held.fresh),
        known=_in_order(held.known),
        replaced=_in_order(held.replaced),
        failures=failures,
        changed=bool(held.fresh) or set(dossier.failures) != set(state.failures),
    )


class _Held:
    """The reports of a dossier by the file they came from, and what each further file adds to them."""

    def __init__(self, state: State, replace: bool) -> None:
        self.understood: dict[str, list[Understood]] = defaultdict(list)
        for one in state.understood:
            self.understood[input_order(one.report.doc)[0]].append(one)
        self.failures = list(state.failures)
        self.failed: list[Failure] = []
        self.replace = replace
        self.fresh: list[Report] = []
        self.known: list[str] = []
        self.replaced: list[str] = []
        self.now: set[str] = set()
        self.names = {*self.understood, *(input_order(f.doc)[0] for f in state.failures)}

    def kept(self) -> list[Understood]:
        """What was understood before and still stands."""
        return [one for group in self.understood.values() for one in group]

    def take(self, item: Input, made: Sequence[Report | Failure]) -> None:
        """Sort the reports of one file into new and known."""
        reports = [one for one in made if isinstance(one, Report)]
        held = {one.report.doc: one.report.sha256 for one in self.understood.get(item.doc, ())}
        given = {one.doc: one.sha256 for one in reports}
        if item.doc in self.now:
            self._take_renamed(item, made)
        elif not held or held.items() <= given.items():
            self._accept(item.doc, reports, held, made)
        elif self.replace and reports:
            self.replaced.append(item.doc)
            del self.understood[item.doc]
            self._accept(item.doc, reports, {}, made)
        else:
            self._take_renamed(item, made)

    def _take_renamed(self, item: Input, made: Sequence[Report | Failure]) -> None:
        other = Input(_longer_name(item, self.names), item.path)
        self.take(other, [dataclasses.replace(one, doc=other.doc + one.doc[len(item.doc) :]) for one in made])

    def _accept(
        self, name: str, reports: Iterable[Report], held: dict[str, str], made: Iterable[Report | Failure]
    ) -> None:
        self.names.add(name)
        self.now.add(name)
        for report in reports:
            if report.doc in held:
                self.known.append(report.doc)
            else:
                self.fresh.append(report)
        self.failures = [f for f in self.failures if input_order(f.doc)[0] != name]
        self.failed += (one for one in made if isinstance(one, Failure))


def _longer_name(item: Input, names: set[str]) -> str:
    """The name of a file whose own is taken: with as many folders in front as tell it apart, else with a number."""
    own = len(PurePosixPath(item.doc).parts)
    name = item.doc
    for part in reversed(item.path.resolve().parts[:-own]):
        name = f"{part.strip('/')}/{name}"
        if name not in names:
            return name
    number = 2
    while f"{name} ({number})" in names:
        number += 1
    return f"{name} ({number})"


def _in_order(docs: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(docs, key=input_order))


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
