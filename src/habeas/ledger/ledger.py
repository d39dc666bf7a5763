"""Ledger: the one object that everything about a ledger is asked of."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection

from habeas.ledger import adding, auditing, claim_pages, deciding, listing, rebuilding, users, verifying
from habeas.ledger.building import latest_build
from habeas.ledger.shapes import (
    Added,
    ClaimPage,
    ClaimQuery,
    ClaimView,
    EntityView,
    Facet,
    FindingPage,
    Hits,
    Originals,
    Problem,
    ReadingView,
    ReportView,
    Role,
    User,
)
from habeas.ledger.store import Store
from habeas.model.dossier import Dossier
from habeas.review.decision import Decision, Ruling

__all__ = ["Ledger"]

T = TypeVar("T")
_REMEMBERED = 256
_PAGE = 50


class Ledger:
    """An open ledger, safe to use from many threads; every method is one transaction and may raise LedgerError.

    What a method that writes has returned is kept, whatever happens next.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._counts: OrderedDict[object, tuple[int, tuple[Facet, ...]]] = OrderedDict()
        self._lock = Lock()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """What the ledger is called in messages: its file, or its URL without the password."""
        return self.store.name

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def _read(self, work: Callable[[Connection], T]) -> T:
        with self.store.reading() as connection:
            return work(connection)

    def _write(self, work: Callable[[Connection], T]) -> T:
        with self.store.writing() as connection:
            return work(connection)

    # Evidence

    def add_dossier(self, dossier: Dossier, by: str, originals: Originals = ()) -> Added:
        """Record a dossier that covers all reports of the ledger; `originals` are the bytes of its reports.

        A report that reads as before is not added again, and one that reads differently gets a further reading. The
        build of this dossier is what the ledger shows from now on. Decisions are placed anew.
        """

        def work(connection: Connection) -> Added:
            added = adding.add_dossier(connection, self.name, dossier, by, originals)
            if added.seq is not None:
                deciding.place_again(connection)
            return added

        return self._write(work)

    def reports(self) -> tuple[ReportView, ...]:
        """Every report, in the order of the build."""
        return self._read(listing.report_views)

    def report(self, sha256: str) -> tuple[ReadingView, ...]:
        """Every reading of one report (the start of its digest is enough), newest first."""
        return self._read(lambda c: listing.reading_views(c, sha256))

    def original(self, sha256: str) -> bytes:
        """The bytes of a report as they came."""
        return self._read(lambda c: listing.original(c, sha256))

    def dossier(self) -> Dossier | None:
        """The dossier of the current build as the machine made it, without marks; None in an empty ledger."""
        return self._read(rebuilding.stored_dossier)

    def pseudonym_key(self) -> bytes | None:
        """The key that keeps a person's pseudonym the same in all that this ledger publishes; None in an empty one."""
        return self._read(auditing.salt)

    # Browsing

    def claims(self, query: ClaimQuery | None = None, page: int = 1, size: int = _PAGE) -> ClaimPage:
        """One page of the claims that fit, with facets. Counts are remembered until something changes."""
        asked = query or ClaimQuery()

        def work(connection: Connection) -> ClaimPage:
            build = latest_build(connection)
            if build is None:
                return ClaimPage((), 0, 1, 1, ())
            total, counted = self._count(connection, asked, build.id)
            free = (
                self._count(connection, replace(asked, verdict=None), build.id)[0] if asked.verdict else total
            )
            counted = (*counted, claim_pages.verdicts(connection, asked, build.id, free))
            found = claim_pages.select_claims(connection, asked, build.id, (page - 1) * size, size)
            return ClaimPage(found, total, page, max(1, -(-total // size)), counted)

        return self._read(work)

    def _count(self, connection: Connection, asked: ClaimQuery, build: int) -> tuple[int, tuple[Facet, ...]]:
        """How many fit, and their facets but the verdicts.

        Those of claims with a verdict are few and counted each time, so that a decision makes no one wait for the rest.
        """
        free = replace(asked, verdict=None)
        if asked.verdict not in (None, claim_pages.UNDECIDED):
            return _counted(connection, asked, build)
        total, counted = self._remembered(connection, free, build)
        if asked.verdict is None:
            return total, counted
        decided, less = _counted(connection, replace(asked, verdict=claim_pages.DECIDED), build)
        return total - decided, claim_pages.without(counted, less)

    def _remembered(
        self, connection: Connection, asked: ClaimQuery, build: int
    ) -> tuple[int, tuple[Facet, ...]]:
        key = asked, build
        with self._lock:
            if key in self._counts:
                self._counts.move_to_end(key)
                return self._counts[key]
        made = _counted(connection, asked, build)
        with self._lock:
            self._counts[key] = made
            while len(self._counts) > _REMEMBERED:
                self._counts.popitem(last=False)
        return made

    def claim(self, claim: str) -> ClaimView:
        """One claim by its id or the start of one. Raises UsageError."""

        def work(connection: Connection) -> ClaimView:
            build = latest_build(connection)
            return claim_pages.claim_by_id(connection, claim, build.id if build else 0)

        return self._read(work)

    def findings(
        self, status: str | None = None, words: str | None = None, page: int = 1, size: int = _PAGE
    ) -> FindingPage:
        """One page of findings, those with most origins first, with the decisions on them."""
        return self._read(lambda c: listing.finding_page(c, status, words, page, size))

    def entities(self, type_: str | None = None) -> tuple[EntityView, ...]:
        """Every entity, or those of one type, with whether the name is withheld from what is published."""
        return self._read(lambda c: listing.entity_views(c, type_))

    def search(self, words: str, page: int = 1, size: int = 20) -> Hits:
        """Reports and claims that hold all words, "phrases" and beginn* asked for; accents and case do not matter."""
        return self._read(lambda c: listing.hits(c, words, page, size))

    # Decisions

    def decide(self, rulings: Ruling | Sequence[Ruling], by: str) -> tuple[Decision, ...]:
        """Record one ruling or many at once; each is a decision that can be undone by its `id`."""
        given = (rulings,) if isinstance(rulings, Ruling) else tuple(rulings)
        return self._write(lambda c: deciding.decide(c, given, by))

    def undo(self, ids: int | Sequence[int], by: str) -> tuple[Decision, ...]:
        """Take back decisions by their ids; the rows stay. Raises UsageError for an unknown or undone one."""
        given = (ids,) if isinstance(ids, int) else tuple(ids)
        return self._write(lambda c: deciding.undo(c, given, by))

    def decisions(self, report: str | None = None, by: str | None = None) -> tuple[Decision, ...]:
        """Every decision and undoing, oldest first: `habeas.review.in_force` gives those that hold."""
        return self._read(lambda c: deciding.all_decisions(c, report, by))

    # Team and audit

    def put_user(
        self,
        name: str,
        by: str,
        role: Role | None = None,
        password: str | None = None,
        active: bool | None = None,
    ) -> User:
        """Make a user (role and password needed) or change one. Raises UsageError."""
        return self._write(lambda c: users.put_user(c, name, by, role, password, active))

    def check_password(self, name: str, password: str) -> User | None:
        """The active user of this name and password."""
        return self._read(lambda c: users.check_password(c, name, password))

    def users(self) -> tuple[User, ...]:
        """Every user."""
        return self._read(users.all_users)

    def user(self, name: str) -> User | None:
        """The user of this name."""
        return self._read(lambda c: users.user_named(c, name))

    def history(self, limit: int | None = None) -> tuple[auditing.Entry, ...]:
        """The audit entries, newest first."""
        return self._read(lambda c: auditing.entries(c, limit))

    def audit_verify(self, head: str | None = None) -> tuple[Problem, ...]:
        """Everything that is not as it was written; `head` is a hash noted earlier that must be in the chain."""
        return verifying.verify(self.store, head)


def _counted(connection: Connection, asked: ClaimQuery, build: int) -> tuple[int, tuple[Facet, ...]]:
    return claim_pages.count_claims(connection, asked, build), claim_pages.facets(connection, asked, build)
