"""The one codec between the model and the lines of a dossier's files, both ways.

`reports.jsonl`, `claims.jsonl`, `findings.jsonl`, `checks.jsonl`, `unclaimed.jsonl`, `lineage.json` and
`entities.json` are made of what these functions return, and whoever reads such a file turns it back with them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from habeas.errors import DossierError
from habeas.model.claim import AsOfBasis, Assertor, Claim, Kind, Modality, Slot, Unclaimed
from habeas.model.entity import Entity
from habeas.model.finding import Answer, Check, CheckType, Finding, Status
from habeas.model.lineage import Lineage
from habeas.model.marks import Comparator
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.publish.values import Json, plain, restored

__all__ = [
    "check_from",
    "check_json",
    "claim_from",
    "claim_json",
    "document",
    "entity_from",
    "entity_json",
    "finding_from",
    "finding_json",
    "lineage_from",
    "lineage_json",
    "lines",
    "read_lines",
    "report_from",
    "report_json",
    "unclaimed_from",
    "unclaimed_json",
]

_PIECES = 20_000
"""Pieces of a document that are written at a time."""


def lines(rows: Iterable[Mapping[str, Json]]) -> bytes:
    """Rows as JSON lines in UTF-8, one object a line, keys in the order given."""
    written = BytesIO()
    for row in rows:
        written.write((_dumps(row) + "\n").encode())
    return written.getvalue()


def document(data: Json) -> bytes:
    """One JSON document in UTF-8, indented by one space, with a final line break."""
    # Piece by piece: all pieces of a large document at once take many times the room of the document.
    written = BytesIO()
    pieces = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=1).iterencode(data)
    while batch := "".join(islice(pieces, _PIECES)):
        written.write(batch.encode())
    written.write(b"\n")
    return written.getvalue()


def _dumps(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def read_lines(path: Path) -> list[Any]:
    """The objects of a JSON lines file. Raises DossierError with the line that is not JSON."""
    rows = []
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DossierError(str(path), f"cannot be read ({error}); build the dossier again") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line:
            continue
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise DossierError(
                f"{path}:{number}", f"is not JSON ({error.msg}); build the dossier again"
            ) from error
    return rows


def report_json(report: Report, text: str) -> dict[str, Json]:
    """A line of `reports.jsonl`: what is known of a report; its words stand in the file `text` of the dossier."""
    row = plain(replace(report, text=text, origin_offsets=None))
    return {key: value for key, value in row.items() if key != "origin_offsets"}


def report_from(row: Mapping[str, Json], text: str) -> Report:
    """The report of a line of `reports.jsonl`, with the words of its text file."""
    return restored(Report, {**row, "text": text})


def claim_json(claim: Claim) -> dict[str, Json]:
    """A line of `claims.jsonl`: the keys every reader may count on first, then those of the finer account, and last
    the second reader that proposed it and what a person decided, where there is one."""
    return {
        "id": claim.id,
        "doc": claim.doc,
        "report": claim.report,
        "kind": claim.kind.value,
        "subject": claim.subject,
        "property": claim.property,
        "value": claim.value,
        "value_max": claim.value_max,
        "unit": claim.unit,
        "comparator": claim.comparator.value,
        "as_of": claim.as_of,
        "as_of_basis": claim.as_of_basis.value if claim.as_of_basis else None,
        "place": claim.place,
        "asserted_by": [{"name": a.name, "role": a.role, "via": a.via} for a in claim.asserted_by],
        "modality": claim.modality.value,
        "negated": claim.negated,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "earliest": claim.earliest.isoformat() if claim.earliest else None,
        "latest": claim.latest.isoformat() if claim.latest else None,
        "subject_type": claim.subject_type,
        "slots": [
            {"name": s.name, "value": s.value, "start": s.span.start, "end": s.span.end} for s in claim.slots
        ],
        "part": claim.part,
        "frame": claim.frame,
        "confidence": claim.confidence,
        "via": claim.via,
        "relaying": list(claim.relaying),
        **({"reader": claim.reader} if claim.reader else {}),
        **({"decision": claim.decision, "correction": claim.correction} if claim.decision else {}),
    }


def claim_from(row: Mapping[str, Json]) -> Claim:
    """The claim of a line of `claims.jsonl`."""
    return Claim(
        id=row["id"],
        doc=row["doc"],
        report=row["report"],
        kind=Kind(row["kind"]),
        subject=row["subject"],
        property=row["property"],
        value=row["value"],
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        value_max=row["value_max"],
        unit=row["unit"],
        comparator=Comparator(row["comparator"]),
        as_of=row["as_of"],
        as_of_basis=AsOfBasis(row["as_of_basis"]) if row["as_of_basis"] else None,
        earliest=_day(row.get("earliest")),
        latest=_day(row.get("latest")),
        place=row["place"],
        asserted_by=tuple(Assertor(a["name"], a.get("role"), a.get("via")) for a in row["asserted_by"]),
        modality=Modality(row["modality"]),
        negated=row["negated"],
        subject_type=row.get("subject_type"),
        slots=tuple(Slot(s["name"], s["value"], Span(s["start"], s["end"])) for s in row.get("slots", ())),
        part=row.get("part"),
        frame=row.get("frame", ""),
        confidence=row.get("confidence", 0.5),
        via=row.get("via"),
        relaying=tuple(row.get("relaying", ())),
        decision=row.get("decision"),
        correction=row.get("correction"),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def unclaimed_json(left: Unclaimed) -> dict[str, Json]:
    """A line of `unclaimed.jsonl`."""
    return {
        "doc": left.doc,
        "report": left.report,
        "kind": left.kind,
        "quote": left.quote,
        "start": left.span.start,
        "end": left.span.end,
        "reason": left.reason,
    }


def unclaimed_from(row: Mapping[str, Json]) -> Unclaimed:
    """What a line of `unclaimed.jsonl` says was left over."""
    span = Span(row["start"], row["end"])
    return Unclaimed(row["doc"], row["report"], row["kind"], span, row["quote"], row["reason"])


def finding_json(finding: Finding) -> dict[str, Json]:
    """A line of `findings.jsonl`; `values` holds each distinct answer with the claims that give it."""
    return {
        "id": finding.id,
        "question": finding.question,
        "subject": finding.subject,
        "property": finding.property,
        "status": finding.status.value,
        "values": [{"value": a.value, "claims": list(a.claims)} for a in finding.answers],
        "claims": list(finding.claims),
        "reports": list(finding.reports),
        "origins": list(finding.origins),
        "upstream": list(finding.upstream),
        "note": finding.note,
        **({"settled": finding.settled} if finding.settled else {}),
    }


def finding_from(row: Mapping[str, Json]) -> Finding:
    """The finding of a line of `findings.jsonl`."""
    return Finding(
        id=row["id"],
        question=row["question"],
        subject=row["subject"],
        property=row["property"],
        status=Status(row["status"]),
        answers=tuple(Answer(a["value"], tuple(a["claims"])) for a in row["values"]),
        claims=tuple(row["claims"]),
        reports=tuple(row["reports"]),
        origins=tuple(row["origins"]),
        upstream=tuple(row["upstream"]),
        note=row["note"],
        settled=row.get("settled"),
    )


def check_json(check: Check) -> dict[str, Json]:
    """A line of `checks.jsonl`."""
    return {
        "id": check.id,
        "type": check.type.value,
        "statement": check.statement,
        "formula": check.formula,
        "computed": list(check.computed) if isinstance(check.computed, tuple) else check.computed,
        "holds": check.holds,
        "claims": list(check.claims),
        "note": check.note,
    }


def check_from(row: Mapping[str, Json]) -> Check:
    """The check of a line of `checks.jsonl`."""
    computed = tuple(row["computed"]) if isinstance(row["computed"], list) else row["computed"]
    return Check(
        id=row["id"],
        type=CheckType(row["type"]),
        statement=row["statement"],
        formula=row["formula"],
        computed=computed,
        holds=row["holds"],
        claims=tuple(row["claims"]),
        note=row["note"],
    )


def lineage_json(lineage: Lineage) -> dict[str, Json]:
    """The content of `lineage.json`."""
    return {"pairs": plain(lineage.pairs), "origins": plain(lineage.origins)}


def lineage_from(data: Mapping[str, Json]) -> Lineage:
    """The lineage that `lineage.json` holds."""
    return restored(Lineage, data)


def entity_json(entity: Entity) -> dict[str, Json]:
    """One entity of `entities.json`."""
    return dict(plain(entity))


def entity_from(data: Mapping[str, Json]) -> Entity:
    """The entity of an object of `entities.json`."""
    return restored(Entity, data)
