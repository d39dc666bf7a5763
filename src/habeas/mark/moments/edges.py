"""Edges: "early", "mid", "late", "the end of", "earlier" and "later" take a part of a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from habeas.mark.moments.calendar import part_of_month
from habeas.mark.moments.expression import Found, Shifted
from habeas.mark.moments.placed import Anchor, Placed

__all__ = ["narrowed"]

_PARTS = ("week", "days")
"""What an edge begins with that names a week, a weekend or days of a month."""


def narrowed(placed: Placed, found: Found, tense: int, now: Anchor | None) -> Placed:
    """`placed` cut to the part that its edge word names; a period of now that is told as past ends today."""
    if placed.earliest is None or placed.latest is None:
        return placed
    if found.edge == "last":
        return replace(placed, timex=placed.latest.isoformat(), earliest=placed.latest, unit="D")
    if placed.unit in ("W", "M", "Y", "Q", "S", "F", "E", "H", "C") and found.edge:
        return _cut(placed, found.edge, now)
    current = isinstance(found.what, Shifted) and found.what.by == 0 and not found.what.reference
    if current and tense < 0 and now is not None and placed.earliest <= now.day <= placed.latest:
        return replace(placed, latest=now.day)
    return placed


def _cut(placed: Placed, edge: str, now: Anchor | None) -> Placed:
    first, last = placed.earliest, placed.latest
    if first is None or last is None:
        return placed
    if edge in ("earlier", "later"):
        inside = now is not None and first <= now.day <= last
        if now is None or not inside:
            return placed
        return replace(placed, latest=now.day) if edge == "earlier" else replace(placed, earliest=now.day)
    if edge.startswith(_PARTS):
        start, end = part_of_month(first, last, edge)
        return replace(placed, earliest=start, latest=end)
    third = timedelta(days=((last - first).days + 1) // 3)
    if edge == "early":
        return replace(placed, latest=first + third)
    if edge == "late":
        return replace(placed, earliest=last - third)
    return replace(placed, earliest=first + third, latest=last - third)
