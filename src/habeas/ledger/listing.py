"""Listing what the current build of a ledger holds: reports, readings, findings, entities; and searching it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Column, ColumnElement, Connection, ScalarSelect, Select, func, select

from habeas.errors import AbsentError, UsageError
from habeas.ledger.building import LATEST, latest_build
from habeas.ledger.claim_pages import claims_of_rows
from habeas.ledger.deciding import all_decisions
from habeas.ledger.facets import FacetIndex
from habeas.ledger.shapes import (
    Counted,
    EntityView,
    FindingPage,
    FindingView,
    Hit,
    HitKind,
    Hits,
    ReadingView,
    ReportView,
)
from habeas.ledger.tables import (
    audit,
    build_readings,
    builds,
    entities,
    findings,
    originals,
    readings,
    reports,
)
from habeas.ledger.words import claim_rows_with, report_match, terms
from habeas.model.entity import Entity
from habeas.model.lineage import Lineage
from habeas.model.record import LaneItem, Record
from habeas.model.report import Report
from habeas.publish.codec import entity_from, finding_from, lineage_from
from habeas.publish.values import restored
from habeas.review.decision import Decision, EntityAnchor, FindingAnchor, in_force
from habeas.review.folding import fold
from habeas.review.protecting import is_protected

__all__ = [
    "entity_views",
    "finding_page",
    "finding_view",
    "hits",
    "lineage",
    "original",
    "questions",
    "reading_numbers",
    "reading_views",
    "report_count",
    "report_from",
    "report_views",
    "reports_numbered",
    "timeline",
]

_AROUND = 90


def report_views(connection: Connection, page: int = 1, size: int | None = None) -> tuple[ReportView, ...]:
    """The reports of the current build in its order: all of them, or a page."""
    asked = _report_rows().order_by(build_readings.c.place)
    if size is not None:
        asked = asked.offset((page - 1) * size).limit(size)
    return tuple(ReportView(*tuple(row)) for row in connection.execute(asked))


def report_count(connection: Connection) -> int:
    """How many reports the current build has."""
    own = build_readings.c.build == LATEST
    return connection.scalar(select(func.count()).select_from(build_readings).where(own)) or 0


def reading_numbers(connection: Connection, build: int) -> dict[str, int]:
    """The number of each reading of a build, by the report's name."""
    source = build_readings.join(readings, readings.c.id == build_readings.c.reading)
    asked = select(readings.c.doc, readings.c.id).select_from(source).where(build_readings.c.build == build)
    return dict(tuple(row) for row in connection.execute(asked))


def reports_numbered(connection: Connection, numbers: Sequence[int]) -> dict[str, ReportView]:
    """The reports with these numbers of readings in the current build, by name."""
    rows = connection.execute(_report_rows().where(build_readings.c.reading.in_(numbers)))
    return {row.doc: ReportView(*tuple(row)) for row in rows}


def _report_rows() -> Select:  # type: ignore[type-arg]
    """Every report of the current build with what is shown of it."""
    other = readings.alias()
    times = select(func.count()).where(other.c.sha256 == readings.c.sha256).scalar_subquery()
    return (
        select(
            readings.c.sha256,
            readings.c.doc,
            reports.c.media_type,
            readings.c.language,
            readings.c.headline,
            readings.c.outlet,
            readings.c.published,
            build_readings.c.origin,
            readings.c.claims,
            times,
            _told(audit.c.at, reports.c.seq),
            _told(audit.c.by, reports.c.seq),
            originals.c.size,
        )
        .select_from(
            build_readings.join(readings, readings.c.id == build_readings.c.reading)
            .join(reports, reports.c.sha256 == readings.c.sha256)
            .outerjoin(originals, originals.c.sha256 == readings.c.sha256)
        )
        .where(build_readings.c.build == LATEST)
    )


def _told(column: Column[str], seq: Column[int]) -> ScalarSelect[str]:
    """What the audit tells of an entry. Not joined: there are ever more entries, and a store that was told long ago that
    there is one would go through all of them first."""
    return select(column).where(audit.c.seq == seq).scalar_subquery()


