"""Cited: how a claim stands in an answer, always with its id, its exact words and their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from habeas.assistant.archive import Archive, Row
from habeas.assistant.bounds import QUOTE, quoted
from habeas.model.claim import BAR
from habeas.publish.wording import shortened

__all__ = ["CLAIM", "cited", "claim_json", "fts"]

CLAIM = """SELECT c.*, r.outlet, r.published, r.origin FROM claims c JOIN reports r ON r.doc = c.doc"""
"""Claims with what is known of their reports."""

_MANY = 500
"""Ids of one SELECT; SQLite allows 32,766."""


def claim_json(row: Row, most: int = QUOTE) -> dict[str, Any]:
    """A claim as answers show it; keys that say nothing are left out."""
    told = {
        "claim": row["id"],
        "cite": _cite(row),
        **quoted(row["quote"], most),
        "doc": row["doc"],
        "start": row["start"],
        "end": row["end"],
        "kind": row["kind"],
        "subject": shortened(row["subject"], 200),
        "property": shortened(row["property"], 200),
        "answer": shortened(row["answer"], 300),
        "said_by": shortened(row["speaker_chain"] or "the report itself", 300),
        "modality": row["modality"],
        "origin": row["origin"],
        "confidence": row["confidence"],
    }
    if row["negated"]:
        told["negated"] = True
    for name in ("outlet", "published", "as_of", "place", "decision", "correction"):
        if row[name]:
            told[name] = shortened(str(row[name]), 200)
    if row["reader"]:
        told["second_reader"] = (
            f"proposed by {row['reader']}, not by the program's rules; its words were found"
        )
    elif row["confidence"] < BAR:
        told["caution"] = "as likely misread as not: check its words before relying on it"
    if row["decision"] == "rejected":
        told["caution"] = "a person rejected this claim: do not rely on it"
    return told


def _cite(row: Row) -> str:
    """What an assistant puts behind a sentence that rests on the claim, beside the quoted words."""
    return f"[{row['id']}] {row['doc']}:{row['start']}-{row['end']}"


def cited(archive: Archive, ids: Iterable[str]) -> dict[str, Row]:
    """Claims by their ids."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Row] = {}
    for at in range(0, len(wanted), _MANY):
        some = wanted[at : at + _MANY]
        rows = archive.rows(f"{CLAIM} WHERE c.id IN ({_places(some)})", *some)
        found |= {row["id"]: row for row in rows}
    return {name: found[name] for name in wanted if name in found}


def _places(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def fts(words: str, joiner: str = " ") -> str | None:
    """Words as a question to the full-text index, each a plain word; None where there is none.

    >>> fts('buses "held" NEAR/2', " OR ")
    '"buses"* OR "held"* OR "NEAR"* OR "2"'
    """
    plain = "".join(sign if sign.isalnum() else " " for sign in words).split()
    return joiner.join(f'"{word}"*' if len(word) > 3 else f'"{word}"' for word in plain) or None
