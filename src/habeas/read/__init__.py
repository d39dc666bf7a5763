"""read: bytes to reports."""

from __future__ import annotations

from habeas.read.limits import Limits
from habeas.read.one import read_report
from habeas.read.reading import read

__all__ = ["Limits", "read", "read_report"]
