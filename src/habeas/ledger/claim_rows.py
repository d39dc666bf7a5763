"""A claim as a row of the table `claims`, and back. The row's last column seals all that the claim says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from pydantic_core import to_json
from sqlalchemy import RowMapping

from habeas.ledger.sealing import canonical
from habeas.ledger.tables import claims
from habeas.model.claim import AsOfBasis, Assertor, Claim, Kind, Modality, Slot
from habeas.model.marks import Comparator
from habeas.model.span import Span

__all__ = ["COLUMNS", "SEALED", "claim_from", "claim_row", "row_seal"]

COLUMNS: tuple[str, ...] = tuple(column.name for column in claims.columns)
SEALED = slice(2, len(COLUMNS) - 1)
"""What the seal covers: all columns after `row` and `reading`, which only number it."""

_SEAL_LENGTH = 32
_PLAIN = 1e-4
"""From here on Python writes a confidence without an exponent."""
_iso = lru_cache(maxsize=4096)(date.isoformat)


def claim_row(claim: Claim, row: int, reading: int) -> tuple[object, ...]:
    """The row of `claim` in the order of COLUMNS."""
    value, most, by, sure = claim.value, claim.value_max, claim.asserted_by, float(claim.confidence)
    body = (
        claim.id,
        claim.kind._value_,
        claim.subject,
        claim.property,
        canonical(value) if isinstance(value, str) else repr(value),
        None if most is None else repr(most),
        claim.unit,
        claim.comparator._value_,
        claim.as_of,
        None if claim.as_of_basis is None else claim.as_of_basis._value_,
        None if claim.earliest is None else _iso(claim.earliest),
        None if claim.latest is None else _iso(claim.latest),
        claim.place,
        by[-1].name if by else None,
        canonical([(a.name, a.role, a.via) for a in by]) if by else None,
        claim.modality._value_,
        int(claim.negated),
        claim.quote,
        claim.span.start,
        claim.span.end,
        claim.subject_type,
        canonical([(s.name, s.value, *s.span) for s in claim.slots]) if claim.slots else None,
        claim.part,
        claim.frame,
        sure,
        claim.via,
        canonical(claim.relaying) if claim.relaying else None,
    )
    # The quicker encoder writes the same bytes but for fractions that Python writes with an exponent.
    sealed = hashlib.sha256(to_json(body)).hexdigest()[:_SEAL_LENGTH] if sure >= _PLAIN else row_seal(body)
    return row, reading, *body, sealed


def row_seal(body: Sequence[object]) -> str:
    """The seal of a row's sealed columns: the first half of SHA-256."""
    return hashlib.sha256(canonical(body).encode()).hexdigest()[:_SEAL_LENGTH]


def claim_from(row: RowMapping, doc: str, report: str) -> Claim:
    """The claim that a row (by column name) holds; `doc` and `report` are those of its reading."""
    return Claim(
        id=row["id"],
        doc=doc,
        report=report,
        kind=Kind(row["kind"]),
        subject=row["subject"],
        property=row["property"],
        value=json.loads(row["value"]),
        span=Span(row["start"], row["stop"]),
        quote=row["quote"],
        value_max=None if row["value_max"] is None else json.loads(row["value_max"]),
        unit=row["unit"],
        comparator=Comparator(row["comparator"]),
        as_of=row["as_of"],
        as_of_basis=AsOfBasis(row["as_of_basis"]) if row["as_of_basis"] else None,
        earliest=_day(row["earliest"]),
        latest=_day(row["latest"]),
        place=row["place"],
        asserted_by=tuple(Assertor(*link) for link in json.loads(row["chain"])) if row["chain"] else (),
        modality=Modality(row["modality"]),
        negated=bool(row["negated"]),
        subject_type=row["subject_type"],
        slots=tuple(Slot(n, v, Span(a, b)) for n, v, a, b in json.loads(row["slots"]))
        if row["slots"]
        else (),
        part=row["part"],
        frame=row["frame"],
        confidence=row["confidence"],
        via=row["via"],
        relaying=tuple(json.loads(row["relaying"])) if row["relaying"] else (),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
