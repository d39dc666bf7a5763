"""Recognise: every expression of time in a report's words, in one pass over them."""

from __future__ import annotations

from habeas.mark.moments import english, spanish
from habeas.mark.moments.expression import Found
from habeas.mark.moments.line import Line
from habeas.model.letters import is_figure

__all__ = ["recognise"]


def recognise(line: Line) -> list[Found]:
    """All expressions of time, in text order, never overlapping."""
    grammar = spanish if line.words.language == "es" else english
    handlers, triggers, phrases = grammar.HANDLERS, line.words.triggers, line.words.phrases
    found: list[Found] = []
    floor = 0
    low = line.low
    for i in line.opening():
        if i < floor:
            continue
        word = low[i]
        one = None
        if word in phrases:
            one = grammar.phrase(line, i, floor)
        if one is None:
            idea = triggers.get(word)
            one = handlers[idea](line, i, floor) if idea in handlers else None
        if one is None and is_figure(word):
            one = grammar.number_head(line, i, floor)
        if one is not None and one.start >= floor and one.end > one.start:
            found.append(one)
            floor = one.end
    return found
