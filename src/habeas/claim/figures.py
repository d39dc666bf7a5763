"""Figures: the number given before that a number is spoken of with, and who gave it."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.dates import AsOf, as_of, compared
from habeas.claim.dimensions import dimension, is_ratio, unit
from habeas.claim.ellipses import divides, points_back
from habeas.claim.indexes import Context
from habeas.model.claim import Claim
from habeas.model.marks import Quantity, Sentence

__all__ = ["Figure", "figure_of", "goes_on", "told_when"]

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
    if 0 < here - there <= _RECENT and points_back(ctx, sentence):
        return Figure(last, same_time=True)
    counted = unit(ctx.words, quantity, noun)
    same = dimension(quantity) == "count" and (None in (counted, last.unit) or counted == last.unit)
    same = same or (is_ratio(quantity) and (last.unit or "").startswith(counted or ""))
    alike = last.unit == "times" or same
    if here == there and alike and not isinstance(last.value, str) and compared(ctx, quantity.span):
        return Figure(last, same_time=False)
    return None


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