def reading_views(connection: Connection, sha: str) -> tuple[ReadingView, ...]:
    """Every reading of the report whose digest begins with `sha`, newest first. Raises UsageError where there is none."""
    query = (
        select(readings, _told(audit.c.at, readings.c.seq).label("at"), reports.c.media_type)
        .join(reports, reports.c.sha256 == readings.c.sha256)
        .where(
            readings.c.sha256 == sha if len(sha) == 64 else readings.c.sha256.startswith(sha, autoescape=True)
        )
        .order_by(readings.c.id.desc())
    )
    rows = connection.execute(query).mappings().all()
    if not rows:
        raise AbsentError(f"report {sha!r}: no such report")
    if len({row["sha256"] for row in rows}) != 1:
        raise UsageError(f"report {sha!r}: several reports start so")
    own = (build_readings.c.build == LATEST) & build_readings.c.reading.in_([row["id"] for row in rows])
    current = set(connection.scalars(select(build_readings.c.reading).where(own)))
    return tuple(
        ReadingView(
            row["version"],
            row["program"],
            row["pack"],
            row["at"],
            row["id"] in current,
            report_from(row["meta"], row["text"]),
        )
        for row in rows
    )


def report_from(meta: str, text: str) -> Report:
    """The report that a reading's row holds."""
    return restored(Report, {**json.loads(meta), "text": text})


def original(connection: Connection, sha: str) -> bytes:
    """The bytes of a report as they came. Raises UsageError where they were not kept."""
    found = connection.scalar(select(originals.c.content).where(originals.c.sha256 == sha))
    if found is None:
        raise AbsentError(f"report {sha!r}: its original bytes are not in the ledger")
    return bytes(found)


