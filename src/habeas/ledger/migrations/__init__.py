"""The steps by which a ledger's tables came to be what they are, run by Alembic."""

from __future__ import annotations

__all__ = ["HEAD"]

HEAD = "0002"
"""The step that this program reads and writes."""
