"""Seals: the digests by which a changed byte is noticed.

A seal is SHA-256 over canonical JSON (UTF-8, no spaces, keys as given by the maker). Where something has many parts,
its seal is over the seals of the parts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from json import encoder
from typing import Any

__all__ = ["canonical", "seal", "seal_of_all"]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
_MAKE: Any = getattr(encoder, "c_make_encoder", None)
_AT_ONCE: Any = _MAKE and _MAKE(
    None, _ENCODER.default, encoder.encode_basestring, None, ":", ",", False, False, False
)
"""What `_ENCODER` makes anew for each value, made once: a ledger takes in hundreds of thousands."""


def canonical(value: object) -> str:
    """`value` (plain JSON values) in the one form that is sealed.

    >>> canonical([1, "é", None])
    '[1,"é",null]'
    """
    return "".join(_AT_ONCE(value, 0)) if _AT_ONCE else _ENCODER.encode(value)


def seal(*parts: object) -> str:
    """The seal of plain values, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(parts).encode()).hexdigest()


def seal_of_all(seals: Iterable[str]) -> str:
    """The seal over many seals, in their order."""
    whole = hashlib.sha256()
    for one in seals:
        whole.update(one.encode())
    return whole.hexdigest()
