"""Decisions in the ledger: recorded, undone, listed, and placed on the claims of the current build."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Row, Select, delete, func, select

from habeas.errors import UsageError
from habeas.ledger import auditing
from habeas.ledger.building import LATEST, latest_build
from habeas.ledger.bulk import load
from habeas.ledger.claim_rows import claim_from
from habeas.ledger.sealing import canonical, seal, seal_of_all
from habeas.ledger.tables import build_readings, claims, decisions, readings, ruled
from habeas.model.claim import Claim
from habeas.review.decision import (
    Anchor,
    ClaimAnchor,
    Decision,
    EntityAnchor,
    FindingAnchor,
    Ruling,
    Verdict,
    in_force,
)
from habeas.review.placing import place

__all__ = [
    "all_decisions",
    "decide",
    "decision_seal",
    "decisions_numbered",
    "expected_ruled",
    "names_ruled_after",
    "place_again",
    "standing_rulings",
    "undo",
]

_ABOUT: dict[type, str] = {ClaimAnchor: "claim", EntityAnchor: "entity", FindingAnchor: "finding"}
_ANCHOR: dict[str, type] = {name: kind for kind, name in _ABOUT.items()}


def decide(connection: Connection, rulings: Sequence[Ruling], by: str) -> tuple[Decision, ...]:
    """Record rulings as decisions of `by`, all in one audit entry."""
    return _record(connection, [(ruling, None) for ruling in rulings], by, "decide")


def undo(connection: Connection, ids: Sequence[int], by: str) -> tuple[Decision, ...]:
    """Take back decisions; each stays in the ledger beside what undoes it. Raises UsageError for an unknown one."""
    found = {d.id: d for d in _read(connection, select(decisions).where(decisions.c.id.in_(ids)))}
    if missing := [number for number in ids if number not in found]:
        raise UsageError(f"there is no decision {missing[0]}")
    held = _undone(connection, ids)
    if held:
        raise UsageError(f"decision {held[0]} is undone already")
    return _record(connection, [(found[number].ruling, number) for number in dict.fromkeys(ids)], by, "undo")


def _undone(connection: Connection, ids: Sequence[int]) -> list[int]:
    takers = _read(connection, select(decisions).where(decisions.c.undoes.is_not(None)))
    standing: set[int] = set()
    for one in sorted(takers, key=lambda d: d.id, reverse=True):
        if one.id not in standing and one.undoes is not None:
            standing.add(one.undoes)
    return [number for number in ids if number in standing]


def _record(
    connection: Connection, given: Sequence[tuple[Ruling, int | None]], by: str, act: str
) -> tuple[Decision, ...]:
    if not given:
        return ()
    at = auditing.now()
    free = int(connection.scalar(select(func.coalesce(func.max(decisions.c.id), 0))) or 0) + 1
    made = tuple(Decision(free + n, at, by, ruling, undoes) for n, (ruling, undoes) in enumerate(given))
    rows = [_row(one) for one in made]
    what = {"decisions": [made[0].id, made[-1].id]}
    entry = auditing.append(connection, by, act, what, seal_of_all(decision_seal(row) for row in rows), at)
    load(connection, decisions, ((row[0], entry.seq, *row[1:]) for row in rows))
    on_claims = {one.ruling.anchor.claim: one for one in made if isinstance(one.ruling.anchor, ClaimAnchor)}
    known = _known(connection, on_claims) if act == "decide" else frozenset()
    if known:
        _hold(connection, [on_claims[name] for name in sorted(known)])
    place_again(connection, {_report(one) for name, one in on_claims.items() if name not in known})
    return made


def _report(one: Decision) -> str:
    assert isinstance(one.ruling.anchor, ClaimAnchor)
    return one.ruling.anchor.report


def _known(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """Those of the claims' ids that the current build has."""
    asked = (
        select(claims.c.id)
        .join(build_readings, build_readings.c.reading == claims.c.reading)
        .where(build_readings.c.build == LATEST, claims.c.id.in_(list(names)))
    )
    return frozenset(connection.scalars(asked))


def _hold(connection: Connection, made: Sequence[Decision]) -> None:
    """A new decision on a claim that is there holds for it, whatever was decided before."""
    held = [(one.ruling.anchor.claim, one) for one in made if isinstance(one.ruling.anchor, ClaimAnchor)]
    connection.execute(delete(ruled).where(ruled.c.claim.in_([name for name, _ in held])))
    load(connection, ruled, ((name, one.ruling.verdict.value, one.id) for name, one in held))


def _row(one: Decision) -> tuple[object, ...]:
    """The row of a decision without the number of its audit entry."""
    ruling = one.ruling
    return (
        one.id,
        one.at,
        one.by,
        _ABOUT[type(ruling.anchor)],
        ruling.verdict.value,
        ruling.value,
        ruling.note,
        canonical(asdict(ruling.anchor)),
        ruling.anchor.report if isinstance(ruling.anchor, ClaimAnchor) else None,
        one.undoes,
    )


