"""Whether the words around a moment speak of what is past or of what is to come."""

from __future__ import annotations

from habeas.mark.moments.line import WALL, Line

__all__ = ["tense"]

_REACH = 14
_STOPS = frozenset((".", ";", "?", "!", WALL))


def tense(line: Line, start: int, end: int) -> int:
    """-1 past, 1 future, 0 not said: the nearest cue before the words `[start, end)` in the sentence, else after."""
    low, future, past = line.low, line.words.words["future"], line.words.words["past"]
    for k in range(start - 1, start - _REACH, -1):
        word = low[k]
        if word in _STOPS:
            break
        if word in future:
            return 1
        if word in past or (len(word) > 4 and word.endswith("ed")):
            if word in ("scheduled", "expected", "planned"):
                return 1
            return -1
    for k in range(end, end + _REACH):
        word = low[k]
        if word in _STOPS:
            break
        if word in future:
            return 1
        if word in past or (len(word) > 4 and word.endswith("ed")):
            return -1
    return 0
