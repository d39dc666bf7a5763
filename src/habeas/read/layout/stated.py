"""What the lines of a text state about it: who wrote it, when, for whom."""

from __future__ import annotations

import re
from functools import cache

from habeas.model.report import Block, BlockKind, Fact, NoiseKind
from habeas.model.span import Span
from habeas.read.dates import DATE, written_date
from habeas.read.layout.headings import is_dateline
from habeas.read.layout.noise import NAMES
from habeas.read.layout.phrases import phrases

__all__ = ["byline", "outlet", "published"]

_TOP = 12
"""Date lines, bylines and datelines stand among the first blocks; a date further down is another page's."""
_SUFFIX = re.compile(r"\s(?:[|–—-]|::)\s+(?P<outlet>[A-Z][\w.&'’ ]{1,40})\Z")
_OWN = (BlockKind.DECK, BlockKind.PARAGRAPH)
_DATED_PLACE = re.compile(
    rf"\(?[^\W\d_a-z][\w.’'-]*(?:[ ,]+[^\W\d_][\w.’'-]*){{0,5}}[,/]?\s+(?i:(?P<day>{DATE}))\)?"
    r"\s*(?:\([^()\n]{2,40}\)\s*)?\.?\s*(?:—|–|--|-|:|•|\|)\s*(?=\S)"
)
_DAY_AFTER_PLACE = re.compile(rf"(?i:(?P<day>{DATE}))\s*(?:[.:—–-]|\Z)\s*")
"""The day behind the dash of a dateline: "LIMA (Agency) — March 6, 2024. Police ..."."""
_COPYRIGHT = re.compile(
    r"(?:©|\bcopyright)\s*(?:\(c\)\s*)?(?:\d{4}\s*)?(?:by\s+)?(?P<outlet>(?:The )?[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4})",
    re.IGNORECASE,
)


def published(text: str, blocks: tuple[Block, ...], language: str) -> Fact | None:
    """The day on the first date line ("| Published March 27, 2025"); a stated publication wins over an update."""
    updated: Fact | None = None
    for block in _tops(blocks):
        if block.noise not in (NoiseKind.PUBLISHED_LINE, NoiseKind.BYLINE):
            continue
        found = written_date(text, block.span.start, block.span.end, day_first=language == "es")
        if found is None:
            continue
        fact = Fact(found.day.isoformat(), "text", found.span)
        if not re.match(
            r"\W*(?:last )?(?:updated|modified|actualizad|última)",
            text[block.span.start : block.span.end],
            re.IGNORECASE,
        ):
            return fact
        updated = updated or fact
    return updated or _datelined(text, blocks, language)


def _datelined(text: str, blocks: tuple[Block, ...], language: str) -> Fact | None:
    """The day in the dateline of the first paragraph: "(Bangkok, March 6, 2024) –", "LIMA (Agency) — March 6, 2024."."""
    for block in _tops(blocks):
        if block.kind not in _OWN:
            continue
        match = _DATED_PLACE.match(text, *block.span)
        if match is None and (place := is_dateline(text, *block.span)):
            match = _DAY_AFTER_PLACE.match(text, place.end(), block.span.end)
        if match is not None:
            found = written_date(text, *match.span("day"), day_first=language == "es")
            return Fact(found.day.isoformat(), "text", found.span) if found else None
    return None


def byline(text: str, blocks: tuple[Block, ...]) -> Fact | None:
    """The names on the first byline."""
    for block in _tops(blocks):
        if block.noise is NoiseKind.BYLINE and (
            match := _byline().match(text, block.span.start, block.span.end)
        ):
            return Fact(match.group("names"), "text", Span(*match.span("names")))
    return None


@cache
def _byline() -> re.Pattern[str]:
    more = rf"(?:(?:,\s+|,?\s+(?:and|y|e|&)\s+){NAMES}){{0,5}}"
    return re.compile(rf"[|•·*\s-]*(?i:{phrases().words['by']}):?\s+(?P<names>{NAMES}{more})")


def outlet(text: str, blocks: tuple[Block, ...]) -> Fact | None:
    """The agency of the dateline, else the name after the headline, else the holder of the copyright."""
    for block in _tops(blocks):
        if block.kind is BlockKind.PARAGRAPH and (match := is_dateline(text, *block.span)) and match.group(1):
            return Fact(match.group(1).strip(), "text", Span(*match.span(1)))
    for block in blocks[:_TOP]:
        if block.kind is BlockKind.HEADLINE and (match := _SUFFIX.search(text, *block.span)):
            return Fact(match.group("outlet"), "text", Span(*match.span("outlet")))
    for block in blocks[-6:]:
        if block.noise is NoiseKind.BOILERPLATE and (match := _COPYRIGHT.search(text, *block.span)):
            return Fact(match.group("outlet"), "text", Span(*match.span("outlet")))
    return None


def _tops(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return blocks[:_TOP]
