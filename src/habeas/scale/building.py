"""The whole program over a distributed dataframe: the same stages, the same bytes."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.flow import assemble
from habeas.model.dossier import Dossier, Failure, Understood
from habeas.packs import DEFAULT, load_pack
from habeas.read.limits import Limits
from habeas.scale.cutting import Cuts, groups
from habeas.scale.engine import NATIVE, engine
from habeas.scale.keys import pack_state, program_digest
from habeas.scale.mapping import Stage, Standing, Tell, mapped
from habeas.scale.places import absolute
from habeas.scale.sources import sources
from habeas.scale.stages import Order, Part, Reading, gathered, known_part, read_group, understand_part
from habeas.scale.store import store

if TYPE_CHECKING:
    from habeas.second_reader.rereading import SecondReader

__all__ = ["Scale", "build", "understood"]

_READ: Stage[Reading] = Stage("read", read_group)
_UNDERSTAND: Stage[Part] = Stage("understand", understand_part, known_part)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the work runs and where its partitions lie: `runner` is `native`, `ray` or `ray://host:port`; `work` a
    folder that every worker sees, or a store; `cuts` says how large a part may be, `limits` what a report may be."""

    work: str
    runner: str = NATIVE
    cuts: Cuts = field(default_factory=Cuts)
    limits: Limits = field(default_factory=Limits)


def build(
    places: Sequence[str],
    scale: Scale,
    pack_name: str = DEFAULT,
    published: date | None = None,
    tell: Tell | None = None,
    second: SecondReader | None = None,
) -> Dossier:
    """The dossier of the reports at `places` (paths and URLs), the same as one machine makes of the same files.

    What an earlier run left in the work folder is taken from there; `second` reads each report again, on this machine.
    Raises ScaleError, PackError, UsageError.
    """
    say = tell or _silent

    def watch(stage: str, done: int, total: int) -> None:
        say(Standing(stage, done, total))

    results, failures = understood(places, scale, pack_name, published, say)
    pack, reread = load_pack(pack_name), None
    if second is not None:
        results, reread = second.reread(results, pack, watch)
    return assemble(results, failures, pack, watch, reread, scale.limits.tracing_bytes)


def understood(
    places: Sequence[str],
    scale: Scale,
    pack_name: str = DEFAULT,
    published: date | None = None,
    tell: Tell | None = None,
) -> tuple[tuple[Understood, ...], tuple[Failure, ...]]:
    """The part of `build` that the runner does: every report read and understood, and what could not be."""
    say = tell or _silent
    if (Path(pack_name) / "pack.toml").is_file():
        pack_name = absolute(pack_name)
    with engine(scale.runner) as runner:
        found, left = sources(places, scale.limits)
        say(Standing("list", len(found), len(found)))
        with _ordered(scale, pack_name, published) as order:
            readings = [Reading(group) for group in groups(found, scale.cuts)]
            read = mapped(runner, _READ, order, readings, say)
            parts = [part for made in read for part in made.parts]
            done = mapped(runner, _UNDERSTAND, order, parts, say)
    results = [one for made in done for part in made.parts for one in gathered(order, part)]
    failures = (*left, *(one for one in results if isinstance(one, Failure)))
    return tuple(one for one in results if isinstance(one, Understood)), failures


@contextmanager
def _ordered(scale: Scale, pack_name: str, published: date | None) -> Iterator[Order]:
    """What holds for all tasks; while they run, a token lies in the work folder that every worker has to see."""
    work = absolute(scale.work)
    shelf = store(work)
    token = f"run-{uuid.uuid4().hex}"
    shelf.write(token, b"habeas is at work here\n")
    try:
        state = pack_state(pack_name)
        yield Order(work, token, program_digest(), pack_name, state, published, scale.cuts, scale.limits)
    finally:
        shelf.remove(token)


def _silent(_standing: Standing) -> None:
    """Nobody is watching."""
