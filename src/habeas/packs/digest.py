"""The digest of a pack: two packs that say the same have the same one, whatever their version says."""

from __future__ import annotations

import hashlib

from habeas.model.pack import Pack

__all__ = ["pack_digest"]


def pack_digest(pack: Pack) -> str:
    """SHA-256, in hexadecimal, of all that `pack` holds.

    >>> from habeas.packs import load_pack
    >>> pack_digest(load_pack("detention")) == pack_digest(load_pack("detention"))
    True
    """
    return hashlib.sha256(repr(pack).encode("utf-8", "surrogatepass")).hexdigest()
