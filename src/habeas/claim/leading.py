"""Leading: the moment that opens a sentence or a clause and dates what follows it."""

from __future__ import annotations

from habeas.claim.comparing import of_compared
from habeas.claim.indexes import Context
from habeas.claim.segments import Segment
from habeas.claim.telling import is_standing, moments_of
from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import Moment, QuantityKind
from habeas.model.span import Span

__all__ = ["led_to", "opening"]

_APART = 4
"""Words of a length of time before "after" ("nearly two weeks after")."""


def opening(ctx: Context, moments: list[Moment], parts: tuple[Segment, ...], own: int) -> Moment | None:
    """A moment of another part of the sentence that dates the own one: of an adverbial before it ("In 2023,"), the nearest
    first; then of one or a "when" clause after it. Never of an aside or a relative clause ("which opened in 2011")."""
    for index in [*range(own - 1, -1, -1), *range(own + 1, len(parts))]:
        part = parts[index]
        if index < own and (is_standing(ctx, parts[own]) or _is_told_aside(ctx, parts, index)):
            continue
        held = [m for m in moments_of(ctx, moments, part) if index > own or not of_compared(ctx, m)]
        if held and index > own and ctx.quantities_in(part.span(ctx.marks.tokens)):
            continue
        if index > own and any(one.opened in ctx.words.relatives for one in parts[own + 1 : index]):
            continue  # "was jailed while Vega, who led it until he was fired in July, got 14 years"
        if held and (_adverbial(ctx, part, held[0]) or (index < own and _ends(ctx, part, held[-1]))):
            return held[0] if _adverbial(ctx, part, held[0]) else held[-1]
    return None


def led_to(ctx: Context, moments: list[Moment], parts: tuple[Segment, ...], own: int) -> Moment | None:
    """The moment of what came of it, as there is none other: "shut the jail on Monday [after 12 men escaped]"; not "two
    weeks after"."""
    part, tokens = parts[own], ctx.marks.tokens
    if own == 0 or part.opened not in ctx.words.leading_to or not parts[own - 1].verb:
        return None
    end = tokens[part.first - 1].end
    near = ctx.quantities_in(Span(tokens[max(0, part.first - _APART)].start, end))
    if near and near[-1].kind is QuantityKind.DURATION and near[-1].span.end == end:
        return None
    return next(iter(moments_of(ctx, moments, parts[own - 1])), None)


def _is_told_aside(ctx: Context, parts: tuple[Segment, ...], index: int) -> bool:
    """Whether a segment goes on with a relative clause: "The group, which left when it was banned in May, said"."""
    words = ctx.words
    return index > 0 and bool(parts[index].verb) and parts[index - 1].opened in words.relatives


def _adverbial(ctx: Context, part: Segment, moment: Moment) -> bool:
    """Whether a segment says when: it opens with the moment, or with a preposition and has no verb, or with "when"."""
    words = ctx.words
    tokens = ctx.marks.tokens
    head = tokens[part.first].lower
    first, _ = ctx.token_range(moment.span)
    if all(_leads_in(words, tokens[i].lower) for i in range(part.first, first)):
        return True
    return (not part.verb and head in words.prepositions) or head in words.timely


def _ends(ctx: Context, part: Segment, moment: Moment) -> bool:
    """Whether the moment ends its segment and opens a new clause there ("said that as of June, ...")."""
    words = ctx.words
    tokens = ctx.marks.tokens
    first, after = ctx.token_range(moment.span)
    if after < part.last:
        return False
    index = first - 1
    while index > part.first and _leads_in(words, tokens[index].lower):
        index -= 1
    return tokens[index].lower in words.openers


def _leads_in(words: Vocabulary, word: str) -> bool:
    """Whether a word can stand between the start of a clause and its moment ("as of", "in the")."""
    light = (
        word in words.prepositions or word in words.articles or word in words.joiners or word in words.adverbs
    )
    return light and word not in words.openers
