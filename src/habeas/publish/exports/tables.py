"""The claims as tables: CSV for a spreadsheet, Parquet for a data frame."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from habeas.model.claim import Claim
from habeas.publish.catalogue import Catalogue
from habeas.publish.wording import voice

__all__ = ["claims_csv", "claims_parquet", "safe_cell"]

_COLUMNS = [
    "id",
    "doc",
    "report",
    "kind",
    "subject",
    "property",
    "value",
    "value_max",
    "unit",
    "comparator",
    "as_of",
    "as_of_basis",
    "earliest",
    "latest",
    "place",
    "speaker",
    "speaker_chain",
    "modality",
    "negated",
    "quote",
    "start",
    "end",
    "part",
    "confidence",
    "findings",
    "reader",
]
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def safe_cell(text: str) -> str:
    """`text` so that no spreadsheet runs it: a leading formula sign is put behind an apostrophe.

    The rule is OWASP's for CSV injection; a plain number keeps its sign.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("-5"), safe_cell("well")
    ("'=HYPERLINK(1)", '-5', 'well')
    """
    if not text.lstrip(" \u00a0\ufeff").startswith(_FORMULA):
        return text
    try:
        float(text)
    except ValueError:
        return "'" + text
    return text


def claims_csv(catalogue: Catalogue) -> bytes:
    """All claims, one a row, as UTF-8 CSV with CRLF line ends (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for row in _rows(catalogue):
        writer.writerow(
            ["" if cell is None else safe_cell(cell) if isinstance(cell, str) else cell for cell in row]
        )
    return out.getvalue().encode()


def claims_parquet(catalogue: Catalogue) -> bytes:
    """All claims as one Parquet table; `value` is text, `value_number` the number where there is one."""
    import pyarrow as pa
    from pyarrow import parquet

    text, whole, real, day = pa.string(), pa.int64(), pa.float64(), pa.date32()
    types = {"value_max": real, "negated": pa.bool_(), "start": whole, "end": whole, "confidence": real}
    types |= {"earliest": day, "latest": day, "findings": pa.list_(text)}
    rows = _rows(catalogue)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(_COLUMNS)
    data = dict(zip(_COLUMNS, columns, strict=True))
    data["findings"] = tuple(tuple(ids.split()) for ids in data["findings"])
    numbers = [float(v) if isinstance(v, int | float) else None for v in data["value"]]
    data["value"] = tuple(str(v) for v in data["value"])
    arrays = {name: pa.array(data[name], types.get(name, text)) for name in _COLUMNS}
    arrays["value_number"] = pa.array(numbers, real)
    sink = io.BytesIO()
    parquet.write_table(pa.table(arrays), sink, compression="zstd")
    return sink.getvalue()


def _rows(catalogue: Catalogue) -> Sequence[tuple[object, ...]]:
    return [_row(claim, catalogue) for claim in catalogue.dossier.claims]


def _row(claim: Claim, catalogue: Catalogue) -> tuple[object, ...]:
    return (
        claim.id,
        claim.doc,
        claim.report,
        claim.kind.value,
        claim.subject,
        claim.property,
        claim.value,
        None if claim.value_max is None else float(claim.value_max),
        claim.unit,
        claim.comparator.value,
        claim.as_of,
        claim.as_of_basis.value if claim.as_of_basis else None,
        claim.earliest,
        claim.latest,
        claim.place,
        claim.asserted_by[-1].name if claim.asserted_by else None,
        voice(claim) or None,
        claim.modality.value,
        claim.negated,
        claim.quote,
        claim.span.start,
        claim.span.end,
        claim.part,
        claim.confidence,
        " ".join(finding.id for finding in catalogue.findings_of.get(claim.id, ())),
        claim.reader,
    )
