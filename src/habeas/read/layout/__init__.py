"""Layout: which lines of a text are headline, paragraphs and headings, and which are noise."""

from __future__ import annotations

from habeas.read.layout.laying import Layout, lay_out

__all__ = ["Layout", "lay_out"]
