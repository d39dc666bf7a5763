"""trace: which reports derive from which, and how many origins are left."""

from __future__ import annotations

from habeas.trace.tracing import MEMORY, trace

__all__ = ["MEMORY", "trace"]
