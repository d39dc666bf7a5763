"""Whether the words around a moment speak of what is past or of what is to come."""

from __future__ import annotations

from habeas.mark.moments.line import WALL, Line
from habeas.mark.moments.vocabulary import Vocabulary
from habeas.model.letters import owns

__all__ = ["tense"]

_REACH = 14
_SOON = 5
"""Words behind "by the end of June" among which "had" stands, and before "Tuesday's flight" among which "will" does."""
_LEADS = frozenset(("ahead", "at", "before", "during", "for", "in", "of"))
_STOPS = frozenset((".", ";", "?", "!", WALL))
_NOT_VERBS = frozenset(("a", "an", "the", "its", "their", "be", "still"))


def tense(line: Line, start: int, end: int) -> int:
    """-1 past, 1 future, 0 not said: the nearest cue before the words `[start, end)` in the sentence, else after."""
    low = line.low
    if low[start - 1] in ("until", "till", "by") or (
        low[start - 1] == "as" and low[start - 2] in ("soon", "early")
    ):
        return -1 if "had" in low[start - _REACH : start] or "had" in low[end : end + _SOON] else 1
    if low[start - 1] in line.words.words["deferring"] and low[start - 2] in line.words.words["deferred"]:
        return 1
    owned = owns(low[end - 1]) and low[start - 1] not in _LEADS
    for k in range(start - 1, start - (_SOON if owned else _REACH), -1):
        if low[k] in _STOPS:
            break
        if cue := _cue(low, k, line.words):
            return cue
    if owned:
        return -1
    for k in range(end, end + _REACH):
        if low[k] in _STOPS:
            break
        if cue := _cue(low, k, line.words):
            return cue
    return 0


def _cue(low: list[str], k: int, known: Vocabulary) -> int:
    """What the word at `k` says of the time: 1 future, -1 past, 0 nothing."""
    word = low[k]
    if word in known.future:
        return (
            -1 if (low[k - 1] == "been" and low[k - 2] == "had") or low[k - 1] in ("as", "previously") else 1
        )
    if word == "set" and low[k + 1] in ("to", "for"):
        return 1
    if word == "be" and low[k - 1] == "to":
        return 1
    if word in ("is", "are") and low[k + 1] == "to":
        return 1
    if word in known.past:
        return 0 if low[k - 1] == "be" else -1  # "will be held"
    if len(word) > 4 and word.endswith(known.past_endings) and low[k - 1] not in _NOT_VERBS:
        return -1
    return 1 if known.future_endings and word.endswith(known.future_endings) and len(word) > 4 else 0
