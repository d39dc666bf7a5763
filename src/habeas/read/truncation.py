"""Where a web archive breaks off. (fastwarc ends without a word at the first record that it cannot read.)"""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import IO

__all__ = ["breaking_point"]

_BLOCK = 1 << 20
_LENGTH = re.compile(rb"^Content-Length:\s*(\d+)", re.IGNORECASE | re.MULTILINE)


def breaking_point(path: Path, last: int) -> str | None:
    """Why the records after the one at byte `last` were not read; None when the file ends with that record."""
    with path.open("rb") as stream:
        zipped = stream.read(2) == b"\x1f\x8b"
        stream.seek(last)
        if not zipped:
            return _after_plain(stream, last)
        if stream.read(2) != b"\x1f\x8b":
            stream.seek(0)
            last = 0
        stream.seek(last)
        return _after_zipped(stream, last)


def _after_plain(stream: IO[bytes], last: int) -> str | None:
    head = stream.read(65_536)
    if not head.strip():
        return None
    end = head.find(b"\r\n\r\n")
    length = _LENGTH.search(head, 0, max(end, 0))
    if end < 0 or length is None:
        return f"breaks off at byte {last}"
    after = last + end + 4 + int(length.group(1))
    size = stream.seek(0, 2)
    if size < after:
        return f"is cut off at byte {size} ({after - size} bytes are missing)"
    stream.seek(after)
    return f"cannot be read after byte {after}" if stream.read(65_536).strip() else None


def _after_zipped(stream: IO[bytes], at: int) -> str | None:
    """Whether the gzip member at `at` is whole and the last one, or the first of a file zipped as a whole."""
    inflater = zlib.decompressobj(47)
    read = 0
    while block := stream.read(_BLOCK):
        read += len(block)
        try:
            while block and not inflater.eof:
                inflater.decompress(block, _BLOCK)
                block = inflater.unconsumed_tail
        except zlib.error:
            return f"is damaged near byte {at + read - len(block)}"
        if inflater.eof:
            end = at + read - len(inflater.unused_data)
            rest = inflater.unused_data or stream.read(_BLOCK)
            return f"cannot be read after byte {end}" if rest.strip(b"\x00\r\n") else None
    return f"is cut off at byte {at + read}"
