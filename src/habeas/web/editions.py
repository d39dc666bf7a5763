"""Editions: the ledger as those see it who may read all names, and as all others do.

The edition without the names of protected people is a ledger of its own in a folder that is deleted at the end, made
of the protected dossier: its texts, facets and search index cannot give away a name that they never held.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock

from habeas.ledger import Ledger, open_ledger
from habeas.model.claim import Claim
from habeas.model.dossier import Dossier
from habeas.model.report import Report
from habeas.review import (
    ClaimAnchor,
    Decision,
    EntityAnchor,
    Ruling,
    Verdict,
    cleared_by,
    in_force,
    on_claim,
    place,
    protect,
)

__all__ = ["Edition", "Editions"]

_PAUSE = 5.0
"""Seconds between two looks at the verdicts for the edition without names: each look goes through all decisions."""

_WITHHELD = "(withheld: it may name someone)"


@dataclass(frozen=True)
class Edition:
    """A ledger to read from, and whether it holds the names of protected people; its dossier is read when needed."""

    ledger: Ledger
    with_names: bool

    @cached_property
    def dossier(self) -> Dossier | None:
        """The dossier; None in an empty ledger."""
        return self.ledger.dossier()

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its id."""
        return {claim.id: claim for claim in self.dossier.claims} if self.dossier else {}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Every report by its name."""
        return {report.doc: report for report in self.dossier.reports} if self.dossier else {}


@dataclass(slots=True)
class _Open:
    """The edition without names: the decisions on names it was made under, and up to which change it has verdicts."""

    edition: Edition
    names: frozenset[int]
    head: int = -1
    looked: float = field(default=float("-inf"))


class Editions:
    """Both editions, made again when reports were added or a name was cleared or protected."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = RLock()
        self._folder = tempfile.TemporaryDirectory(prefix="habeas-edition-")
        self._head = -1
        self._made = 0
        self._full: Edition | None = None
        self._open: _Open | None = None

    def current(self, with_names: bool) -> Edition:
        """The edition as of now."""
        with self._lock:
            self._look()
            if self._full is None:
                self._full = Edition(self._ledger, True)
            if with_names:
                return self._full
            if self._open is None:
                self._open = self._protected(self._full.dossier)
            self._follow(self._open, self._full)
            return self._open.edition

    @property
    def head(self) -> int:
        """The number of the last change of the ledger."""
        last = self._ledger.history(1)
        return last[0].seq if last else 0

    def close(self) -> None:
        """Delete the edition without names."""
        with self._lock:
            self._forget_open()
            self._folder.cleanup()

    def _look(self) -> None:
        """Forget what later changes of the ledger made stale."""
        head = self.head
        if head == self._head:
            return
        acts = {entry.act for entry in self._ledger.history(head - max(self._head, 0))}
        if "add" in acts:
            self._full = None
            self._forget_open()
        elif self._open is not None and _names_ruled(self._ledger.decisions()) != self._open.names:
            self._forget_open()
        self._head = head

    def _protected(self, dossier: Dossier | None) -> _Open:
        decisions = self._ledger.decisions()
        self._made += 1
        made = open_ledger(Path(self._folder.name) / f"{self._made}.ledger")
        if dossier is None:
            return _Open(Edition(made, False), _names_ruled(decisions))
        allowed = cleared_by(dossier.entities, decisions)
        safe = protect(dossier, allowed, self._ledger.pseudonym_key())
        made.add_dossier(safe, "habeas")
        return _Open(Edition(made, False), _names_ruled(decisions))

    def _follow(self, open_: _Open, full: Edition) -> None:
        """Bring the verdicts on claims to where the ledger has them; who decided and why stays behind."""
        now = time.monotonic()
        if open_.head == self._head or now - open_.looked < _PAUSE or full.dossier is None:
            return
        texts = {report.sha256: report.text for report in full.dossier.reports}
        placed = place(in_force(self._ledger.decisions()), full.dossier.claims, texts).on_claims
        wanted = {name: _bare(open_.edition.claims[name], one.ruling) for name, one in placed.items()}
        copy = open_.edition.ledger
        held = {
            d.ruling.anchor.claim: d
            for d in in_force(copy.decisions())
            if isinstance(d.ruling.anchor, ClaimAnchor)
        }
        copy.undo([d.id for name, d in held.items() if wanted.get(name) != d.ruling], "habeas")
        copy.decide([r for name, r in wanted.items() if name not in held or held[name].ruling != r], "habeas")
        open_.head, open_.looked = self._head, now

    def _forget_open(self) -> None:
        # Requests that still read from it hold it open; the file goes with the folder.
        self._open = None


def _bare(claim: Claim, ruling: Ruling) -> Ruling:
    """The ruling without its note, and without a right value that has letters in it."""
    if ruling.verdict is not Verdict.CORRECTED:
        return on_claim(claim, ruling.verdict)
    value = ruling.value or ""
    kept = _WITHHELD if any(sign.isalpha() for sign in value) else value
    return on_claim(claim, ruling.verdict, value=kept)


def _names_ruled(decisions: Iterable[Decision]) -> frozenset[int]:
    """The decisions on names that hold."""
    return frozenset(d.id for d in in_force(decisions) if isinstance(d.ruling.anchor, EntityAnchor))