def finding_page(
    connection: Connection, status: str | None, words: str | None, page: int, size: int
) -> FindingPage:
    """One page of findings, those with most origins first; `words` must be in the question."""
    build = latest_build(connection)
    if build is None:
        return FindingPage((), 0, 1, 1, ())
    own = findings.c.build == build.id
    counted = select(findings.c.status, func.count()).where(own).group_by(findings.c.status)
    statuses = tuple(Counted(v, n) for v, n in sorted(tuple(row) for row in connection.execute(counted)))
    fits: list[ColumnElement[bool]] = [own]
    if status is not None:
        fits.append(findings.c.status == status)
    for word in terms(words or ""):
        fits.append(func.lower(findings.c.question).contains(word.rstrip("*").lower(), autoescape=True))
    total = connection.scalar(select(func.count()).select_from(findings).where(*fits)) or 0
    pages = max(1, -(-total // size))
    # Sorted by their numbers alone: a store that sorts bodies moves megabytes for one page.
    asked = select(findings.c.place).where(*fits).order_by(findings.c.origins.desc(), findings.c.place)
    places = connection.scalars(asked.offset((page - 1) * size).limit(size)).all()
    shown = select(findings.c.body).where(own, findings.c.place.in_(places))
    bodies = connection.scalars(shown.order_by(findings.c.origins.desc(), findings.c.place)).all()
    held = _finding_decisions(connection)
    found = [finding_from(json.loads(body)) for body in bodies]
    views = tuple(FindingView(f, tuple(held[f.id])) for f in found)
    return FindingPage(views, total, page, pages, statuses)


def finding_view(connection: Connection, name: str) -> FindingView:
    """One finding of the current build. Raises UsageError where there is none."""
    own = (findings.c.build == LATEST) & (findings.c.id == name)
    body = connection.scalar(select(findings.c.body).where(own).limit(1))
    if body is None:
        raise AbsentError(f"there is no finding {name!r}")
    return FindingView(finding_from(json.loads(body)), tuple(_finding_decisions(connection)[name]))


def questions(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """The questions of these findings of the current build, by id."""
    own = (findings.c.build == LATEST) & findings.c.id.in_(list(names))
    return {
        row.id: row.question
        for row in connection.execute(select(findings.c.id, findings.c.question).where(own))
    }


def lineage(connection: Connection) -> Lineage:
    """Which reports of the current build derive from which."""
    last = select(builds.c.lineage).order_by(builds.c.id.desc()).limit(1)
    told = connection.scalar(last)
    return lineage_from(json.loads(told)) if told else Lineage((), ())


def timeline(connection: Connection) -> tuple[LaneItem, ...]:
    """What the record of the current build places in time."""
    told = connection.scalar(select(builds.c.record).order_by(builds.c.id.desc()).limit(1))
    return restored(Record, json.loads(told)).timeline if told else ()


def _finding_decisions(connection: Connection) -> defaultdict[str, list[Decision]]:
    held: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in in_force(all_decisions(connection, about="finding")):
        if isinstance(decision.ruling.anchor, FindingAnchor):
            held[decision.ruling.anchor.finding].append(decision)
    return held


def entity_views(connection: Connection, type_: str | None) -> tuple[EntityView, ...]:
    """Every entity of the current build, or those of one type."""
    build = latest_build(connection)
    if build is None:
        return ()
    asked = select(entities.c.body).where(entities.c.build == build.id).order_by(entities.c.place)
    if type_ is not None:
        asked = asked.where(entities.c.type == type_)
    decided = [
        d
        for d in in_force(all_decisions(connection, about="entity"))
        if isinstance(d.ruling.anchor, EntityAnchor)
    ]
    by_name: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in decided:
        anchor = decision.ruling.anchor
        assert isinstance(anchor, EntityAnchor)
        for name in {anchor.name, anchor.other} - {""}:
            by_name[anchor.type, fold(name)].append(decision)
    found = [entity_from(json.loads(body)) for body in connection.scalars(asked)]
    return tuple(_entity_view(entity, by_name) for entity in found)


def _entity_view(entity: Entity, by_name: defaultdict[tuple[str, str], list[Decision]]) -> EntityView:
    names = dict.fromkeys(fold(name) for name in (entity.name, *entity.aliases))
    held = {d.id: d for name in names for d in by_name.get((entity.type.value, name), ())}
    own = tuple(held[number] for number in sorted(held))
    return EntityView(entity, is_protected(entity, own), own)


def hits(connection: Connection, index: FacetIndex, words: str, page: int, size: int) -> Hits:
    """Reports and claims of the current build that hold all words of the query."""
    if not terms(words):
        return Hits((), (), 0, 0, page)
    fits = (build_readings.c.build == index.build, report_match(connection, words))
    first = (page - 1) * size
    read = build_readings.join(readings, readings.c.id == build_readings.c.reading)
    report_total = connection.scalar(select(func.count()).select_from(read).where(*fits)) or 0
    asked = (
        select(readings.c.sha256, readings.c.doc, readings.c.headline, readings.c.text)
        .select_from(read)
        .where(*fits)
        .order_by(build_readings.c.place)
    )
    found_reports = tuple(
        Hit(HitKind.REPORT, sha, doc, sha, headline or doc, _around(text, words))
        for sha, doc, headline, text in connection.execute(asked.offset(first).limit(size))
    )
    rows = index.rows[index.places(claim_rows_with(connection, words))]
    told = claims_of_rows(connection, rows[first : first + size].tolist(), index.build)
    found_claims = tuple(
        Hit(HitKind.CLAIM, c.id, c.doc, c.report, f"{c.subject}: {c.property}", c.quote)
        for c in (view.claim for view in told)
    )
    return Hits(found_reports, found_claims, report_total, len(rows), page)


def _around(text: str, words: str) -> str:
    """The text around the first of the words."""
    folded = fold(text)
    places: Sequence[int] = [folded.find(fold(word.rstrip("*").split(" ")[0])) for word in terms(words)]
    at = min((place for place in places if place >= 0), default=0)
    cut = text[max(0, at - _AROUND) : at + 2 * _AROUND]
    return " ".join(cut.split())
