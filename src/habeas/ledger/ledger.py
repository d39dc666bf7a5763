"""Ledger: the one object that everything about a ledger is asked of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock, local
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection

from habeas.ledger import adding, auditing, claim_pages, deciding, listing, rebuilding, users, verifying
from habeas.ledger.building import latest_build
from habeas.ledger.facets import FacetIndex, index_of, renewed
from habeas.ledger.shapes import (
    Added,
    ClaimPage,
    ClaimQuery,
    ClaimView,
    EntityView,
    FindingPage,
    FindingView,
    Hits,
    Originals,
    Problem,
    ReadingView,
    ReportView,
    Role,
    User,
)
from habeas.ledger.state import ASKED, State, state
from habeas.ledger.store import Store
from habeas.model.claim import Claim
from habeas.model.dossier import Dossier
from habeas.model.lineage import Lineage
from habeas.model.record import LaneItem
from habeas.review.decision import Decision, Ruling

__all__ = ["Ledger"]

T = TypeVar("T")
_PAGE = 50


class Ledger:
    """An open ledger, safe to use from many threads; every method is one transaction and may raise LedgerError.

    What a method that writes has returned is kept, whatever happens next.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._facets: FacetIndex | None = None
        self._named: tuple[int, dict[str, int]] = (0, {})
        self._lock = Lock()
        self._view = local()

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
        held: Connection | None = getattr(self._view, "connection", None)
        if held is not None:
            return work(held)
        with self.store.reading() as connection:
            return work(connection)

    @contextmanager
    def one_view(self) -> Iterator[None]:
        """What this thread reads inside is read in one transaction: nothing that others change comes between."""
        with self.store.reading() as connection:
            self._view.connection = connection
            try:
                yield
            finally:
                self._view.connection = None

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

    def reports(self, page: int = 1, size: int | None = None) -> tuple[ReportView, ...]:
        """Every report, in the order of the build; where a `size` is given, those of one page."""
        return self._read(lambda c: listing.report_views(c, page, size))

    def report_count(self) -> int:
        """How many reports there are."""
        return self._read(listing.report_count)

    def reports_named(self, docs: Iterable[str]) -> dict[str, ReportView]:
        """Of the reports with these names those that there are, by name."""

        def work(connection: Connection) -> dict[str, ReportView]:
            numbers = self._numbers(connection)
            wanted = [numbers[doc] for doc in docs if doc in numbers]
            return listing.reports_numbered(connection, wanted)

        return self._read(work)

    def _numbers(self, connection: Connection) -> dict[str, int]:
        """The number of each report's reading by the report's name, read once for a build: no index is over names."""
        build = latest_build(connection)
        number = build.id if build else 0
        with self._lock:
            if self._named[0] != number:
                self._named = (number, listing.reading_numbers(connection, number))
            return self._named[1]

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
        """One page of the claims that fit, with facets."""
        asked = query or ClaimQuery()

        def work(connection: Connection) -> ClaimPage:
            index = self._index(connection)
            if index is None:
                return ClaimPage((), 0, 1, 1, ())
            rows, facets = index.answer(connection, asked)
            part = rows[(page - 1) * size : page * size].tolist()
            found = claim_pages.claims_of_rows(connection, part, index.build)
            return ClaimPage(found, len(rows), page, max(1, -(-len(rows) // size)), facets)

        return self._read(work)

    def _index(self, connection: Connection) -> FacetIndex | None:
        """The index of the current build, made when it is first asked for; None in an empty ledger."""
        now = state(connection)
        if not now.build:
            return None
        with self._lock:
            if self._facets is None or self._facets.build != now.build:
                self._facets = index_of(connection, now.build)
            self._facets = renewed(connection, self._facets, now.decision)
            return self._facets

    def claims_named(self, names: Iterable[str]) -> dict[str, Claim]:
        """Of the claims with these ids those that there are, by id."""
        return self._read(lambda c: claim_pages.claims_named(c, names))

    def claim(self, claim: str) -> ClaimView:
        """One claim by its id or the start of one. Raises UsageError."""
        return self._read(lambda c: claim_pages.claim_by_id(c, claim))

    def finding(self, finding: str) -> FindingView:
        """One finding by its id. Raises UsageError."""
        return self._read(lambda c: listing.finding_view(c, finding))

    def questions(self, findings: Iterable[str]) -> dict[str, str]:
        """The question of each of these findings, by id."""
        return self._read(lambda c: listing.questions(c, findings))

    def lineage(self) -> Lineage:
        """Which reports derive from which."""
        return self._read(listing.lineage)

    def timeline(self) -> tuple[LaneItem, ...]:
        """All that the reports place in time."""
        return self._read(listing.timeline)

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

        def work(connection: Connection) -> Hits:
            index = self._index(connection)
            return (
                Hits((), (), 0, 0, page)
                if index is None
                else listing.hits(connection, index, words, page, size)
            )

        return self._read(work)

    # Decisions

    def decide(self, rulings: Ruling | Sequence[Ruling], by: str) -> tuple[Decision, ...]:
        """Record one ruling or many at once; each is a decision that can be undone by its `id`."""
        given = (rulings,) if isinstance(rulings, Ruling) else tuple(rulings)
        return self._write(lambda c: deciding.decide(c, given, by))

    def undo(self, ids: int | Sequence[int], by: str) -> tuple[Decision, ...]:
        """Take back decisions by their ids; the rows stay. Raises UsageError for an unknown or undone one."""
        given = (ids,) if isinstance(ids, int) else tuple(ids)
        return self._write(lambda c: deciding.undo(c, given, by))

    def decisions(
        self, report: str | None = None, by: str | None = None, about: str | None = None
    ) -> tuple[Decision, ...]:
        """Every decision and undoing, oldest first; of one report, by one person, or about one sort of thing ("claim",
        "entity", "finding"). `habeas.review.in_force` gives those that hold."""
        return self._read(lambda c: deciding.all_decisions(c, report, by, about))

    def decisions_numbered(self, numbers: Sequence[int]) -> dict[int, Decision]:
        """Of the decisions with these numbers those that there are."""
        return self._read(lambda c: deciding.decisions_numbered(c, numbers))

    def names_ruled_after(self, decision: int) -> bool:
        """Whether anything was decided about entities after the decision of this number."""
        return self._read(lambda c: deciding.names_ruled_after(c, decision))

    def standing_rulings(self) -> dict[str, int]:
        """The number of the decision in force for each claim that has one."""
        return self._read(deciding.standing_rulings)

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

    @property
    def state(self) -> State:
        """How far the ledger is now."""
        return State(*self.store.glance(ASKED))

    def history(self, limit: int | None = None) -> tuple[auditing.Entry, ...]:
        """The audit entries, newest first."""
        return self._read(lambda c: auditing.entries(c, limit))

    def audit_verify(self, head: str | None = None) -> tuple[Problem, ...]:
        """Everything that is not as it was written; `head` is a hash noted earlier that must be in the chain."""
        return verifying.verify(self.store, head)
