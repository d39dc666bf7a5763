"""Allegations: nouns that hold what nobody vouches for: "allegations by the union that guards beat men"."""

from __future__ import annotations

from habeas.mark.scopes import Clauses, SentenceWords, following
from habeas.model.span import Span

__all__ = ["held"]

_FAR = 10
"""Words from the noun to the "that" of what it holds: "claims [made by the union last week] that"."""


def held(here: SentenceWords, i: int, clausal: frozenset[str], known: Clauses) -> Span | None:
    """What the noun at `i` holds, None where no "that" follows it or where it stands for the noun: "claims that angered many"."""
    for k in range(i + 1, min(here.last - 1, i + _FAR)):
        word = here.low(k)
        if word in clausal:
            verb = here.low(k + 1).endswith(known.verb_endings) and word != "que"
            return None if verb else following(here, k, known)
        if not word[0].isalnum():
            return None
    return None
