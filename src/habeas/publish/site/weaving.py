"""Weaving marks into a text: overlapping spans become well-nested elements, none lost.

Where two spans cross, the one that began later is closed at the end of the earlier one and goes on behind it; its
later pieces carry no id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from habeas.model.span import Span

__all__ = ["Highlight", "woven"]


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words to mark: where, the id that links point to, the class that styles them, and a title."""

    span: Span
    anchor: str
    style: str
    title: str = ""


def woven(text: str, within: Span, highlights: Sequence[Highlight], done: set[str]) -> Markup:
    """The HTML of `text[within]` with the `highlights` that touch it.

    `done` holds the ids already given in this page and is added to: of a span over several blocks only the first
    piece has the id.
    """
    clipped = [
        (max(h.span.start, within.start), min(h.span.end, within.end), h)
        for h in highlights
        if h.span.start < within.end and within.start < h.span.end
    ]
    clipped.sort(key=lambda part: (part[0], -part[1], part[2].anchor))
    borders = sorted({within.start, within.end, *(b for start, end, _ in clipped for b in (start, end))})
    pieces: list[str] = []
    opened: list[tuple[int, Highlight]] = []
    waiting = iter(clipped)
    coming = next(waiting, None)
    for n, at in enumerate(borders):
        opened = _closed(opened, at, pieces, done)
        while coming is not None and coming[0] == at:
            if coming[1] > at:
                pieces.append(_tag(coming[2], done))
                opened.append((coming[1], coming[2]))
            coming = next(waiting, None)
        if n + 1 < len(borders):
            pieces.append(str(escape(text[at : borders[n + 1]])))
    return Markup("".join(pieces))


def _closed(
    opened: list[tuple[int, Highlight]], at: int, pieces: list[str], done: set[str]
) -> list[tuple[int, Highlight]]:
    """Close what ends at `at`; whatever is open inside it is closed too and opened again."""
    first = next((n for n, (end, _) in enumerate(opened) if end <= at), None)
    if first is None:
        return opened
    pieces.append("</mark>" * (len(opened) - first))
    going_on = [part for part in opened[first:] if part[0] > at]
    pieces.extend(_tag(highlight, done) for _, highlight in going_on)
    return opened[:first] + going_on


def _tag(highlight: Highlight, done: set[str]) -> str:
    title = f' title="{escape(highlight.title)}"' if highlight.title else ""
    if highlight.anchor in done:
        return f'<mark class="{highlight.style} more" data-of="{highlight.anchor}">'
    done.add(highlight.anchor)
    return f'<mark class="{highlight.style}" id="{highlight.anchor}"{title}>'
