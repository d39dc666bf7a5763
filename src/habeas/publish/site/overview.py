"""The first page: in ten seconds, how much there is, what is contested, what holds, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.entity import Entity
from habeas.model.finding import Check, Finding
from habeas.model.marks import EntityType
from habeas.publish.catalogue import Catalogue
from habeas.publish.site.checks import CheckView, check_view, in_reading_order, verdict
from habeas.publish.site.findings import FindingView, StandingCount, Tally, finding_view, standing_counts
from habeas.publish.site.parts import EntryView, PartCard, entry_href, entry_view, part_cards, part_href
from habeas.publish.site.reports import ReportRow, report_rows
from habeas.publish.site.sheet import Sheet
from habeas.publish.site.unclaimed import reasons
from habeas.publish.standing import Standing, standing

__all__ = ["overview_sheets"]

_CONTESTED, _OTHERS, _CHECKS, _REPORTS, _REASONS, _ROWS = 6, 6, 8, 12, 4, 7


@dataclass(frozen=True, slots=True)
class _Leading:
    """The entry of a part that holds most, shown on the first page."""

    part: str
    href: str
    entry: EntryView
    rows_left: int
    entry_href: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What the first page shows."""

    reports: int
    origins: int
    claims: int
    findings: int
    counts: tuple[StandingCount, ...]
    contested: tuple[FindingView, ...]
    overtaken: tuple[FindingView, ...]
    corroborated: tuple[FindingView, ...]
    repeated: tuple[FindingView, ...]
    checks: tuple[CheckView, ...]
    check_counts: tuple[tuple[str, int], ...]
    leading: tuple[_Leading, ...]
    parts: tuple[PartCard, ...]
    low_confidence: int
    proposed: int
    unclaimed: int
    reasons: tuple[tuple[str, int], ...]
    unanswered: int
    failures: int
    private: int
    rows: tuple[ReportRow, ...]


def overview_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The one first page."""
    yield Sheet("index.html", "index", "Overview", "overview.html", _view(catalogue))


def _view(catalogue: Catalogue) -> OverviewView:
    dossier = catalogue.dossier
    return OverviewView(
        reports=len(dossier.reports),
        origins=len(dossier.lineage.origins),
        claims=len(dossier.claims),
        findings=len(dossier.findings),
        counts=standing_counts(Tally.of(catalogue.findings), catalogue),
        contested=_some(catalogue, Standing.CONTESTED, _CONTESTED),
        overtaken=_some(catalogue, Standing.OVERTAKEN, _OTHERS),
        corroborated=_some(catalogue, Standing.CORROBORATED, _OTHERS),
        repeated=_views(
            [f for f in _of(catalogue, Standing.ONE_ORIGIN) if len(f.reports) > 1][:_OTHERS], catalogue
        ),
        checks=_checks(catalogue),
        check_counts=_check_counts(catalogue),
        leading=_leading(catalogue),
        parts=part_cards(catalogue),
        low_confidence=sum(claim.below_bar and claim.reader is None for claim in dossier.claims),
        proposed=sum(claim.reader is not None for claim in dossier.claims),
        unclaimed=len(dossier.unclaimed),
        reasons=reasons(catalogue)[:_REASONS],
        unanswered=sum(len(part.unknowns) for part in dossier.record.parts),
        failures=len(dossier.failures),
        private=0 if dossier.protected else sum(map(_is_private, dossier.entities)),
        rows=report_rows(dossier.reports[:_REPORTS], catalogue),
    )


def _is_private(entity: Entity) -> bool:
    return entity.type is EntityType.PERSON and not entity.public and any(form.named for form in entity.forms)


def _of(catalogue: Catalogue, wanted: Standing) -> list[Finding]:
    return [finding for finding in catalogue.findings if standing(finding) is wanted]


def _some(catalogue: Catalogue, wanted: Standing, most: int) -> tuple[FindingView, ...]:
    return _views(_of(catalogue, wanted)[:most], catalogue)


def _views(findings: Sequence[Finding], catalogue: Catalogue) -> tuple[FindingView, ...]:
    return tuple(finding_view(finding, catalogue) for finding in findings)


def _checks(catalogue: Catalogue) -> tuple[CheckView, ...]:
    """The first checks; where several reports give the same to compute, one line with the words of all."""
    alike: dict[tuple[str, str, bool | None], list[Check]] = {}
    for check in in_reading_order(catalogue):
        alike.setdefault((check.statement, check.formula, check.holds), []).append(check)
    merged = (
        replace(same[0], claims=tuple(dict.fromkeys(claim for check in same for claim in check.claims)))
        for same in list(alike.values())[:_CHECKS]
    )
    return tuple(check_view(check, catalogue) for check in merged)


def _check_counts(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    counted = Counter(verdict(check).label for check in in_reading_order(catalogue))
    return tuple(counted.items())


def _leading(catalogue: Catalogue) -> tuple[_Leading, ...]:
    """The fullest entry of each of the first parts that have entries of several rows."""
    found = []
    for part in catalogue.dossier.record.parts:
        fullest = max(part.entries, key=lambda entry: len(entry.rows), default=None)
        if fullest is not None and len(fullest.rows) > 1:
            view = entry_view(fullest, catalogue, fullest.rows[:_ROWS])
            left = max(0, len(fullest.rows) - _ROWS)
            found.append(_Leading(part.title, part_href(part), view, left, entry_href(part, fullest)))
    return tuple(found[:4])
