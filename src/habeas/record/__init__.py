"""record: findings to the parts of the described system."""

from __future__ import annotations

from habeas.record.recording import record

__all__ = ["record"]
