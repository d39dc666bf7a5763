"""The marker of quotations: signs are paired block by block, then the utterances are joined."""

from __future__ import annotations

from habeas.mark.quotations.dialogue import dialogue
from habeas.mark.quotations.joining import joined
from habeas.mark.quotations.pairing import Pair, pairs
from habeas.mark.quotations.shapes import Piece, piece
from habeas.mark.quotations.signs import Side, signs
from habeas.mark.quotations.transcripts import turns
from habeas.model.marks import Quotation, Sentence, Token
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["quotations"]

_WIDE = 31
"""Bits of a place in a text: two places are one number."""


def quotations(
    report: Report,
    parts: tuple[Sentence, ...],  # noqa: ARG001
    words: tuple[Token, ...],  # noqa: ARG001
) -> tuple[Quotation, ...]:
    """Quotations in text order; noise has none.

    A quotation never crosses the end of its block: each paragraph of a long one is a quotation of its own,
    and all of them share one `group`. `parts` and `words` are not needed to see marks; they are taken so
    that every marker is called alike.
    """
    text, language = report.text, report.language
    blocks = [block.span for block in report.blocks if block.noise is None]
    marked = signs(text, blocks, language)
    found: list[Piece] = []
    for index, block in enumerate(blocks):
        following = marked[index + 1] if index + 1 < len(blocks) else []
        leads = bool(following) and _leads(following[0].start, following[0].side, blocks[index + 1], text)
        # Some papers close speech of two paragraphs but once and do not open it again.
        closes = bool(following) and following[0].side is Side.CLOSE and following[0].family == '"'
        continued = following[0].family if leads or closes else ""
        here: list[Pair] = []
        if marked[index]:
            here = pairs(
                text, block, marked[index], continued, bool(found) and _reaches(found[-1], block, text)
            )
        found += [made for pair in here if (made := piece(text, block, pair)) is not None]
        if language == "es":
            found += dialogue(text, block, bool(here))
    found += turns(text, blocks)
    if len(found) > 1:
        found.sort(key=lambda made: (made.outer.start << _WIDE) - made.outer.end)
    return joined(text, found, language)


def _reaches(last: Piece, block: Span, text: str) -> bool:
    """Whether the speech that ran on over the end of a paragraph goes on in this one, the next."""
    return last.runs_on and not text[last.block.end : block.start].strip()


def _leads(start: int, side: Side, block: Span, text: str) -> bool:
    return side is not Side.CLOSE and not text[block.start : start].strip()
