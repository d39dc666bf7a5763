"""Dialogue: Spanish speech set off by dashes, “—Texto —dijo X—. Más texto.”"""

from __future__ import annotations

import re

from habeas.mark.quotations.shapes import Piece
from habeas.model.span import Span

__all__ = ["dialogue"]

_DASH = re.compile(r"\s*[—–―](?!\d)\s*")
_LEAD = re.compile(r"(?:—\s?|–\s?|―\s?|-\s?(?=[¿¡A-ZÁÉÍÓÚÑ]))")
_WORD = re.compile(r"[^\W\d_]+")


def dialogue(text: str, block: Span, has_marks: bool) -> list[Piece]:
    """The spoken parts of a block that opens with a dash; the reporter's part starts with a saying verb."""
    from habeas.mark.attributions.vocabulary import vocabulary

    lead = _LEAD.match(text, block.start, block.end)
    if lead is None or has_marks:
        return []
    says = vocabulary("es").quoting_forms
    cuts = [m.span() for m in _DASH.finditer(text, lead.end(), block.end)]
    edges = [lead.end(), *(edge for cut in cuts for edge in cut), block.end]
    segments = [Span(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    told = [_reports(text, segment, says) for segment in segments]
    if text[block.start] in "-–" and not any(told):
        return []
    return _spoken(text, block, segments, told)


def _reports(text: str, segment: Span, says: frozenset[str]) -> bool:
    opening = _WORD.findall(text[segment.start : segment.start + 40])[:3]
    return bool(opening) and opening[0][0].islower() and any(word.lower() in says for word in opening)


def _spoken(text: str, block: Span, segments: list[Span], told: list[bool]) -> list[Piece]:
    made: list[Piece] = []
    current: Span | None = None
    for segment, reporter in zip(segments, told, strict=True):
        if not reporter:
            current = Span(current.start if current else segment.start, segment.end)
            continue
        if current is not None:
            made += _part(text, block, current)
        current = None
    if current is not None:
        made += _part(text, block, current)
    return made


def _part(text: str, block: Span, at: Span) -> list[Piece]:
    start, end = at.start, at.end
    while start < end and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if not any(c.isalnum() for c in text[start:end]):
        return []
    span = Span(start, end)
    outer = Span(block.start, end) if not text[block.start : start].strip("—–―- ") else span
    return [Piece(span, outer, False, False, False, block, False)]
