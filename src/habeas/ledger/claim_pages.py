"""Claims of the current build, taken from the store by row, by id, or by the beginning of an id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, ScalarSelect, Select, select

from habeas.errors import AbsentError, UsageError
from habeas.ledger.building import LATEST
from habeas.ledger.claim_rows import claim_from
from habeas.ledger.shapes import ClaimView
from habeas.ledger.tables import build_readings, claims, finding_claims, readings, ruled
from habeas.model.claim import Claim

__all__ = ["claim_by_id", "claims_named", "claims_of_rows"]

_AT_ONCE = 500
"""SQLite and PostgreSQL take many thousand values in one question, each with a limit of its own."""

_Build = int | ScalarSelect[int]
"""The number of a build, or the question for it."""


def claims_of_rows(connection: Connection, rows: Sequence[int], build: int) -> tuple[ClaimView, ...]:
    """The claims with these row numbers, in the order of these."""
    found: list[ClaimView] = []
    for at in range(0, len(rows), _AT_ONCE):
        part = [int(row) for row in rows[at : at + _AT_ONCE]]
        found += _views(connection, _asked(build).where(claims.c.row.in_(part)), build)
    return tuple(found)


def claims_named(connection: Connection, names: Iterable[str]) -> dict[str, Claim]:
    """Of the claims with these ids those that the current build has, by id."""
    wanted, found = list(dict.fromkeys(names)), {}
    for at in range(0, len(wanted), _AT_ONCE):
        asked = _asked(LATEST).where(claims.c.id.in_(wanted[at : at + _AT_ONCE]))
        for row in connection.execute(asked).mappings():
            found[row["id"]] = claim_from(row, row["doc"], row["sha256"])
    return found


def _asked(build: _Build) -> Select:  # type: ignore[type-arg]
    source = (
        claims.join(build_readings, build_readings.c.reading == claims.c.reading)
        .join(readings, readings.c.id == claims.c.reading)
        .outerjoin(ruled, ruled.c.claim == claims.c.id)
    )
    own = (build_readings.c.origin, readings.c.doc, readings.c.sha256, ruled.c.verdict, ruled.c.decision)
    return (
        select(claims, *own).select_from(source).where(build_readings.c.build == build).order_by(claims.c.row)
    )


def claim_by_id(connection: Connection, claim: str) -> ClaimView:
    """The claim of the current build with this id, or whose id begins so. Raises UsageError where there is none, or more than one."""
    for fits in (claims.c.id == claim, claims.c.id.startswith(claim, autoescape=True)):
        found = _views(connection, _asked(LATEST).where(fits).limit(20), LATEST)
        if len({view.claim.id for view in found}) == 1:
            return found[0]
    if not found:
        raise AbsentError(f"claim {claim!r}: no such claim")
    raise UsageError(f"claim {claim!r}: several claims start so")


def _views(connection: Connection, asked: Select, build: _Build) -> tuple[ClaimView, ...]:  # type: ignore[type-arg]
    rows = connection.execute(asked).mappings().all()
    ids = [row["id"] for row in rows]
    stands = _standing(connection, ids, build)
    return tuple(
        ClaimView(
            claim_from(row, row["doc"], row["sha256"]),
            row["origin"],
            tuple(stands[row["id"]]),
            row["verdict"],
            row["decision"],
        )
        for row in rows
    )


def _standing(
    connection: Connection, ids: Sequence[str], build: _Build
) -> defaultdict[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    own = (finding_claims.c.claim, finding_claims.c.finding, finding_claims.c.status)
    asked = select(*own).where(finding_claims.c.build == build, finding_claims.c.claim.in_(ids))
    for row in connection.execute(asked.order_by(finding_claims.c.finding)):
        found[row.claim].append((row.finding, row.status))
    return found
