"""Editions: the ledger as those see it who may read all names, and as all others do.

The edition without the names of protected people is a ledger of its own in a folder that is deleted at the end, made
of the protected dossier: its texts, facets and search index cannot give away a name that they never held.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYetError
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import RLock

from habeas.collector import settle
from habeas.ledger import Ledger, State, open_ledger
from habeas.model.claim import Claim
from habeas.model.lineage import Lineage, Pair
from habeas.model.record import LaneItem
from habeas.review import Ruling, Verdict, on_claim
from habeas.web.open_edition import made_apart, made_by_another, made_here, names_ruled
from habeas.web.refusing import RefusedError

__all__ = ["Edition", "Editions"]

_PAUSE = 5.0
"""Seconds between two looks at the verdicts for the edition without names."""

_PATIENCE = 2.0
"""Seconds that a page waits for an edition that is being made."""

_WITHHELD = "(withheld: it may name someone)"
_MAKING = "The edition for readers is being made anew; this page comes by itself in a moment."


@dataclass(frozen=True)
class Edition:
    """A ledger to read from, as of one build, and whether it holds the names of protected people."""

    ledger: Ledger
    with_names: bool

    def prepare(self) -> None:
        """Read what is kept in memory."""
        self.ledger.claims()
        _ = self.pairs, self.timeline
        settle()

    @cached_property
    def lineage(self) -> Lineage:
        """Which reports derive from which."""
        return self.ledger.lineage()

    @cached_property
    def pairs(self) -> dict[str, list[Pair]]:
        """The pairs that each report is in, by its name."""
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.lineage.pairs:
            found[pair.a].append(pair)
            found[pair.b].append(pair)
        return dict(found)

    @cached_property
    def timeline(self) -> tuple[LaneItem, ...]:
        """What the reports place in time, earliest first."""
        return tuple(sorted(self.ledger.timeline(), key=_time_order))


def _time_order(item: LaneItem) -> tuple[date, date]:
    return item.earliest or item.latest or date.max, item.latest or date.max


@dataclass(slots=True)
class _Open:
    """The edition without names: the decisions on names it was made under, up to which change of the ledger it has
    verdicts, and for each claim that was decided on, the decision there and its copy here."""

    edition: Edition
    names: frozenset[int]
    is_old: bool = False
    head: int = -1
    looked: float = float("-inf")
    copied: dict[str, tuple[int, int]] = field(default_factory=dict)


class Editions:
    """Both editions, made again when reports were added or a name was cleared or protected."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = RLock()
        self._folder = tempfile.TemporaryDirectory(prefix="habeas-edition-")
        self._maker = ThreadPoolExecutor(1, thread_name_prefix="habeas-edition")
        self._making: Future[_Open] | None = None
        self._following: Future[None] | None = None
        self._seen = State(-1, 0, 0, 0)
        self._number = 0
        self._full = Edition(ledger, True)
        self._open: _Open | None = None

    def current(self, with_names: bool, state: State) -> Edition:
        """The edition as of `state`. Raises RefusedError where it is being made and that takes long."""
        self._look(state)
        if with_names:
            return self._full
        shown = self._shown()
        self._follow(shown)
        return shown.edition

    def close(self) -> None:
        """Delete the edition without names."""
        self._maker.shutdown(wait=True, cancel_futures=True)
        with self._lock:
            self._forget()
            self._folder.cleanup()

    def prepare(self, with_readers: bool) -> None:
        """Make what the first visitors would wait for: what is kept in memory, and the edition without names."""
        self._look(self._ledger.state)
        self._full.prepare()
        if with_readers:
            with suppress(RefusedError):
                self._shown(patience=0)

    def _look(self, state: State) -> None:
        """Forget what changes of the ledger up to `state` made stale."""
        if state.head <= self._seen.head:
            return
        with self._lock:
            if state.head <= self._seen.head:
                return
            if state.build != self._seen.build:
                self._full = Edition(self._ledger, True)
                if self._open is not None:
                    self._open.is_old = True
            if self._open is not None and self._ledger.names_ruled_after(self._seen.decision):
                ruled = names_ruled(self._ledger.decisions(about="entity"))
                if ruled != self._open.names:
                    # A name that was protected is gone with the next page: nothing of this edition is shown again.
                    self._forget()
            self._seen = state

    def _shown(self, patience: float = _PATIENCE) -> _Open:
        """The edition without names: where reports were added since it was made, the former until the next is there."""
        with self._lock:
            if self._open is not None and not self._open.is_old:
                return self._open
            if self._making is None:
                self._making = self._maker.submit(self._make)
            making, former = self._making, self._open
        try:
            made = making.result(patience if made_apart(self._ledger) else None)
        except NotYetError:
            if former is not None:
                return former
            raise RefusedError(503, _MAKING, again=5) from None
        finally:
            self._taken(making)
        return made

    def _make(self) -> _Open:
        self._number += 1
        target = Path(self._folder.name) / f"{self._number}.ledger"
        make = made_by_another if made_apart(self._ledger) else made_here
        names = make(self._ledger, target)
        made = _Open(Edition(open_ledger(target), False), names)
        self._copy_verdicts(made)
        made.edition.prepare()
        return made

    def _taken(self, making: Future[_Open]) -> None:
        """What was made is shown from now on, unless a name was ruled on in the meantime."""
        with self._lock:
            if self._making is not making or not making.done():
                return
            self._making = None
            if making.exception() is None:
                made = making.result()
                ruled = names_ruled(self._ledger.decisions(about="entity"))
                self._open = made if made.names == ruled else None

    def _follow(self, shown: _Open) -> None:
        """Bring the verdicts on claims to where the ledger has them, in the background."""
        with self._lock:
            now, pending = time.monotonic(), self._following
            if (
                shown.head == self._seen.head
                or now - shown.looked < _PAUSE
                or (pending and not pending.done())
            ):
                return
            shown.looked = now
            self._following = self._maker.submit(self._copy_verdicts, shown)
            following = self._following
        with suppress(NotYetError):
            following.result(0.2)

    def _copy_verdicts(self, shown: _Open) -> None:
        """Who decided and why stays behind."""
        head, copy = self._ledger.state.head, shown.edition.ledger
        wanted = self._ledger.standing_rulings()
        gone = [name for name, (number, _) in shown.copied.items() if wanted.get(name) != number]
        new = {c: n for c, n in wanted.items() if shown.copied.get(c, (0, 0))[0] != n}
        decided = self._ledger.decisions_numbered(list(new.values()))
        claims = copy.claims_named(new)
        names = [name for name in new if name in claims and new[name] in decided]
        copy.undo([shown.copied.pop(name)[1] for name in gone], "habeas")
        made = copy.decide([_bare(claims[name], decided[new[name]].ruling) for name in names], "habeas")
        shown.copied.update((name, (new[name], one.id)) for name, one in zip(names, made, strict=True))
        shown.head = head

    def _forget(self) -> None:
        # Requests that still read from it hold it open; the file goes with the folder.
        self._open = None
        self._making = None


def _bare(claim: Claim, ruling: Ruling) -> Ruling:
    """The ruling without its note, and without a right value that has letters in it."""
    if ruling.verdict is not Verdict.CORRECTED:
        return on_claim(claim, ruling.verdict)
    value = ruling.value or ""
    kept = _WITHHELD if any(sign.isalpha() for sign in value) else value
    return on_claim(claim, ruling.verdict, value=kept)
