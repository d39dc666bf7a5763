"""assistant: a dossier as tools that an assistant can call, over the Model Context Protocol.

Read-only and local: the tools look up rows, and nothing here writes, listens on a port or calls out.
"""

from __future__ import annotations

from habeas.assistant.archive import Archive, archive_of, open_archive

__all__ = ["Archive", "archive_of", "open_archive"]
