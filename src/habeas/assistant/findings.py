"""Questions about findings and checks: what agrees, what is contested, what adds up, and on which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from habeas.assistant.archive import Archive, Row
from habeas.assistant.arguments import Arguments
from habeas.assistant.bounds import fitting, page
from habeas.assistant.cited import cited, claim_json
from habeas.assistant.claims import get_claim, one_claim
from habeas.errors import UsageError
from habeas.publish.wording import shortened

__all__ = ["HOLDS", "checks", "findings", "why"]

HOLDS = {"holds": 1, "fails": 0, "cannot_be_told": None}
"""The verdicts of a check by their names."""

_QUOTED = 3
"""Claims quoted for each answer of a finding in a list; `why` gives all."""

_BRIEF = 240
"""Characters of a quotation below a finding."""


def findings(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """Findings, each with its answers and words of the claims behind them."""
    where: list[str] = ["1"]
    values: list[object] = []
    for condition, name in (
        ("status = ?", "status"),
        ("instr(fold(subject), fold(?))", "subject"),
        ("instr(fold(question || ' ' || property || ' ' || answers), fold(?))", "words"),
    ):
        if (value := asked.text(name)) is not None:
            where.append(condition)
            values.append(value)
    if least := asked.whole("least_origins"):
        where.append("origins >= ?")
        values.append(least)
    held = f"FROM findings WHERE {' AND '.join(where)}"
    offset = asked.whole("offset")
    rows = archive.rows(
        f"SELECT * {held} ORDER BY origins DESC, reports DESC, rowid LIMIT ? OFFSET ?",
        *values,
        asked.whole("limit"),
        offset,
    )
    total = archive.number(f"SELECT count(*) {held}", *values)
    return page("findings", [_finding(archive, row, _QUOTED) for row in rows], total, offset)


def _finding(archive: Archive, row: Row, quoted: int) -> dict[str, Any]:
    """A finding and its answers; of each answer as many claims as `quoted` says, one of every report first."""
    links = archive.rows("SELECT claim, answer FROM finding_claims WHERE finding = ?", row["id"])
    by_answer: dict[str, list[str]] = defaultdict(list)
    for link in links:
        by_answer[link["answer"] or ""].append(link["claim"])
    answers = [
        {
            "value": shortened(value or "no answer of its own", 300),
            "claims": len(ids),
            "words": [claim_json(c, _BRIEF) for c in _spread(cited(archive, sorted(ids)).values())[:quoted]],
        }
        for value, ids in sorted(by_answer.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    return {
        "finding": row["id"],
        "status": row["status"],
        "standing": row["standing"],
        "question": shortened(row["question"], 300),
        "subject": shortened(row["subject"], 200),
        "property": shortened(row["property"], 200),
        "reports": row["reports"],
        "origins": row["origins"],
        "upstream_sources": row["upstream"],
        **({"note": shortened(row["note"], 600)} if row["note"] else {}),
        "answers": fitting(answers, 8_000),
    }


def _spread(rows: Iterable[Row]) -> list[Row]:
    """Claims so that the first of each report comes before the second of any."""
    turn: dict[str, int] = defaultdict(int)
    ranked = []
    for n, row in enumerate(rows):
        ranked.append((turn[row["doc"]], n, row))
        turn[row["doc"]] += 1
    return [row for _, _, row in sorted(ranked, key=lambda one: one[:2])]


def checks(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """Checks: sums, shares, conversions, dates and sequences that were computed again."""
    where: list[str] = ["1"]
    values: list[object] = []
    if verdict := asked.text("verdict"):
        where.append("holds IS ?")
        values.append(HOLDS[verdict])
    for condition, name in (("type = ?", "type"), ("instr(fold(statement), fold(?))", "words")):
        if (value := asked.text(name)) is not None:
            where.append(condition)
            values.append(value)
    held = f"FROM checks WHERE {' AND '.join(where)}"
    offset = asked.whole("offset")
    rows = archive.rows(
        f"SELECT * {held} ORDER BY rowid LIMIT ? OFFSET ?", *values, asked.whole("limit"), offset
    )
    total = archive.number(f"SELECT count(*) {held}", *values)
    return page("checks", [_check(archive, row, 4) for row in rows], total, offset)


def _check(archive: Archive, row: Row, quoted: int) -> dict[str, Any]:
    links = archive.rows('SELECT claim FROM check_claims WHERE "check" = ? ORDER BY claim', row["id"])
    words = cited(archive, (link["claim"] for link in links))
    return {
        "check": row["id"],
        "type": row["type"],
        "verdict": next(name for name, value in HOLDS.items() if value == row["holds"]),
        "statement": shortened(row["statement"], 400),
        "formula": shortened(row["formula"], 300),
        "computed": row["computed"],
        **({"note": shortened(row["note"], 400)} if row["note"] else {}),
        "claims": len(words),
        "words": fitting([claim_json(c, _BRIEF) for c in words.values()][:quoted], 12_000),
    }


def why(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """What stands behind a finding, a check or a claim, down to the words and to who copied whom."""
    name = asked.text("id") or ""
    if found := archive.rows("SELECT * FROM findings WHERE id = ?", name):
        told = _finding(archive, found[0], 12)
        return {**told, "grounds": _grounds(archive, name)}
    if found := archive.rows("SELECT * FROM checks WHERE id = ?", name):
        return _check(archive, found[0], 20)
    try:
        one_claim(archive, name)
    except UsageError:
        raise UsageError(
            f"why: {name!r} is no finding, check or claim of this record: take an id that another tool gave"
        ) from None
    return get_claim(archive, Arguments({"claim": name}))


def _grounds(archive: Archive, finding: str) -> list[dict[str, Any]]:
    """The origins behind a finding: the reports of each, and why several reports are one origin."""
    rows = archive.rows(
        "SELECT DISTINCT r.origin, r.doc, r.outlet FROM finding_claims k JOIN claims c ON c.id = k.claim "
        "JOIN reports r ON r.doc = c.doc WHERE k.finding = ? ORDER BY r.origin, r.doc LIMIT 200",
        finding,
    )
    docs: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        docs[row["origin"] or ""].append(row)
    told = (
        {
            "origin": origin,
            "reports": [row["doc"] for row in some[:20]],
            **({"derived": _derived(archive, [row["doc"] for row in some[:20]])} if len(some) > 1 else {}),
        }
        for origin, some in docs.items()
    )
    return fitting(told, 6_000)


def _derived(archive: Archive, docs: Sequence[str]) -> list[dict[str, Any]]:
    places = ", ".join("?" * len(docs))
    pairs = archive.rows(
        f"SELECT a, b, relation, evidence FROM pairs WHERE a IN ({places}) AND b IN ({places}) "
        "AND relation IN ('copy', 'rewrite_of_same_original') ORDER BY a, b LIMIT 20",
        *docs,
        *docs,
    )
    return [{**pair, "evidence": shortened(pair["evidence"], 300)} for pair in pairs]
