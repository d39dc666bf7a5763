"""Bytes to text: the encoding is what the file says, else what it must be."""

from __future__ import annotations

import codecs
import re

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})|<\?xml[^>]{0,100}encoding=["']([\w:.-]{1,40})""",
    re.I,
)
_SAMPLE = 65_536


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of `data` and the encoding that gave it; never fails.

    In order: a byte order mark (dropped), strict UTF-8, `declared` or the charset that the page declares,
    the guess of charset-normalizer, Windows-1252, and at last Latin-1, which reads any byte.

    >>> decode("¿Cuántos?".encode("cp1252"))
    ('¿Cuántos?', 'cp1252')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    for named in ("utf-8", declared, _declared_in(data)):
        if named and (text := _strictly(data, named)) is not None:
            return text, named.lower()
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8"
    for guessed in (_guess(data), "cp1252"):
        if guessed and (text := _strictly(data, guessed)) is not None:
            return text, guessed
    return data.decode("latin-1"), "latin-1"


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _declared_in(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, 4096)
    if not match:
        return None
    name = (match.group(1) or match.group(2)).decode("ascii", "replace").lower()
    # Browsers read what is declared Latin-1 as Windows-1252 (WHATWG Encoding Standard).
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes spoil what is UTF-8 otherwise (a cut file, a mixed-in character)."""
    sample = data[:_SAMPLE]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return whole > 4 * broken


def _guess(data: bytes) -> str | None:
    """Single-byte Western text is by far the commonest; charset-normalizer is asked about the rest."""
    sample = data[:_SAMPLE]
    high = sum(1 for byte in sample if byte > 0x7F)
    if high < 0.3 * len(sample) and _western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None


def _western(sample: bytes) -> bool:
    text = _strictly(sample, "cp1252")
    if text is None:
        return False
    odd = sum(
        1
        for char in text
        if char > "\x7f" and char not in "áéíóúüñÁÉÍÓÚÜÑ¿¡“”‘’–—…«»ºª€£°§©®·çàèêâîôûëïäöß\xa0"
    )
    return odd <= 0.1 * sum(1 for char in text if char > "\x7f")
