"""Questions about claims: search them, and take one apart."""

from __future__ import annotations

from typing import Any

from habeas.assistant.archive import Archive, Row
from habeas.assistant.arguments import Arguments
from habeas.assistant.bounds import fitting, page
from habeas.assistant.cited import CLAIM, cited, claim_json, fts
from habeas.errors import UsageError
from habeas.publish.wording import shortened

__all__ = ["get_claim", "one_claim", "search_claims", "unclaimed"]

_AROUND = 240
"""Characters shown on each side of a claim's words."""

_WHOLE = 6_000
"""Characters of a quotation that is asked for by itself."""


def search_claims(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """Claims that hold all words asked for, best match first; where none does, those that hold some of them."""
    words = asked.text("words")
    query = fts(words) if words else None
    if words and query is None:
        raise UsageError("search_claims: words holds no word and no number to look for")
    note: dict[str, Any] = {}
    found, total = _matching(archive, asked, query)
    if not total and words and len(words.split()) > 1:
        found, total = _matching(archive, asked, fts(words, " OR "))
        note = {"note": "no claim holds all these words; these hold some of them"} if total else {}
    return page("claims", [claim_json(row) for row in found], total, asked.whole("offset"), **note)


def _matching(archive: Archive, asked: Arguments, query: str | None) -> tuple[list[Row], int]:
    where, values = _conditions(asked)
    source = f"{CLAIM} "
    order = "c.rowid"
    if query is not None:
        source += "JOIN claims_search s ON s.rowid = c.rowid "
        where, values = ["claims_search MATCH ?", *where], [query, *values]
        order = "s.rank, c.rowid"
    held = f"{source}WHERE {' AND '.join(where) or '1'}"
    total = archive.number(f"SELECT count(*) FROM ({held})", *values)
    limits = asked.whole("limit"), asked.whole("offset")
    return archive.rows(f"{held} ORDER BY {order} LIMIT ? OFFSET ?", *values, *limits), total


def _conditions(asked: Arguments) -> tuple[list[str], list[object]]:
    """The filters as SQL, each with its value."""
    told = (
        ("c.kind = ?", asked.text("kind")),
        ("c.modality = ?", asked.text("modality")),
        ("instr(fold(c.subject), fold(?))", asked.text("subject")),
        ("instr(fold(c.speaker_chain), fold(?))", asked.text("speaker")),
        ("c.doc = ?", asked.text("doc")),
        ("c.confidence >= ?", asked.share("least_confidence") or None),
        (
            "EXISTS (SELECT 1 FROM finding_claims k JOIN findings f ON f.id = k.finding "
            "WHERE k.claim = c.id AND f.status = ?)",
            asked.text("status"),
        ),
        ("coalesce(c.latest, c.as_of) >= ?", _iso(asked, "since")),
        ("coalesce(c.earliest, c.as_of) <= ?", _iso(asked, "until")),
    )
    kept = [(condition, value) for condition, value in told if value is not None]
    return [condition for condition, _ in kept], [value for _, value in kept]


def _iso(asked: Arguments, name: str) -> str | None:
    day = asked.day(name)
    return day.isoformat() if day else None


def one_claim(archive: Archive, name: str) -> Row:
    """The claim of an id, or of the start of one. Raises UsageError where it is none or several."""
    found = archive.rows(f"{CLAIM} WHERE substr(c.id, 1, ?) = ? LIMIT 2", len(name), name)
    exact = [row for row in found if row["id"] == name]
    if exact or len(found) == 1:
        return (exact or found)[0]
    raise UsageError(
        f"there is no claim {name!r}: take an id that search_claims gave"
        if not found
        else f"several claims begin with {name!r}: give more of the id"
    )


def get_claim(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """One claim in full: its words in their place, who vouches for it, and all it takes part in."""
    row = one_claim(archive, asked.text("claim") or "")
    text = archive.rows("SELECT text FROM reports WHERE doc = ?", row["doc"])[0]["text"]
    start, end = row["start"], row["end"]
    # The archive was held against its hashes when it was opened; a quotation that does not stand is never shown.
    if text[start:end] != row["quote"]:
        raise UsageError(f"the words of claim {row['id']} do not stand in its report: run habeas verify")
    findings = archive.rows(
        "SELECT f.id AS finding, f.question, f.status, f.reports, f.origins, f.note, k.answer AS answer_given "
        "FROM finding_claims k JOIN findings f ON f.id = k.finding WHERE k.claim = ? ORDER BY f.rowid LIMIT 20",
        row["id"],
    )
    checks = archive.rows(
        "SELECT c.id AS 'check', c.type, c.statement, c.formula, c.holds, c.note FROM check_claims k "
        'JOIN checks c ON c.id = k."check" WHERE k.claim = ? ORDER BY c.rowid LIMIT 20',
        row["id"],
    )
    return {
        **claim_json(row, _WHOLE),
        "before": text[max(0, start - _AROUND) : start],
        "after": text[end : end + _AROUND],
        "findings": fitting((_short(f) for f in findings), 8_000),
        "checks": fitting((_short(c) for c in checks), 6_000),
    }


def _short(row: Row) -> dict[str, Any]:
    """A row with its texts cut to what an answer has room for."""
    return {name: shortened(cell, 400) if isinstance(cell, str) else cell for name, cell in row.items()}


def unclaimed(archive: Archive, asked: Arguments) -> dict[str, Any]:
    """Numbers and quotations that no claim uses: what the record cannot answer for."""
    where: list[str] = ["1"]
    values: list[object] = []
    if doc := asked.text("doc"):
        where.append("doc = ?")
        values.append(doc)
    if words := asked.text("words"):
        where.append("instr(fold(quote), fold(?))")
        values.append(words)
    held = f"FROM unclaimed WHERE {' AND '.join(where)}"
    offset = asked.whole("offset")
    rows = archive.rows(
        f'SELECT doc, kind, quote, start, "end", reason {held} ORDER BY id LIMIT ? OFFSET ?',
        *values,
        asked.whole("limit"),
        offset,
    )
    total = archive.number(f"SELECT count(*) {held}", *values)
    return page("unclaimed", [_short(row) for row in rows], total, offset, near=_near(archive, rows))


def _near(archive: Archive, rows: list[Row]) -> list[dict[str, Any]]:
    """The claims that stand nearest before the first few, so that they can be read where they stand."""
    ids = []
    for row in rows[:5]:
        ids += archive.rows(
            "SELECT id FROM claims WHERE doc = ? AND start <= ? ORDER BY start DESC LIMIT 1",
            row["doc"],
            row["start"],
        )
    return [claim_json(row, 200) for row in cited(archive, (one["id"] for one in ids)).values()]
