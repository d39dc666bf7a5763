"""What a file is, by its content first and its name second."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["Form", "recognise"]


class Form(StrEnum):
    """The forms of input, and the ones that are no report."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    WARC = "warc"
    JSONL = "jsonl"
    PARQUET = "parquet"
    GZIP = "gzip"
    EMPTY = "empty"
    IMAGE = "image"
    BINARY = "binary"


_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"BM")
_ARCHIVES = (
    b"PK\x03\x04",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xfd7zXZ",
    b"BZh",
    b"\x28\xb5\x2f\xfd",
    b"\x7fELF",
    b"SQLite format 3",
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body|article|title|meta|div|script)[\s>]", re.IGNORECASE)
_HTML_NAME = (".html", ".htm", ".xhtml", ".mhtml", ".php", ".aspx")
_TEXT_NAME = (".txt", ".text", ".md")
_CONTROL = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


def recognise(name: str, head: bytes) -> Form:
    """The form of a file called `name` whose first bytes (some thousands) are `head`.

    >>> recognise("page.txt", b"<!DOCTYPE html><html><p>News</p></html>")
    <Form.HTML: 'html'>
    """
    if not head.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        return Form.EMPTY
    if head.startswith(b"\x1f\x8b"):
        return Form.GZIP
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    if head.startswith(b"WARC/"):
        return Form.WARC
    if head.startswith(b"PAR1"):
        return Form.PARQUET
    if head.startswith(_IMAGES) and b"\x00" in head:
        return Form.IMAGE
    if head.startswith(_ARCHIVES) or (not head.startswith(_WIDE) and _is_binary(head)):
        return Form.BINARY
    return _written(name.lower(), head)


def _written(name: str, head: bytes) -> Form:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if re.match(rb"\[?\s*\{", start) and (
        name.endswith((".jsonl", ".ndjson", ".json")) or re.match(rb'\[?\s*\{\s*"\w+"\s*:', start)
    ):
        return Form.JSONL
    if start.startswith(b"<") and _HTML.search(head[:2048]):
        return Form.HTML
    if name.endswith(_HTML_NAME) and b"<" in head:
        return Form.HTML
    if not name.endswith(_TEXT_NAME) and len(re.findall(rb"</?(?:p|div|span|a|td)\b", head)) > 5:
        return Form.HTML
    return Form.TEXT


def _is_binary(head: bytes) -> bool:
    """Null bytes, or more than one control character in fifty."""
    if b"\x00" in head and not _is_wide_text(head):
        return True
    return len(head) - len(head.translate(None, _CONTROL)) > len(head) / 50 and not _is_wide_text(head)


def _is_wide_text(head: bytes) -> bool:
    """UTF-16 without a mark: every other byte of Western text is null."""
    even, odd = head[::2], head[1::2]
    half = max(1, len(head) // 2)
    return max(even.count(0), odd.count(0)) > 0.7 * half and min(even.count(0), odd.count(0)) < 0.05 * half
