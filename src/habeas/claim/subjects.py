"""What words refer to: the canonical name within the report, and the place that words speak of."""

from __future__ import annotations

from habeas.claim.governors import is_demonym
from habeas.claim.indexes import Context
from habeas.model.marks import EntityType, Mention
from habeas.model.span import Span

__all__ = ["place", "subject_name"]

_PLACES = (EntityType.PLACE, EntityType.FACILITY)


def subject_name(ctx: Context, span: Span) -> tuple[str, int | None]:
    """The name that the report knows the thing at `span` by, and its index into `Marks.entities`.

    "the prison" gives the prison's name where the report names it. Without a mention: the words themselves,
    without a leading article, and None.
    """
    mention = ctx.mention_over(span)
    if mention is not None and mention.full.start <= span.start + 24:
        return ctx.entity(mention).name, mention.entity
    return _bare(ctx, span), None


def place(ctx: Context, span: Span) -> str | None:
    """Where the words at `span` are set: the place or facility named nearest to them in their sentence."""
    near = ctx.surroundings(span)
    here = ctx.places.get(near)
    if here is None:
        here = ctx.places[near] = _places(ctx, near)
    if not here:
        return None
    nearest = here[0]
    for one in here:
        if _distance(one, span) < _distance(nearest, span):
            nearest = one
    return ctx.entity(nearest).name


def _places(ctx: Context, near: Span) -> tuple[Mention, ...]:
    """The places and facilities named in a stretch: those that a preposition of place leads to, if there are any."""
    here = [m for m in ctx.mentions_in(near) if ctx.entity(m).type in _PLACES and not is_demonym(ctx, m)]
    locatives = ctx.words.locatives
    return tuple([m for m in here if _preceding(ctx, m) in locatives] or here)


def _preceding(ctx: Context, mention: Mention) -> str:
    """The word before the mention, articles and modifiers of the name skipped."""
    first, _ = ctx.token_range(mention.full)
    articles = ctx.words.articles
    index = first - 1
    while index >= 0 and ctx.marks.tokens[index].lower in articles:
        index -= 1
    return ctx.marks.tokens[index].lower if index >= 0 else ""


def _distance(mention: Mention, span: Span) -> int:
    apart = max(mention.span.start - span.end, span.start - mention.span.end)
    return max(apart, 0)


def _bare(ctx: Context, span: Span) -> str:
    """The words at `span` without leading articles, white space made single."""
    words = ctx.report.quote(span).split()
    articles = ctx.words.articles
    while len(words) > 1 and words[0].lower() in articles:
        words.pop(0)
    return " ".join(words)
