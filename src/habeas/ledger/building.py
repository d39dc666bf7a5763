"""A build: how all reports of a ledger relate, as one assembly found it. A later build stands beside the earlier."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

import habeas
from habeas.ledger.bulk import load
from habeas.ledger.sealing import canonical, seal
from habeas.ledger.tables import build_readings, builds, entities, finding_claims, findings
from habeas.model.dossier import Dossier
from habeas.publish.codec import check_json, entity_json, finding_json, lineage_json
from habeas.publish.values import plain

__all__ = ["LATEST", "Build", "NewBuild", "build_seal", "insert_build", "latest_build", "make_build"]

Row = tuple[object, ...]

LATEST = select(func.max(builds.c.id)).scalar_subquery()
"""The number of the build that the ledger shows, within another question."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build that the ledger holds."""

    id: int
    seal: str


@dataclass(frozen=True, slots=True)
class NewBuild:
    """The rows of a build that is not numbered yet."""

    head: Row
    readings: tuple[Row, ...]
    findings: tuple[Row, ...]
    links: tuple[Row, ...]
    entities: tuple[Row, ...]
    seal: str


def latest_build(connection: Connection) -> Build | None:
    """The build that the ledger shows."""
    row = connection.execute(select(builds.c.id, builds.c.seal).order_by(builds.c.id.desc()).limit(1)).first()
    return Build(*row) if row else None


def make_build(dossier: Dossier, numbered: tuple[tuple[int, str], ...]) -> NewBuild:
    """The rows of `dossier`'s assembly; `numbered` are the number and seal of each report's reading, in order."""
    head = (
        habeas.__version__,
        dossier.pack,
        dossier.pack_version,
        dossier.pack_digest,
        canonical(lineage_json(dossier.lineage)),
        canonical(plain(dossier.record)),
        canonical([check_json(check) for check in dossier.checks]),
        canonical([[f.doc, f.reason] for f in dossier.failures]),
    )
    origin_of = {doc: origin.id for origin in dossier.lineage.origins for doc in origin.docs}
    placed = tuple(
        (number, place, origin_of.get(report.doc, ""))
        for place, (report, (number, _)) in enumerate(zip(dossier.reports, numbered, strict=True))
    )
    found = tuple(
        (
            n,
            f.id,
            f.question,
            f.subject,
            f.property,
            f.status.value,
            len(f.origins),
            canonical(finding_json(f)),
        )
        for n, f in enumerate(dossier.findings)
    )
    links = {(claim, f.id): (claim, f.id, f.status.value) for f in dossier.findings for claim in f.claims}
    named = tuple(
        (n, e.id, e.name, e.type.value, int(e.public), canonical(entity_json(e)))
        for n, e in enumerate(dossier.entities)
    )
    whole = tuple(links.values())
    return NewBuild(head, placed, found, whole, named, build_seal(head, placed, found, whole, named))


def build_seal(
    head: Row, placed: tuple[Row, ...], found: tuple[Row, ...], links: tuple[Row, ...], named: tuple[Row, ...]
) -> str:
    """The seal of a build: over its head, its readings by number, its findings, their claims, and its entities."""
    return seal(head, placed, found, sorted(links), named)


def insert_build(connection: Connection, build: NewBuild, number: int, seq: int) -> None:
    """Write the rows of `build` under `number`."""
    load(connection, builds, [(number, *build.head, build.seal, seq)])
    load(connection, build_readings, ((number, *row) for row in dict.fromkeys(build.readings)))
    load(connection, findings, ((number, *row) for row in build.findings))
    load(connection, finding_claims, ((number, *row) for row in build.links))
    load(connection, entities, ((number, *row) for row in build.entities))
