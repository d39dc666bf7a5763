"""Quotations: every stretch between quotation marks, whatever the marks."""

from __future__ import annotations

from habeas.mark.quotations.quoting import quotations

__all__ = ["quotations"]
