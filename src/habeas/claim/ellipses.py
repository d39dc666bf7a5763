"""Ellipses: a bare number that counts what the number before it counts ("of the 90 guests, 60 were men")."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.indexes import Context
from habeas.claim.phrases import PEOPLE, noun_words
from habeas.model.marks import Quantity, QuantityKind

__all__ = ["Counted", "counted_noun", "told_of_part"]

_LOOK = 5
"""Words after a bare number that can say what its few are."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the latest count of a sentence counted: the index of the sentence, and the noun as claims give it."""

    sentence: int | None
    noun: str


def counted_noun(ctx: Context, quantity: Quantity, before: Counted | None) -> str | None:
    """The noun of a number. Where only a verb or "more than" follows, that of the count before it in its sentence; else the
    people that it says they are ("244 were men")."""
    own = noun_words(ctx, quantity)
    if own is not None or quantity.kind is not QuantityKind.COUNT or quantity.unit is not None:
        return own
    words = ctx.words
    _, after = ctx.token_range(quantity.span)
    following = [token.lower for token in ctx.marks.tokens[after : after + 2]]
    if len(following) < 2:
        return None
    exceeds = following[0] in words.increments and following[1] in words.comparing
    if not (exceeds or following[0] in words.auxiliaries or following[0] in words.copulas):
        return None
    if before is not None and before.sentence == ctx.sentence_index(quantity.span.start):
        return before.noun
    return PEOPLE if following[1] in words.persons else None


def told_of_part(ctx: Context, quantity: Quantity) -> str | None:
    """What a bare number's few are said to be: "men" in "60 were men", "charged" in "5 were charged"."""
    words = ctx.words
    _, after = ctx.token_range(quantity.span)
    kept: list[str] = []
    for token in ctx.marks.tokens[after : after + _LOOK]:
        word = token.lower
        ends = not word[0].isalpha() or word in words.joiners or word in words.openers
        if ends or word in words.prepositions:
            break
        if word not in words.auxiliaries and word not in words.copulas and word not in words.articles:
            kept.append(word)
    return " ".join(kept) or None
