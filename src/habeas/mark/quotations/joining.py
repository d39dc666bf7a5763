"""Joining: the parts of one utterance, split by the reporter or by paragraphs, share a group."""

from __future__ import annotations

import re
from functools import cache

from habeas.mark.quotations.shapes import Piece
from habeas.model.marks import Quotation

__all__ = ["joined"]

_GAP = 260
"""Characters between two parts of one utterance: a speaker with office and a medium, no more."""
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])[.!?]+\s+(?=[A-ZÁÉÍÓÚÑ¿¡])")


def joined(text: str, found: list[Piece], language: str) -> tuple[Quotation, ...]:
    """The quotations with their groups, numbered in text order."""
    made: list[Quotation] = []
    groups = 0
    current = 0
    last: Piece | None = None
    for part in found:
        if part.inner:
            group, groups = groups, groups + 1
        elif last is not None and _continues(text, last, part, language):
            group = current
        else:
            group, groups = groups, groups + 1
            current = group
        made.append(Quotation(part.span, part.outer, group, part.fragment, part.scare, part.inner))
        if not part.inner and not (part.scare and last is not None and last.runs_on):
            last = part
    return tuple(made)


def _continues(text: str, last: Piece, part: Piece, language: str) -> bool:
    if last.runs_on:
        return part.outer.start == part.block.start
    if last.block != part.block or last.scare or part.scare:
        return False
    gap = text[last.outer.end : part.outer.start]
    if len(gap) > _GAP or (last.fragment and part.fragment and "added" not in gap):
        return False
    stops = _STOP.split(gap + "A") if "." in gap or "!" in gap or "?" in gap else [gap]
    if len(stops) > 2 or (len(stops) == 2 and stops[1].strip("A ").strip()):
        return False
    if not gap.strip():
        return True
    return not _says(language).isdisjoint(_WORD.findall(gap.lower()))


@cache
def _says(language: str) -> frozenset[str]:
    from habeas.mark.attributions.vocabulary import vocabulary

    return vocabulary(language).quoting_forms
