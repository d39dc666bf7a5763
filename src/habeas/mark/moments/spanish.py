"""Spanish moments."""

from __future__ import annotations

from collections.abc import Callable

from habeas.mark.moments.expression import Found
from habeas.mark.moments.figures import figure
from habeas.mark.moments.line import Line

HANDLERS: dict[str, Callable[[Line, int, int], Found | None]] = {}


def phrase(line: Line, i: int, floor: int) -> Found | None:
    return None


def number_head(line: Line, i: int, floor: int) -> Found | None:
    return figure(line, i, floor)
