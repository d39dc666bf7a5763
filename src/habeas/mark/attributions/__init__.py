"""Attributions: who says what, in whose words, and through which medium."""

from __future__ import annotations

from habeas.mark.attributions.attributing import attributions

__all__ = ["attributions"]
