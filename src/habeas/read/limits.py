"""How much reading may take."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.workers import Bounds

__all__ = ["Limits"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read: `report_bytes` of one report as stored, decompressed; `container_bytes` of one
    decompressed container; `files` in all folders; `depth` of nested folders; `seconds` of the processor for each
    megabyte of a report that is begun, and `memory_bytes` for one report; `tracing_bytes` that tracing all of them
    holds before it puts them into files (no bound on what is read, and the result does not depend on it)."""

    report_bytes: int = 50 * MEGABYTE
    container_bytes: int = 20_000 * MEGABYTE
    files: int = 5_000_000
    depth: int = 64
    seconds: float = 60.0
    memory_bytes: int = 4_000 * MEGABYTE
    tracing_bytes: int = 512 * MEGABYTE

    def bounds(self, size: int) -> Bounds:
        """What the work on one report of `size` bytes or letters may take."""
        return Bounds(self.seconds * max(1, -(-size // MEGABYTE)), self.memory_bytes)
