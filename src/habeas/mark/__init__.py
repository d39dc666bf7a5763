"""mark: a report's text to typed spans, before any claim is made."""

from __future__ import annotations

from habeas.mark.marking import mark

__all__ = ["mark"]
