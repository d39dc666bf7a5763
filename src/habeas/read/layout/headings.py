"""Headlines, decks, section headings and list items, by the look of a line among its neighbours."""

from __future__ import annotations

import re

from habeas.model.report import BlockKind
from habeas.model.span import Span

__all__ = ["is_dateline", "kinds"]

_LONGEST_HEADLINE = 220
_LONGEST_HEADING = 110
_MOST_HEADING_WORDS = 16
_ITEM = re.compile(r"(?:[•·▪◦‣*–—-]|\d{1,2}[.)]|[a-z]\))\s+\S")
_STOPPED = re.compile(r"[.;:,…][\"”’')\]»]*\Z|\.{3}\Z")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}[\"”’')]*\Z|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|No|St|vs)\.\Z")
_QUOTE = '"“«‘'
_SAYS = re.compile(r"\b(?:said|says|told|added|wrote|dijo|afirmó|señaló|agregó)\b[^\"”»]*\Z")
_DATELINE = re.compile(
    r"[A-ZÁÉÍÓÚÑ][\w.’'ÁÉÍÓÚÑáéíóúñ-]+(?:[ ,]+[\w.’'ÁÉÍÓÚÑáéíóúñ-]+){0,6},?\s*(?:\(([^()\n]{2,40})\)\s*)?\.?\s?(?:—|–|--|-|•)\s*(?=\S)"
)


def is_dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """A place (and agency) before the first sentence: "BOGOTA, Colombia (AP) —"; group 1 is the agency."""
    match = _DATELINE.match(text, start, min(end, start + 120))
    if match is None:
        return None
    capitals = re.match(r"[^\W\d_]{2,}", match.group())
    return match if match.group(1) or (capitals and capitals.group().isupper()) else None


def kinds(text: str, own: list[Span], first: int, titled: bool = False) -> list[BlockKind]:
    """The kind of each own line; `first` is how many of them stand before the first date line or byline.

    The first line is the headline when it does not end like a sentence and more than it follows. What stands
    between it and the date or byline is the deck.
    """
    made = [_kind(text, own, index) for index in range(len(own))]
    title = 0 if titled and own else _headline(text, own, first)
    if title is not None:
        made[title] = BlockKind.HEADLINE
        for index in range(title + 1, first):
            if own[index].end - own[index].start <= 400:
                made[index] = BlockKind.DECK
    elif first < len(own) - 1 and _is_deck(text, own[0], made):
        made[0] = BlockKind.DECK
    return made


def _headline(text: str, own: list[Span], first: int) -> int | None:
    for index in range(min(max(first, 1), len(own), 3)):
        line = own[index]
        if _looks_like_headline(text, line) and any(
            other.end - other.start > 60 or _STOPPED.search(text, other.start, other.end)
            for other in own[index + 1 :]
        ):
            return index
    return None


def _looks_like_headline(text: str, line: Span) -> bool:
    words = text[line.start : line.end]
    if not 8 <= len(words) <= _LONGEST_HEADLINE or words.count(" ") < 1:
        return False
    if _STOPPED.search(words) and not _ABBREVIATED.search(words):
        return False
    if words[0].islower() or is_dateline(text, line.start, line.end):
        return False
    return not (words[0] in _QUOTE and _SAYS.search(words))


def _is_deck(text: str, line: Span, made: list[BlockKind]) -> bool:
    """A headless text that begins with one short sentence under its date line begins with its deck."""
    words = text[line.start : line.end]
    return len(made) > 2 and len(words) <= 220 and not re.search(r"[.!?]\s", words[:-1]) and line.start > 0


def _kind(text: str, own: list[Span], index: int) -> BlockKind:
    line = own[index]
    if text[line.start] in "•·▪◦‣*–—-0123456789abcdefghij" and _ITEM.match(text, line.start, line.end):
        return BlockKind.LIST_ITEM
    if line.end - line.start > _LONGEST_HEADING or index == len(own) - 1:
        return BlockKind.PARAGRAPH
    words = text[line.start : line.end]
    if words.count(" ") >= _MOST_HEADING_WORDS or not _heads(words):
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING if _paragraph_follows(text, own, index) else BlockKind.PARAGRAPH


def _heads(words: str) -> bool:
    if words[0].islower() or (_STOPPED.search(words) and not _ABBREVIATED.search(words)):
        return False
    if words[0] in '"“' and (_SAYS.search(words) or words[-1] in '"”'):
        return False
    return words[-1] not in '"”!' and (words[0].isalpha() or any(char.isalpha() for char in words))


def _paragraph_follows(text: str, own: list[Span], index: int) -> bool:
    """Whether the next line (or the one after a second short line) is a paragraph."""
    after = own[index + 1]
    if after.end - after.start > 80 or text[after.end - 1] in '.!?"”':
        return True
    return bool(_ITEM.match(text, after.start, after.end))
