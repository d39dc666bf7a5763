"""JSONL: one report a line, under the field names that exports commonly use."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any, cast

from habeas.model.dossier import Failure
from habeas.model.report import Fact
from habeas.read.dates import written_date
from habeas.read.inputs import Input
from habeas.read.limits import MEGABYTE, Limits
from habeas.read.stored import Known, Record

__all__ = ["body_of", "json_records", "known_of"]

_BODY = (
    "text",
    "body",
    "content",
    "article",
    "articlebody",
    "article_body",
    "maintext",
    "full_text",
    "fulltext",
    "raw_content",
    "texto",
    "contenido",
)
_PAGE = ("html", "raw_html", "page", "page_html")
_TITLE = ("title", "headline", "titulo", "título", "name")
_URL = ("url", "link", "source_url", "uri", "canonical_url", "target_uri")
_DATE = (
    "published",
    "date",
    "date_published",
    "datepublished",
    "published_at",
    "publish_date",
    "pubdate",
    "date_publish",
    "published_date",
    "publication_date",
    "timestamp",
    "fecha",
    "created_at",
)
_AUTHOR = ("author", "authors", "byline", "creator", "autor")
_OUTLET = (
    "source",
    "outlet",
    "publisher",
    "site_name",
    "sitename",
    "site",
    "source_name",
    "medio",
    "domain",
    "source_domain",
)


def json_records(item: Input, zipped: bool, limits: Limits) -> Iterator[Record | Failure]:
    """One record a line, named `path#n` (n is the line). A bad line is a Failure, the other lines are read.

    A file that is one JSON document (an object, or a list of objects) is read as well.
    """
    with cast(IO[bytes], gzip.open(item.path) if zipped else item.path.open("rb")) as stream:
        most = limits.report_bytes + 1
        head = stream.readline(most)
        lines = _is_whole_line(head) or (
            _breaks_off(item.doc, head) and _is_whole_line(stream.readline(most))
        )
        stream.seek(0)
        if lines:
            yield from _lines(item, stream.readline(most), stream, limits)
            return
        data = stream.read(most)
    if len(data) > limits.report_bytes:
        yield Failure(
            item.doc,
            f"is one JSON document larger than {limits.report_bytes / MEGABYTE:g} MB; write one report a line",
        )
        return
    yield from _document(item, data)


def _breaks_off(doc: str, head: bytes) -> bool:
    """Whether a first line that is no document can be a broken one of many, as the file's name says."""
    named = doc.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson"))
    return named and head.strip() not in (b"[", b"{")


def _is_whole_line(head: bytes) -> bool:
    try:
        return isinstance(json.loads(head), dict)
    except (ValueError, RecursionError):
        return False


def _lines(item: Input, head: bytes, stream: IO[bytes], limits: Limits) -> Iterator[Record | Failure]:
    line, number = head, 1
    read = 0
    while line:
        doc = f"{item.doc}#{number}"
        read += len(line)
        if len(line) > limits.report_bytes:
            yield Failure(
                doc, f"is a line longer than {limits.report_bytes / MEGABYTE:g} MB, the limit for one report"
            )
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.report_bytes)
        elif line.strip():
            yield _line(doc, line)
        if read > limits.container_bytes:
            yield Failure(
                item.doc,
                f"holds more than {limits.container_bytes / MEGABYTE:g} MB; what follows line {number} is left out",
            )
            return
        line = stream.readline(limits.report_bytes + 1)
        number += 1


def _line(doc: str, line: bytes) -> Record | Failure:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Failure(doc, f"is not JSON: {error}")
    return _record(doc, value, line.rstrip(b"\r\n"))


def _document(item: Input, data: bytes) -> Iterator[Record | Failure]:
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        yield Failure(item.doc, f"is not JSON: {error}")
        return
    values = value if isinstance(value, list) else [value]
    for number, one in enumerate(values, start=1):
        yield _record(
            f"{item.doc}#{number}", one, json.dumps(one, ensure_ascii=False).encode("utf-8", "replace")
        )


def _record(doc: str, value: Any, stored: bytes) -> Record | Failure:
    if not isinstance(value, dict):
        return Failure(doc, "is not a JSON object")
    fields = {str(name).lower(): content for name, content in value.items()}
    body = body_of(fields)
    if not body:
        return Failure(doc, "has no text: none of the fields " + ", ".join(_BODY[:4] + _PAGE[:1]))
    return Record(doc, body.encode("utf-8", "replace"), known_of(fields, "utf-8", "jsonl"), stored=stored)


def body_of(fields: Mapping[str, Any]) -> str:
    """The text or page of a report whose fields go by the names that exports use, in lower case; empty if none."""
    return _words(fields, _BODY) or _words(fields, _PAGE)


def known_of(fields: Mapping[str, Any], charset: str | None, basis: str) -> Known:
    """What these fields say of the report; `basis` is the ground given for it."""
    return Known(
        url=_words(fields, _URL) or None,
        charset=charset,
        headline=_fact(fields, _TITLE, basis),
        outlet=_fact(fields, _OUTLET, basis),
        byline=_fact(fields, _AUTHOR, basis),
        published=_published(fields, basis),
    )


def _words(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, list):
            value = ", ".join(v for v in value if isinstance(v, str))
        elif isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _fact(fields: Mapping[str, Any], names: tuple[str, ...], basis: str) -> Fact | None:
    words = " ".join(_words(fields, names).split())
    return Fact(words[:300], basis) if words else None


def _published(fields: Mapping[str, Any], basis: str) -> Fact | None:
    for name in _DATE:
        value = fields.get(name)
        if isinstance(value, str) and (found := written_date(value[:60])):
            return Fact(found.day.isoformat(), basis)
    return None
