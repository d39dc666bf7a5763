"""Files that hold one report or many: each record with its name, its bytes and what is said of it."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from habeas.model.dossier import Failure
from habeas.read.inputs import Input
from habeas.read.limits import MEGABYTE, Limits
from habeas.read.recognising import Form, recognise
from habeas.read.stored import Record

__all__ = ["records"]

_HEAD = 8192


def records(item: Input, limits: Limits) -> Iterator[Record | Failure]:
    """The records of one file, in order; a Failure for the file, or for the place where it breaks off."""
    try:
        form = recognise(item.path.name, _head(item.path))
        if form is Form.GZIP:
            form = recognise(item.path.name.removesuffix(".gz"), _unzipped_head(item.path))
            zipped = True
        else:
            zipped = False
        yield from _records(item, form, zipped, limits)
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(item.doc, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _records(item: Input, form: Form, zipped: bool, limits: Limits) -> Iterator[Record | Failure]:
    if form is Form.WARC:
        from habeas.read.warc import warc_records

        yield from warc_records(item, limits)
    elif form is Form.JSONL:
        from habeas.read.jsonl import json_records

        yield from json_records(item, zipped, limits)
    elif form is Form.PARQUET and not zipped:
        from habeas.read.parquet import parquet_records

        yield from parquet_records(item, limits)
    else:
        yield _whole(item, zipped, limits)


def _whole(item: Input, zipped: bool, limits: Limits) -> Record | Failure:
    with gzip.open(item.path) if zipped else item.path.open("rb") as stream:
        data = stream.read(limits.report_bytes + 1)
    if len(data) > limits.report_bytes:
        return Failure(
            item.doc, f"is larger than {limits.report_bytes / MEGABYTE:g} MB, the limit for one report"
        )
    return Record(item.doc, data)


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _unzipped_head(path: Path) -> bytes:
    with gzip.open(path) as stream:
        try:
            return stream.read1(_HEAD)
        except (EOFError, OSError, zlib.error):
            return b"\x00"
