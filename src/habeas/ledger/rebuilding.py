"""The dossier that a ledger holds, put together again from its rows."""

from __future__ import annotations

import json
from collections import defaultdict

from sqlalchemy import Connection, select

from habeas.ledger.building import latest_build
from habeas.ledger.claim_rows import claim_from
from habeas.ledger.listing import report_from
from habeas.ledger.tables import build_readings, builds, claims, entities, findings, readings
from habeas.model.claim import Claim, Unclaimed
from habeas.model.dossier import Dossier, Failure
from habeas.model.marks import Marks
from habeas.model.record import Record
from habeas.publish.codec import check_from, entity_from, finding_from, lineage_from, unclaimed_from
from habeas.publish.values import restored

__all__ = ["stored_dossier"]


def stored_dossier(connection: Connection) -> Dossier | None:
    """The current build as a dossier; its marks are empty, as a ledger keeps none."""
    build = latest_build(connection)
    if build is None:
        return None
    head = connection.execute(select(builds).where(builds.c.id == build.id)).mappings().one()
    placed = (
        select(
            readings.c.id,
            readings.c.sha256,
            readings.c.doc,
            readings.c.meta,
            readings.c.text,
            readings.c.unclaimed,
        )
        .join(build_readings, build_readings.c.reading == readings.c.id)
        .where(build_readings.c.build == build.id)
        .order_by(build_readings.c.place)
    )
    read = connection.execute(placed).all()
    reports = tuple(report_from(row.meta, row.text) for row in read)
    told = _claims(connection, build.id)
    own = select(findings.c.body).where(findings.c.build == build.id).order_by(findings.c.place)
    named = select(entities.c.body).where(entities.c.build == build.id).order_by(entities.c.place)
    left: list[Unclaimed] = [unclaimed_from(one) for row in read for one in json.loads(row.unclaimed)]
    return Dossier(
        pack=head["pack"],
        pack_version=head["pack_version"],
        reports=reports,
        failures=tuple(Failure(*pair) for pair in json.loads(head["failures"])),
        marks=tuple(Marks(report.doc, report.language) for report in reports),
        claims=tuple(claim for row in read for claim in told[row.id]),
        unclaimed=tuple(left),
        lineage=lineage_from(json.loads(head["lineage"])),
        entities=tuple(entity_from(json.loads(body)) for body in connection.scalars(named)),
        findings=tuple(finding_from(json.loads(body)) for body in connection.scalars(own)),
        checks=tuple(check_from(one) for one in json.loads(head["checks"])),
        record=restored(Record, json.loads(head["record"])),
        pack_digest=head["pack_digest"],
    )


def _claims(connection: Connection, build: int) -> defaultdict[int, list[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    asked = (
        select(claims, readings.c.doc, readings.c.sha256)
        .join(readings, readings.c.id == claims.c.reading)
        .join(build_readings, build_readings.c.reading == claims.c.reading)
        .where(build_readings.c.build == build)
        .order_by(claims.c.row)
    )
    for row in connection.execute(asked).mappings():
        found[row["reading"]].append(claim_from(row, row["doc"], row["sha256"]))
    return found
