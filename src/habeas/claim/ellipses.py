"""Ellipses: a bare number that counts what the number before it counts ("of the 90 guests, 60 were men")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.claim.indexes import Context
from habeas.claim.phrases import PEOPLE, noun_words
from habeas.model.claim import Claim, Unclaimed
from habeas.model.marks import Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["Counted", "counted_noun", "of_whole", "opens_whole", "told_of_part"]

_TOLD = 60
"""Numbers back in which a total was told first."""
_WHOLE = 3
"""Words after "171" in which the whole that it is of begins: "of the 299"."""
_TELLING = 10
"""From this number on the same number again is of the same things."""
_FAR = 2500
"""Characters back in which a number was told with its noun."""
_COMMA = 60
"""Characters from a whole to the comma behind it, and from there to its part."""
_LOOK = 5
"""Words after a bare number that can say what its few are."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the latest count of a sentence counted: the index of the sentence, the noun as claims give it, and whether it
    opens the sentence as the whole of which parts are told."""

    sentence: int | None
    noun: str
    whole: bool = False


def counted_noun(ctx: Context, quantity: Quantity, before: Counted | None) -> str | None:
    """The noun of a number. Where only a verb or "more than" follows, that of the count before it in its sentence; else the
    people that it says they are ("244 were men")."""
    own = noun_words(ctx, quantity)
    if own is None and before is not None and _of_those(ctx, quantity):
        return before.noun if before.sentence == ctx.sentence_index(quantity.span.start) else None
    if own is not None or quantity.kind is not QuantityKind.COUNT or quantity.unit is not None:
        return own
    words = ctx.words
    _, after = ctx.token_range(quantity.span)
    following = [token.lower for token in ctx.marks.tokens[after : after + 2]]
    if len(following) < 2:
        return None
    whole = _of_whole(ctx, after) if following[0] in words.partitive else None
    again = noun_again(ctx, quantity) if whole is None else noun_again(ctx, whole)
    if again is not None and (whole is not None or following[0] in words.auxiliaries):
        return again
    exceeds = following[0] in words.increments and following[1] in words.comparing
    part = before is not None and before.whole and words.finite(following[0], "")
    if not (part or exceeds or following[0] in words.auxiliaries or following[0] in words.copulas):
        return None
    if before is not None and before.sentence == ctx.sentence_index(quantity.span.start):
        return before.noun
    return PEOPLE if following[1] in words.persons else None


def _of_those(ctx: Context, quantity: Quantity) -> bool:
    """Whether a number or a share is of those counted right before: "300 men, half of whom came from Chad"."""
    _, after = ctx.token_range(quantity.span)
    following = [token.lower for token in ctx.marks.tokens[after : after + 2]]
    return len(following) == 2 and following[0] in ctx.words.partitive and following[1] in ctx.words.relatives


def _of_whole(ctx: Context, after: int) -> Quantity | None:
    """The count that a part is of: "171 of [the 299]"."""
    tokens = ctx.marks.tokens[after : after + _WHOLE]
    found = ctx.quantities_in(Span(tokens[0].start, tokens[-1].end))
    return found[0] if found and found[0].kind is QuantityKind.COUNT else None


def noun_again(ctx: Context, quantity: Quantity) -> str | None:
    """The noun that the same number had when it was told before: "the 299 migrants ... 171 of the 299"."""
    if isinstance(quantity.value, str) or quantity.value < _TELLING:
        return None
    own = noun_words(ctx, quantity)
    if own is not None:
        return own
    start = quantity.span.start
    for other in ctx.quantities_in(Span(max(0, start - _FAR), start)):
        if other.noun is not None and other.value == quantity.value:
            return noun_words(ctx, other)
    return None


def opens_whole(ctx: Context, quantity: Quantity) -> bool:
    """Whether a number opens its sentence as the whole of which a part is told: "Of [the 736] men, 179 were freed"."""
    first, _ = ctx.token_range(quantity.span)
    tokens, sentence = ctx.marks.tokens, ctx.surroundings(quantity.span)
    start = first - 1
    while start >= 0 and tokens[start].start >= sentence.start and tokens[start].lower in ctx.words.articles:
        start -= 1
    if start < 0 or tokens[start].lower not in ctx.words.partitive or tokens[start].start < sentence.start:
        return False
    opening = sum(
        token.lower[0].isalnum() for token in ctx.tokens_in(Span(sentence.start, tokens[start].end))
    )
    after = ctx.tokens_in(Span(quantity.span.end, min(sentence.end, quantity.span.end + _COMMA)))
    comma = next((token for token in after if token.lower == ","), None)
    return (
        opening <= 2
        and comma is not None
        and bool(ctx.quantities_in(Span(comma.end, max(comma.end, min(sentence.end, comma.end + _COMMA)))))
    )


def of_whole(claim: Claim, noun: str, found: list[Claim | Unclaimed], rule: str) -> Claim:
    """A total of which the sentence tells a part ("Of the 736 men, 179 were deported"): what was told of it before, else
    that there are so many; never what its part did."""
    told = next(
        (
            c
            for c in reversed(found[-_TOLD:])
            if isinstance(c, Claim) and c.value == claim.value and c.unit == claim.unit
        ),
        None,
    )
    if told is None:
        return replace(claim, subject=noun, property=noun, subject_type=None, part=None, frame=rule)
    return replace(
        claim,
        subject=told.subject,
        property=told.property,
        subject_type=told.subject_type,
        part=told.part,
        frame=told.frame,
    )


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