def decision_seal(row: Sequence[object]) -> str:
    """The seal of a decision's row, without `seq`."""
    return seal(*row)


def all_decisions(
    connection: Connection, report: str | None = None, by: str | None = None, about: str | None = None
) -> tuple[Decision, ...]:
    """Every decision and undoing, oldest first; of one report, of one person, or about one sort of thing where asked."""
    query = select(decisions).order_by(decisions.c.id)
    if about is not None:
        query = query.where(decisions.c.about == about)
    if report is not None:
        query = query.where(decisions.c.report == report)
    if by is not None:
        query = query.where(decisions.c.by == by)
    return tuple(_read(connection, query))


def decisions_numbered(connection: Connection, numbers: Sequence[int]) -> dict[int, Decision]:
    """Of the decisions with these numbers those that there are."""
    found: dict[int, Decision] = {}
    for at in range(0, len(numbers), 500):
        asked = select(decisions).where(decisions.c.id.in_(numbers[at : at + 500]))
        found.update((one.id, one) for one in _read(connection, asked))
    return found


def names_ruled_after(connection: Connection, decision: int) -> bool:
    """Whether a later decision, or undoing of one, is about entities."""
    asked = select(decisions.c.id).where(decisions.c.id > decision, decisions.c.about == "entity").limit(1)
    return connection.scalar(asked) is not None


def standing_rulings(connection: Connection) -> dict[str, int]:
    """The number of the decision in force for each claim of the current build that has one."""
    return {row.claim: row.decision for row in connection.execute(select(ruled.c.claim, ruled.c.decision))}


def _read(connection: Connection, query: Select) -> Iterable[Decision]:  # type: ignore[type-arg]
    return [_decision(row) for row in connection.execute(query)]


def _decision(row: Row) -> Decision:  # type: ignore[type-arg]
    cells = row._mapping
    anchor: Anchor = _ANCHOR[cells["about"]](**_tuples(json.loads(cells["anchor"])))
    ruling = Ruling(anchor, Verdict(cells["verdict"]), cells["note"], cells["value"])
    return Decision(cells["id"], cells["at"], cells["by"], ruling, cells["undoes"])


def _tuples(data: dict[str, object]) -> dict[str, object]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}


def place_again(connection: Connection, touched: Collection[str] | None = None) -> None:
    """Write anew which decision holds for which claim: of the reports `touched`, or of all that have decisions."""
    if touched is None:
        connection.execute(delete(ruled))
        load(connection, ruled, ((c, *held) for c, held in expected_ruled(connection).items()))
        return
    build = latest_build(connection) if touched else None
    for sha in sorted(touched):
        found = _claims_of(connection, sha, build.id) if build else ()
        connection.execute(delete(ruled).where(ruled.c.claim.in_([c.id for c in found])))
        load(connection, ruled, ((c, *held) for c, held in _placed(connection, sha, found).items()))


def expected_ruled(connection: Connection) -> dict[str, tuple[str, int]]:
    """What `ruled` must hold: for each claim of the current build that has one, the verdict and its decision."""
    build = latest_build(connection)
    wanted: dict[str, tuple[str, int]] = {}
    if build is None:
        return wanted
    shas = connection.scalars(select(decisions.c.report).where(decisions.c.report.is_not(None)).distinct())
    for sha in sorted(shas.all()):
        wanted.update(_placed(connection, sha, _claims_of(connection, sha, build.id)))
    return wanted


def _placed(connection: Connection, sha: str, found: Sequence[Claim]) -> dict[str, tuple[str, int]]:
    build = latest_build(connection)
    held = in_force(all_decisions(connection, sha))
    text = _text_of(connection, sha, build.id) if build else ""
    return {c: (d.ruling.verdict.value, d.id) for c, d in place(held, found, {sha: text}).on_claims.items()}


def _claims_of(connection: Connection, sha: str, build: int) -> tuple[Claim, ...]:
    query = (
        select(claims, readings.c.doc)
        .join(readings, readings.c.id == claims.c.reading)
        .join(build_readings, build_readings.c.reading == readings.c.id)
        .where(readings.c.sha256 == sha, build_readings.c.build == build)
        .order_by(claims.c.row)
    )
    return tuple(claim_from(row, row["doc"], sha) for row in connection.execute(query).mappings())


def _text_of(connection: Connection, sha: str, build: int) -> str:
    query = (
        select(readings.c.text)
        .join(build_readings, build_readings.c.reading == readings.c.id)
        .where(readings.c.sha256 == sha, build_readings.c.build == build)
        .limit(1)
    )
    return connection.scalar(query) or ""
