"""Figures: the number given before that a number is spoken of with, and who gave it."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.comparing import compared
from habeas.claim.dates import AsOf, as_of
from habeas.claim.dimensions import dimension, is_ratio, unit
from habeas.claim.ellipses import divides
from habeas.claim.indexes import Context
from habeas.model.claim import Claim
from habeas.model.marks import Quantity, Sentence
from habeas.model.span import Span

__all__ = ["Figure", "figure_of", "goes_on", "told_when"]

_POINTING = 24
"""Tokens at the start of a sentence among which it points back to a figure."""
_RECENT = 2
"""Sentences between a figure and the words that point back to it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure given before that a number is spoken of with: "this figure includes ...", "up from 300"."""

    claim: Claim
    same_time: bool


def figure_of(
    ctx: Context, quantity: Quantity, noun: str | None, sentence: Sentence, last: Claim
) -> Figure | None:
    """The figure that the number goes with, if its words point back to one."""
    here, there = ctx.sentence_index(sentence.span.start), ctx.sentence_index(last.span.start)
    if here is None or there is None:
        return None
    lasts = dimension(quantity) in ("duration", "age")
    back = 0 < here - there <= _RECENT and _points_back(ctx, sentence)
    if back and not lasts and not _turned(ctx, sentence, quantity):
        return Figure(last, same_time=True)
    counted = unit(ctx.words, quantity, noun)
    same = dimension(quantity) == "count" and (None in (counted, last.unit) or counted == last.unit)
    same = same or (is_ratio(quantity) and (last.unit or "").startswith(counted or ""))
    same = same or (dimension(quantity) == "money" and counted == last.unit)
    alike = last.unit == "times" or same
    if isinstance(last.value, str) or not alike:
        return None
    if here == there and compared(ctx, quantity.span):
        return Figure(last, same_time=False)
    bare = 0 <= here - there <= 1 and noun is None
    if bare and (_puts_figure(ctx, quantity) or _is_answer(ctx, quantity) or _is_it(ctx, quantity)):
        return Figure(last, same_time=False)
    return None


def _points_back(ctx: Context, sentence: Sentence) -> bool:
    """Whether the sentence speaks of the figure given before it: "this figure", "Since then that number has risen"."""
    words = ctx.words
    first, last = ctx.token_range(sentence.span)
    start = [t.lower for t in ctx.marks.tokens[first : min(last, first + _POINTING)]]
    if len(start) > 1 and start[0] in words.demonstratives and start[1] in words.including:
        return True  # "This includes $300,000 for"
    for at in range(len(start) - 1):
        if start[at] in words.demonstratives and start[at + 1] in words.pointers:
            return at == 0 or start[at - 1] == ","
    return False


def _turned(ctx: Context, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether another clause is opened before the number: "This figure is of May, [but] the ministry has spent $2m"."""
    start = max(sentence.span.start, min(quantity.span.start, sentence.span.end))
    before = ctx.tokens_in(Span(sentence.span.start, start)) if start > sentence.span.start else ()
    return any(token.lower in ctx.words.turning for token in before)


def _is_answer(ctx: Context, quantity: Quantity) -> bool:
    """Whether a number is all that somebody says, to what the one before it answers: "police say 40 died, the union says [60]"."""
    span = quantity.span
    return any(
        said.content.start == span.start and said.content.end <= span.end + 1
        for said in ctx.speech_at(span.start)
    )


def _is_it(ctx: Context, quantity: Quantity) -> bool:
    """Whether "it is" leads to a number and nothing but a sign, an adverb or a moment follows: "we believe it is around [600]"."""
    first, after = ctx.token_range(quantity.span)
    words, tokens = ctx.words, ctx.marks.tokens
    before = [t.lower for t in tokens[max(0, first - 2) : first]]
    if len(before) < 2 or before[0] not in words.dummies or before[1] not in words.auxiliaries:
        return False
    following = tokens[after].lower if after < len(tokens) else "."
    return not following[0].isalnum() or following in words.adverbs or following in words.timely


def _puts_figure(ctx: Context, quantity: Quantity) -> bool:
    """Whether somebody gives another number for the same: "the ministry puts [the figure at] 900", "put it at 9"."""
    first, _ = ctx.token_range(quantity.span)
    words = ctx.words
    before = [t.lower for t in ctx.marks.tokens[max(0, first - 3) : first]]
    if len(before) < 3 or before[2] not in words.prepositions:
        return False
    return (before[1] in words.pointers and before[0] in words.articles) or (
        before[1] in words.pronouns and before[0] in words.putting
    )


def told_when(ctx: Context, quantity: Quantity, figure: Figure | None) -> AsOf:
    """When the number was so; where no moment of its own dates it, that of the figure it points back to."""
    when = as_of(ctx, quantity.span)
    if figure is None or not figure.same_time or when.earliest is not None:
        return when
    known = figure.claim
    return AsOf(known.as_of, known.as_of_basis, known.earliest, known.latest)


def goes_on(ctx: Context, sentence: Sentence, last: Claim) -> bool:
    """Whether a sentence only divides the figure that somebody gave in it or in the one before."""
    here, there = ctx.sentence_index(sentence.span.start), ctx.sentence_index(last.span.start)
    near = here is not None and there is not None and 0 <= here - there <= 1
    return near and divides(ctx, sentence)
