"""Knowledge as data: domain packs and language lexicons, and the one reader for both."""

from __future__ import annotations

from habeas.packs.bundled import DEFAULT, bundled
from habeas.packs.digest import pack_digest
from habeas.packs.lexicon import Table, lexicon
from habeas.packs.loading import language_frames, load_pack

__all__ = ["DEFAULT", "Table", "bundled", "language_frames", "lexicon", "load_pack", "pack_digest"]
