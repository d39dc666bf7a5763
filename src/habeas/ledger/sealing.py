"""Seals: the digests by which a changed byte is noticed.

A seal is SHA-256 over canonical JSON (UTF-8, no spaces, keys as given by the maker). Where something has many parts,
its seal is over the seals of the parts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

__all__ = ["canonical", "seal", "seal_of_all"]

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def canonical(value: object) -> str:
    """`value` (plain JSON values) in the one form that is sealed.

    >>> canonical([1, "é", None])
    '[1,"é",null]'
    """
    return _ENCODE(value)


def seal(*parts: object) -> str:
    """The seal of plain values, 64 hexadecimal digits."""
    return hashlib.sha256(_ENCODE(parts).encode()).hexdigest()


def seal_of_all(seals: Iterable[str]) -> str:
    """The seal over many seals, in their order."""
    whole = hashlib.sha256()
    for one in seals:
        whole.update(one.encode())
    return whole.hexdigest()
