"""quantities: every number of a report in words or digits, with its unit, its bounds and what it counts."""

from __future__ import annotations

from habeas.mark.quantities.finding import quantities

__all__ = ["quantities"]
