"""Browsing claims: pages of those that fit a query, with how many there are by kind, subject, speaker and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, or_, select

from habeas.errors import UsageError
from habeas.ledger.claim_rows import claim_from
from habeas.ledger.shapes import ClaimQuery, ClaimView, Counted, Facet
from habeas.ledger.tables import build_readings, claims, finding_claims, readings, ruled
from habeas.ledger.words import claim_match

__all__ = [
    "DECIDED",
    "FACETS",
    "UNDECIDED",
    "claim_by_id",
    "count_claims",
    "facets",
    "select_claims",
    "verdicts",
    "without",
]

_MOST = 50
"""Values that a facet lists at most."""

UNDECIDED = "none"
"""Asks for claims that nobody has decided on."""

DECIDED = "any"
"""Asks for claims that somebody has decided on, however."""

_FIELDS = {
    "kind": claims.c.kind,
    "subject": claims.c.subject,
    "speaker": claims.c.speaker,
    "modality": claims.c.modality,
}
FACETS = (*_FIELDS, "status", "month", "origin")


def _joined() -> FromClause:
    return claims.join(build_readings, build_readings.c.reading == claims.c.reading)


def _conditions(connection: Connection, query: ClaimQuery, build: int) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [build_readings.c.build == build]
    found += [
        column == given for name, column in _FIELDS.items() if (given := getattr(query, name)) is not None
    ]
    if query.origin is not None:
        found.append(build_readings.c.origin == query.origin)
    if query.status is not None:
        stands = and_(finding_claims.c.build == build, finding_claims.c.status == query.status)
        found.append(claims.c.id.in_(select(finding_claims.c.claim).where(stands)))
    if query.report is not None:
        found.append(claims.c.reading.in_(select(readings.c.id).where(readings.c.sha256 == query.report)))
    if query.verdict == UNDECIDED:
        found.append(claims.c.id.not_in(select(ruled.c.claim)))
    elif query.verdict == DECIDED:
        found.append(claims.c.id.in_(select(ruled.c.claim)))
    elif query.verdict is not None:
        found.append(claims.c.id.in_(select(ruled.c.claim).where(ruled.c.verdict == query.verdict)))
    if query.words is not None:
        found.append(claim_match(connection, query.words))
    return found + _in_time(query)


def _in_time(query: ClaimQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.month is not None:
        found.append(func.substr(claims.c.earliest, 1, 7) == query.month)
    if query.since is not None:
        found.append(
            or_(
                claims.c.latest >= query.since, claims.c.latest.is_(None) & (claims.c.earliest >= query.since)
            )
        )
    if query.until is not None:
        found.append(claims.c.earliest <= query.until)
    return found


def count_claims(connection: Connection, query: ClaimQuery, build: int) -> int:
    """How many claims fit."""
    asked = select(func.count()).select_from(_joined()).where(*_conditions(connection, query, build))
    return int(connection.scalar(asked) or 0)


def select_claims(
    connection: Connection, query: ClaimQuery, build: int, first: int, most: int
) -> tuple[ClaimView, ...]:
    """The claims that fit, from the `first` (0 is the first) on."""
    # The place is found by row numbers alone, so that a late page costs no reading of what comes before it.
    wanted = (
        select(claims.c.row)
        .select_from(_joined())
        .where(*_conditions(connection, query, build))
        .order_by(claims.c.row)
        .offset(first)
        .limit(most)
    )
    rows = connection.scalars(wanted).all()
    asked = (
        select(claims, build_readings.c.origin, readings.c.doc, readings.c.sha256)
        .select_from(_joined().join(readings, readings.c.id == claims.c.reading))
        .where(build_readings.c.build == build, claims.c.row.in_(rows))
        .order_by(claims.c.row)
    )
    return _views(connection, asked, build)


def claim_by_id(connection: Connection, claim: str, build: int) -> ClaimView:
    """The claim with this id, or whose id begins so. Raises UsageError where there is none, or more than one."""
    for fits in (claims.c.id == claim, claims.c.id.startswith(claim, autoescape=True)):
        asked = (
            select(claims, build_readings.c.origin, readings.c.doc, readings.c.sha256)
            .select_from(_joined().join(readings, readings.c.id == claims.c.reading))
            .where(build_readings.c.build == build, fits)
            .order_by(claims.c.row)
            .limit(20)
        )
        found = _views(connection, asked, build)
        if len({view.claim.id for view in found}) == 1:
            return found[0]
    raise UsageError(f"claim {claim!r}: {'several claims start so' if found else 'no such claim'}")


def _views(connection: Connection, asked: Select, build: int) -> tuple[ClaimView, ...]:  # type: ignore[type-arg]
    rows = connection.execute(asked).mappings().all()
    ids = [row["id"] for row in rows]
    stands = _standing(connection, ids, build)
    held = {
        row.claim: (row.verdict, row.decision)
        for row in connection.execute(select(ruled).where(ruled.c.claim.in_(ids)))
    }
    return tuple(
        ClaimView(
            claim_from(row, row["doc"], row["sha256"]),
            row["origin"],
            tuple(stands[row["id"]]),
            *held.get(row["id"], (None, None)),
        )
        for row in rows
    )


def _standing(
    connection: Connection, ids: Sequence[str], build: int
) -> defaultdict[str, list[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    asked = select(finding_claims).where(finding_claims.c.build == build, finding_claims.c.claim.in_(ids))
    for row in connection.execute(asked.order_by(finding_claims.c.finding)):
        found[row.claim].append((row.finding, row.status))
    return found


def facets(connection: Connection, query: ClaimQuery, build: int) -> tuple[Facet, ...]:
    """Every facet but the verdicts; within each, its own choice is left open, so that another can be made."""
    return tuple(_facet(connection, name, replace(query, **{name: None}), build) for name in FACETS)


def without(facets: Iterable[Facet], less: Iterable[Facet]) -> tuple[Facet, ...]:
    """The facets of all claims that fit, less those of some of them."""
    taken = {(f.name, c.value): c.claims for f in less for c in f.counts}
    left = (
        (f.name, [Counted(c.value, c.claims - taken.get((f.name, c.value), 0)) for c in f.counts])
        for f in facets
    )
    return tuple(Facet(name, tuple(c for c in counts if c.claims > 0)) for name, counts in left)


def _facet(connection: Connection, name: str, query: ClaimQuery, build: int) -> Facet:
    source = _joined()
    if name == "status":
        same = and_(finding_claims.c.claim == claims.c.id, finding_claims.c.build == build)
        source = source.join(finding_claims, same)
        value: ColumnElement[str | None] = finding_claims.c.status
    elif name == "month":
        value = func.substr(claims.c.earliest, 1, 7)
    elif name == "origin":
        value = build_readings.c.origin
    else:
        value = _FIELDS[name]
    times = func.count()
    asked = (
        select(value, times)
        .select_from(source)
        .where(*_conditions(connection, query, build), value.is_not(None))
        .group_by(value)
        .order_by(times.desc(), value)
        .limit(_MOST)
    )
    return Facet(name, tuple(Counted(str(v), n) for v, n in connection.execute(asked)))


def verdicts(connection: Connection, query: ClaimQuery, build: int, total: int) -> Facet:
    """The verdicts in force on the claims that fit, the query's own verdict left open; `total` is how many fit then."""
    if connection.scalar(select(ruled.c.decision).limit(1)) is None:
        return Facet("verdict", (Counted(UNDECIDED, total),))
    times = func.count()
    asked = (
        select(ruled.c.verdict, times)
        .select_from(_joined().join(ruled, ruled.c.claim == claims.c.id))
        .where(*_conditions(connection, replace(query, verdict=None), build))
        .group_by(ruled.c.verdict)
        .order_by(times.desc(), ruled.c.verdict)
    )
    counts = [Counted(v, n) for v, n in connection.execute(asked)]
    return Facet("verdict", (*counts, Counted(UNDECIDED, total - sum(c.claims for c in counts))))
