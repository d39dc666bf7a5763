"""A partition: some rows of one stage in one Parquet file, named for the digest of what it was made from.

Columns: `doc` (string, the name of a report), `value` (binary, what the stage made of it, see `packing`; null where it
failed), `failure` (string, why it failed; null where it did not).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

import pyarrow as pa
from pyarrow import parquet

from habeas.errors import ScaleError
from habeas.scale.store import Store

__all__ = ["Row", "address", "content", "kept", "rows", "whole"]

_SCHEMA = pa.schema([("doc", pa.string()), ("value", pa.binary()), ("failure", pa.string())])


@dataclass(frozen=True, slots=True)
class Row:
    """What a stage made of one report: bytes, or the reason why there are none."""

    doc: str
    value: bytes | None
    failure: str | None = None


def content(made: Sequence[Row]) -> bytes:
    """The Parquet file of these rows."""
    columns = [[r.doc for r in made], [r.value for r in made], [r.failure for r in made]]
    table = pa.table([pa.array(c, f.type) for c, f in zip(columns, _SCHEMA, strict=True)], schema=_SCHEMA)
    out = BytesIO()
    parquet.write_table(table, out, compression="zstd", use_dictionary=False, write_statistics=False)
    return out.getvalue()


def rows(data: bytes, where: str) -> list[Row]:
    """The rows of a Parquet file. Raises ScaleError, naming `where`, when it is damaged."""
    try:
        table = parquet.read_table(BytesIO(data), schema=_SCHEMA)
    except (pa.ArrowException, OSError) as error:
        raise ScaleError(where, f"is no whole partition ({error}); delete it and build again") from error
    return [Row(*row) for row in zip(*(column.to_pylist() for column in table.columns), strict=True)]


def whole(store: Store, name: str) -> int | None:
    """How many rows the partition `name` has; None where there is none, or a damaged one, which is to be made anew."""
    file = store.open(name)
    if file is None:
        return None
    with file:
        try:
            return int(parquet.ParquetFile(file).metadata.num_rows)
        except (pa.ArrowException, OSError):
            return None


def kept(store: Store, name: str) -> list[Row]:
    """The rows of the partition `name`. Raises ScaleError where there is none."""
    data = store.read(name)
    if data is None:
        raise ScaleError(store.full(name), "is gone from the work folder; build again")
    return rows(data, store.full(name))


def address(*parts: str | bytes | Iterable[str]) -> str:
    """A digest of what a partition is made from: the same parts in the same order give the same name.

    >>> address("a", "b") == address("ab", "")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        for one in (part,) if isinstance(part, (str, bytes)) else part:
            data = one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
