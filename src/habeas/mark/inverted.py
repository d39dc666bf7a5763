"""Inverted: conditions that open with their verb and without "if" ("Had it lost the vote, the council would have paid")."""

from __future__ import annotations

from habeas.model.columns import columns
from habeas.model.marks import Cue, Sentence, Token
from habeas.model.span import Span

__all__ = ["inverted"]

_LONGEST = 30
"""Words of such a condition at most."""
_SHORTEST = 3


def inverted(
    text: str,
    words: tuple[Token, ...],
    parts: tuple[Sentence, ...],
    verbs: frozenset[str],
    subjects: frozenset[str],
) -> list[Cue]:
    """A hedge for each sentence that opens with one of `verbs`, a subject behind it (one of `subjects` or a name), and a comma
    before its main clause; over the condition."""
    hits = columns(text, words).among(verbs)
    if not hits:
        return []
    opening = {part.span.start: part.span.end for part in parts}
    found = []
    for i in hits:
        end = opening.get(words[i].start)
        if end is None or i + _SHORTEST >= len(words) or text[end - 1 : end] == "?":
            continue
        following = words[i + 1]
        if following.lower not in subjects and not text[following.start].isupper():
            continue
        for k in range(i + _SHORTEST, min(len(words), i + _LONGEST)):
            if words[k].start >= end:
                break
            if words[k].lower == ",":
                found.append(
                    Cue(
                        Span(words[i].start, words[i].end),
                        "hedge",
                        "conditional",
                        Span(words[i].start, words[k - 1].end),
                    )
                )
                break
    return found
