"""Questions about reports: which there are, and what stands in a passage of one."""

from __future__ import annotations

from typing import Any

from habeas.assistant.archive import Archive, Row
from habeas.assistant.arguments import Arguments
from habeas.assistant.bounds import fitting, page
from habeas.assistant.cited import CLAIM, cited, claim_json, fts
from habeas.errors import UsageError
from habeas.publish.wording import shortened

__all__ = ["about", "read_report", "reports"]

_LISTED = "doc, headline, outlet, byline, published, language, url, origin"


def about(archive: Archive, _asked: Arguments) -> dict[str, Any]:
    """What the record holds, and how to use it."""
    counts = {
        table: archive.number(f"SELECT count(*) FROM {table}")
        for table in ("reports", "origins", "claims", "findings", "checks", "unclaimed")
    }
    statuses = archive.rows(
        "SELECT status, count(*) AS findings FROM findings GROUP BY status ORDER BY status"
    )
    readers = archive.number("SELECT count(*) FROM claims WHERE reader IS NOT NULL")
    first = archive.rows(f"{CLAIM} ORDER BY c.rowid LIMIT 1")
    return {
        "record": archive.name,
        "counts": counts,
        "findings_by_status": {row["status"]: row["findings"] for row in statuses},
        "claims_of_a_second_reader": readers,
        "names_of_private_people": "replaced by pseudonyms"
        if archive.protected
        else "as the dossier has them",
        "example_of_a_citation": [claim_json(row) for row in first],
    }


def reports(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """Reports, each with the origin it goes back to, its claims counted and its first claim quoted."""
    where: list[str] = ["1"]
    values: list[object] = []
    source = f"SELECT {_LISTED} FROM reports"
    if words := asked.text("words"):
        query = fts(words)
        if query is None:
            raise UsageError("reports: words holds no word and no number to look for")
        where.append("rowid IN (SELECT rowid FROM reports_search WHERE reports_search MATCH ?)")
        values.append(query)
    for condition, name in (("instr(fold(outlet), fold(?))", "outlet"), ("origin = ?", "origin")):
        if (value := asked.text(name)) is not None:
            where.append(condition)
            values.append(value)
    held = f"{source} WHERE {' AND '.join(where)}"
    offset = asked.whole("offset")
    rows = archive.rows(f"{held} ORDER BY rowid LIMIT ? OFFSET ?", *values, asked.whole("limit"), offset)
    total = archive.number(f"SELECT count(*) FROM ({held})", *values)
    return page("reports", [_report(archive, row) for row in rows], total, offset)


def _report(archive: Archive, row: Row) -> dict[str, Any]:
    told = {name: shortened(str(cell), 300) for name, cell in row.items() if cell and name != "doc"}
    first = archive.rows(f"{CLAIM} WHERE c.doc = ? ORDER BY c.rowid LIMIT 1", row["doc"])
    return {
        "doc": row["doc"],
        **told,
        "claims": archive.number("SELECT count(*) FROM claims WHERE doc = ?", row["doc"]),
        "first_claim": [_placed(one) for one in first],
    }


def read_report(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """A passage of a report word for word, and the claims that stand in it by their places."""
    doc, start = asked.text("doc") or "", asked.whole("start")
    found = archive.rows(f"SELECT {_LISTED}, text FROM reports WHERE doc = ?", doc)
    if not found:
        raise UsageError(f"there is no report {doc!r}: take the doc that reports or a claim gave")
    text = found[0]["text"]
    if start >= len(text) > 0:
        raise UsageError(f"read_report: start is {start}, and {doc} has {len(text)} characters")
    end = min(len(text), start + asked.whole("length"))
    ids = archive.rows(
        'SELECT id FROM claims WHERE doc = ? AND start < ? AND "end" > ? ORDER BY start, id LIMIT 100',
        doc,
        end,
        start,
    )
    claims = [_placed(row) for row in cited(archive, (row["id"] for row in ids)).values()]
    kept = fitting(claims, 12_000)
    return {
        "doc": doc,
        "origin": found[0]["origin"],
        "start": start,
        "end": end,
        "characters": len(text),
        "text": text[start:end],
        "claims": kept,
        **({"claims_left": len(claims) - len(kept)} if len(kept) < len(claims) else {}),
        **({"next_start": end} if end < len(text) else {}),
    }


def _placed(row: Row) -> dict[str, Any]:
    full = claim_json(row, 160)
    names = ("claim", "quote", "quote_cut_after", "start", "end", "kind", "subject", "property", "answer")
    return {name: full[name] for name in (*names, "said_by", "caution", "second_reader") if name in full}
