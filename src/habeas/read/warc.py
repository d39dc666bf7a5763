"""Web archives: every page that a WARC file holds, and the place where a broken one breaks off."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from habeas.model.dossier import Failure
from habeas.read.inputs import Input
from habeas.read.limits import MEGABYTE, Limits
from habeas.read.stored import Known, Record
from habeas.read.truncation import breaking_point

__all__ = ["warc_records"]

_READ = ("text/html", "application/xhtml", "text/plain", "application/pdf")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def warc_records(item: Input, limits: Limits) -> Iterator[Record | Failure]:
    """The HTML, text and PDF responses of a WARC file, compressed or not, named `path#n` (n counts every record).

    A file that is cut off or broken yields what was whole, and a Failure with the record and the byte.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number, last = 0, 0
    with item.path.open("rb") as stream:
        archive = ArchiveIterator(stream, record_types=WarcRecordType.any_type, parse_http=False)
        while True:
            at = number + 1
            try:
                entry = next(archive, None)
                if entry is None:
                    break
                number += 1
                last = entry.stream_pos
                if entry.record_type in (
                    WarcRecordType.response,
                    WarcRecordType.resource,
                    WarcRecordType.conversion,
                ):
                    yield from _record(f"{item.doc}#{number}", entry, limits)
                else:
                    _drain(entry)
            except (OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
                yield Failure(item.doc, f"breaks off in record {at}: {error}")
                return
    if broken := breaking_point(item.path, last):
        yield Failure(item.doc, f"{broken}, in or after record {number}; what was whole is read")


def _record(doc: str, entry: Any, limits: Limits) -> Iterator[Record | Failure]:
    declared = int(entry.headers.get("Content-Length") or 0)
    if declared > limits.report_bytes:
        _drain(entry)
        yield Failure(doc, f"is larger than {limits.report_bytes / MEGABYTE:g} MB, the limit for one report")
        return
    stored = entry.reader.read(limits.report_bytes + 1)
    if len(stored) < declared:
        yield Failure(doc, f"is cut off: {len(stored):,} of {declared:,} bytes are there")
        return
    url = (entry.headers.get("WARC-Target-URI") or "").strip("<>") or None
    if not stored.startswith(b"HTTP/") and "http" not in (entry.headers.get("Content-Type") or "").lower():
        yield from _resource(doc, stored, entry.headers.get("Content-Type") or "", url)
        return
    head, body = _http(stored)
    status, fields = _fields(head)
    kind = fields.get("content-type", "text/html").lower()
    if not kind.startswith(_READ) or not body or status in range(300, 400):
        return
    if status >= 400:
        yield Failure(doc, f"is an error page (status {status})")
        return
    data = _decoded(body, fields, limits)
    if data is None:
        yield Failure(doc, "is compressed in a way that cannot be read, or beyond the limit")
        return
    charset = _CHARSET.search(kind)
    yield Record(doc, data, Known(url=url, charset=charset.group(1) if charset else None), stored=stored)


def _resource(doc: str, data: bytes, kind: str, url: str | None) -> Iterator[Record]:
    if data and kind.lower().startswith(_READ):
        yield Record(doc, data, Known(url=url))


def _http(stored: bytes) -> tuple[str, bytes]:
    for end in (b"\r\n\r\n", b"\n\n"):
        head, found, body = stored.partition(end)
        if found:
            return head.decode("latin-1"), body
    return stored.decode("latin-1"), b""


def _fields(head: str) -> tuple[int, dict[str, str]]:
    lines = head.splitlines()
    status = re.match(r"HTTP/\S+\s+(\d{3})", lines[0]) if lines else None
    pairs = (line.partition(":") for line in lines[1:])
    return int(status.group(1)) if status else 200, {
        name.strip().lower(): value.strip() for name, _, value in pairs
    }


def _decoded(body: bytes, fields: dict[str, str], limits: Limits) -> bytes | None:
    """The body without chunks and compression; None when it cannot be had within the limit."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    coding = fields.get("content-encoding", "").lower().strip()
    if coding in ("", "identity", "none", "utf-8"):
        return body
    if coding in ("gzip", "x-gzip", "deflate"):
        return _inflated(body, limits.report_bytes)
    if coding == "br":
        return _unbrotlied(body, limits.report_bytes)
    return None


def _unchunked(body: bytes) -> bytes:
    """The chunks joined; a body that only claims to be chunked is left as it is."""
    stream = BytesIO(body)
    parts: list[bytes] = []
    while line := stream.readline(64):
        try:
            size = int(line.split(b";")[0].strip(), 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if size == 0:
            break
        parts.append(stream.read(size))
        stream.readline(4)
    return b"".join(parts)


def _inflated(body: bytes, most: int) -> bytes | None:
    for window in (47, -15):
        inflater = zlib.decompressobj(window)
        try:
            data = inflater.decompress(body, most + 1)
        except zlib.error:
            continue
        return data if len(data) <= most else None
    return body if body.lstrip()[:1] == b"<" else None


def _unbrotlied(body: bytes, most: int) -> bytes | None:
    try:
        import brotli  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        return None
    parts: list[bytes] = []
    length = 0
    decoder = brotli.Decompressor()
    try:
        for start in range(0, len(body), 16_384):
            part = decoder.process(body[start : start + 16_384])
            length += len(part)
            if length > most:
                return None
            parts.append(part)
    except brotli.error:
        return None
    return b"".join(parts)


def _drain(entry: Any) -> None:
    entry.reader.consume()
