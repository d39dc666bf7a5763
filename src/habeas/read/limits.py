"""How much reading may take."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read: `report_bytes` of one report as stored, decompressed; `container_bytes` of one
    decompressed container; `files` in all folders; `depth` of nested folders."""

    report_bytes: int = 50 * MEGABYTE
    container_bytes: int = 20_000 * MEGABYTE
    files: int = 5_000_000
    depth: int = 64
