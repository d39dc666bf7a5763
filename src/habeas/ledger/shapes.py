"""What a ledger answers with: plain frozen values, each holding the model's own types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from habeas.model.claim import Claim
from habeas.model.entity import Entity
from habeas.model.finding import Finding
from habeas.model.report import Report
from habeas.review.decision import Decision

__all__ = [
    "Added",
    "ClaimPage",
    "ClaimQuery",
    "ClaimView",
    "Counted",
    "EntityView",
    "Facet",
    "FindingPage",
    "FindingView",
    "Hit",
    "HitKind",
    "Hits",
    "Original",
    "Originals",
    "Problem",
    "ReadingView",
    "ReportView",
    "Role",
    "User",
]


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one report as they were stored when it came."""

    sha256: str
    content: bytes


Originals = Iterable[Original] | Callable[[], Iterator[Original]]


@dataclass(frozen=True, slots=True)
class Added:
    """What one adding changed: new reports, new readings (of new and old reports), their claims, and the build's number
    (that of the build before, where nothing changed)."""

    reports: int
    readings: int
    claims: int
    build: int
    seq: int | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report as it is listed; `readings` counts its versions, `size` its original bytes (None: not kept)."""

    sha256: str
    doc: str
    media_type: str
    language: str
    headline: str | None
    outlet: str | None
    published: str | None
    origin: str
    claims: int
    readings: int
    added_at: str
    added_by: str
    size: int | None


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One reading of a report: its version (1 is the oldest), what made it, when, and the report as read then."""

    version: int
    program: str
    pack: str
    at: str
    current: bool
    report: Report


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims: every field that is given must fit; texts match exactly but `words`, which is searched for.

    `since`/`until` are ISO days: claims placed in time that touch the interval. `verdict` is a claim
    verdict, "none" or "any".
    """

    kind: str | None = None
    subject: str | None = None
    speaker: str | None = None
    modality: str | None = None
    status: str | None = None
    origin: str | None = None
    month: str | None = None
    since: str | None = None
    until: str | None = None
    verdict: str | None = None
    report: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim of the current build: its origin, the findings it stands in with their status, the decision in force."""

    claim: Claim
    origin: str
    findings: tuple[tuple[str, str], ...]
    verdict: str | None
    decision: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """One value of a facet and how many claims have it."""

    value: str
    claims: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of one field among the claims asked for, most frequent first."""

    name: str
    counts: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One page (counted from 1) of the claims asked for, in the order of reports and text."""

    claims: tuple[ClaimView, ...]
    total: int
    page: int
    pages: int
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding of the current build and the decisions in force on it."""

    finding: Finding
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class FindingPage:
    """One page of findings; `statuses` counts all findings by status."""

    findings: tuple[FindingView, ...]
    total: int
    page: int
    pages: int
    statuses: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity of the current build, whether its name is withheld from what is published, and decisions on it."""

    entity: Entity
    protected: bool
    decisions: tuple[Decision, ...]


class HitKind(StrEnum):
    """What a search found."""

    CLAIM = "claim"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim (`id` is its id) or a report (`id` is its SHA-256) that holds all words asked for; `around` shows them."""

    kind: HitKind
    id: str
    doc: str
    report: str
    title: str
    around: str


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what a search found, reports and claims apart, with how many there are in all."""

    reports: tuple[Hit, ...]
    claims: tuple[Hit, ...]
    total_reports: int
    total_claims: int
    page: int


class Role(StrEnum):
    """What a user may do: each may all that the ones before may."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"

    def may(self, needed: Role) -> bool:
        """Whether this role holds the rights of `needed`.

        >>> Role.EDITOR.may(Role.REVIEWER), Role.READER.may(Role.EDITOR)
        (True, False)
        """
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(needed)


@dataclass(frozen=True, slots=True)
class User:
    """A member of the team."""

    name: str
    role: Role
    active: bool
    since: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a ledger that is not as it was written: where, and what is wrong."""

    where: str
    what: str
