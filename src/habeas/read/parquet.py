"""Parquet: one report a row, as crawls and data frames keep them.

| column | what it holds |
|---|---|
| `bytes` | the report as it was fetched: HTML, PDF or text; or, without it, |
| `text` | its text (or a column by another name that a JSONL field may have: `body`, `content`, `html`) |
| `published` | the day, as a date, a time or ISO 8601; it goes before what the report itself states |
| `doc` | its own name; an address is kept as where it was found |
| `url`, `title`, `source`, `author` | as in JSONL |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from habeas.model.dossier import Failure
from habeas.read.inputs import Input
from habeas.read.jsonl import body_of, known_of
from habeas.read.limits import MEGABYTE, Limits
from habeas.read.stored import Record

__all__ = ["parquet_records"]

_ROWS = 64
"""Read at a time: reports may be large, and each is dropped once it is read."""


def parquet_records(item: Input, limits: Limits) -> Iterator[Record | Failure]:
    """One record a row, named `path#n` (n counts rows from 1). A row without text is a Failure, and so are the rows of a
    row group that is damaged; all others are read.
    """
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(item.path)
    except (ArrowException, OSError) as error:
        yield Failure(item.doc, f"is a Parquet file that cannot be read: {_said(error)}")
        return
    start, read = 0, 0
    with file:
        for group in range(file.num_row_groups):
            for made in _group(item.doc, file, group, start, limits):
                read += len(made.data) if isinstance(made, Record) else 0
                yield made
            start += file.metadata.row_group(group).num_rows
            if read > limits.container_bytes and start < file.metadata.num_rows:
                most = f"{limits.container_bytes / MEGABYTE:g} MB"
                yield Failure(item.doc, f"holds more than {most}; what follows row {start} is left out")
                return


def _group(doc: str, file: Any, group: int, start: int, limits: Limits) -> Iterator[Record | Failure]:
    """The records of one row group, the first of which is the row after `start`."""
    from pyarrow import ArrowException

    number = start
    try:
        for batch in file.iter_batches(_ROWS, row_groups=[group]):
            for row in batch.to_pylist():
                number += 1
                yield _record(f"{doc}#{number}", row, limits)
    except (ArrowException, OSError) as error:
        last = start + file.metadata.row_group(group).num_rows
        yield Failure(doc, f"rows {number + 1} to {last} cannot be read: {_said(error)}")


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]


def _record(doc: str, row: Mapping[str, Any], limits: Limits) -> Record | Failure:
    fields = {name.lower(): _plain(value) for name, value in row.items()}
    raw = fields.get("bytes")
    data = raw if isinstance(raw, bytes) else body_of(fields).encode("utf-8", "replace")
    if not data:
        return Failure(doc, "has no text: none of the columns bytes, text, body, content, html holds any")
    if len(data) > limits.report_bytes:
        return Failure(doc, f"is larger than {limits.report_bytes / MEGABYTE:g} MB, the limit for one report")
    named = fields.get("doc")
    if isinstance(named, str) and named.startswith(("http://", "https://")):
        fields.setdefault("url", named)
    return Record(doc, data, known_of(fields, None if isinstance(raw, bytes) else "utf-8", "parquet"))


def _plain(value: object) -> object:
    """Days and times as JSON would write them."""
    return value.isoformat() if isinstance(value, date) else value
