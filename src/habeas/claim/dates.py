"""When a claim was so: the moment that governs its words, else the month of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from habeas.claim.indexes import Context
from habeas.claim.segments import Segment, segments
from habeas.claim.vocabulary import Vocabulary, vocabulary
from habeas.model.claim import AsOfBasis
from habeas.model.marks import MentionForm, Moment
from habeas.model.span import Span

__all__ = ["AsOf", "as_of", "compared", "governing_moment", "iso"]

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class AsOf:
    """When words hold: an ISO date at the precision known ("2024-03"), its basis, and the days it may lie in."""

    as_of: str | None = None
    basis: AsOfBasis | None = None
    earliest: date | None = None
    latest: date | None = None


def as_of(ctx: Context, span: Span) -> AsOf:
    """When the words at `span` hold.

    The moment of their own clause, or one that opens the sentence; without one, the month in which the report was
    published (what it says was so by then, the day is not stated); without a date at all, nothing.
    """
    moment = governing_moment(ctx, span)
    if moment is not None:
        return _of_moment(moment)
    if ctx.written is None:
        return AsOf()
    return AsOf(f"{ctx.written:%Y-%m}", AsOfBasis.FROM_DOC, None, ctx.report.published_date)


def governing_moment(ctx: Context, span: Span) -> Moment | None:
    """The placed moment that the words at `span` are said of, if their sentence has one."""
    sentence = ctx.sentence_at(span)
    if sentence is None:
        return None
    usable = [m for m in ctx.moments_in(sentence.span) if _places(ctx, m)]
    if not usable:
        return None
    parts = segments(ctx, sentence.span)
    own = _own_segment(ctx, parts, span)
    if own is None:
        return None
    inside = _inside(ctx, usable, parts[own])
    best = _nearest(ctx, inside, span)
    return best or _opening(ctx, usable, parts, own)


def iso(moment: Moment) -> str | None:
    """The moment as an ISO date at the precision at which it is one: a week within a month is that month."""
    if moment.timex and _ISO.fullmatch(moment.timex):
        return moment.timex
    first, last = moment.earliest, moment.latest
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if first.year == last.year else None


def _of_moment(moment: Moment) -> AsOf:
    basis = AsOfBasis.STATED if moment.basis == "stated" else AsOfBasis.FROM_DOC
    return AsOf(iso(moment), basis, moment.earliest, moment.latest)


def _places(ctx: Context, moment: Moment) -> bool:
    """Whether a moment can date a claim: a placed date, and not the year in the name of a law or a thing."""
    if moment.kind not in ("DATE", "TIME") or (moment.earliest is None and moment.latest is None):
        return False
    mention = ctx.mention_over(moment.span)
    return mention is None or mention.form is not MentionForm.NAME


def _own_segment(ctx: Context, parts: tuple[Segment, ...], span: Span) -> int | None:
    for index, part in enumerate(parts):
        if ctx.marks.tokens[part.last - 1].end > span.start:
            return index
    return None


def _inside(ctx: Context, moments: list[Moment], part: Segment) -> list[Moment]:
    whole = part.span(ctx.marks.tokens)
    return [m for m in moments if whole.start <= m.span.start < whole.end]


def _nearest(ctx: Context, moments: list[Moment], span: Span) -> Moment | None:
    """The moment of the same segment that is nearest, unless another number stands closer to it."""
    free = [m for m in moments if not _taken(ctx, m, span)]
    return min(free, key=lambda m: max(m.span.start - span.end, span.start - m.span.end, 0), default=None)


def _taken(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether a number between `span` and a later moment is only compared with and keeps the moment to itself.

    "tripled from 36,000 in April 2021": the moment is that of the 36,000.
    """
    if moment.span.start < span.end:
        return _precedes_comparison(ctx, moment, span)
    between = [q for q in ctx.quantities_in(Span(span.end, moment.span.start)) if q.span.start >= span.end]
    return any(compared(ctx, q.span) for q in between)


def _precedes_comparison(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether `span` is a number compared with ("from 36,000") after the moment of the number before it."""
    between = ctx.quantities_in(Span(moment.span.end, span.start))
    before = ctx.quantities_in(Span(max(0, moment.span.start - 60), moment.span.start))
    return bool(before) and not between and compared(ctx, span)


def compared(ctx: Context, span: Span) -> bool:
    """Whether the words before `span` are "from", "than", "compared with" (an article may stand between)."""
    words = vocabulary(ctx.language)
    first, _ = ctx.token_range(span)
    near = [t.lower for t in ctx.marks.tokens[max(0, first - 3) : first]]
    while near and near[-1] in words.articles:
        near.pop()
    return bool(near) and (near[-1] in words.comparing or "compared" in near)


def _opening(ctx: Context, moments: list[Moment], parts: tuple[Segment, ...], own: int) -> Moment | None:
    """A moment of an adverbial segment ("In 2023,") before the own one, the nearest first."""
    for index in range(own - 1, -1, -1):
        part = parts[index]
        held = _inside(ctx, moments, part)
        if held and (not part.verb or part.last - part.first <= 4 or _opens(ctx, part, held[-1])):
            return held[-1]
    return None


def _opens(ctx: Context, part: Segment, moment: Moment) -> bool:
    """Whether the moment ends its segment and only prepositions stand between it and a word that opens a clause."""
    words = vocabulary(ctx.language)
    tokens = ctx.marks.tokens
    first, after = ctx.token_range(moment.span)
    if after < part.last:
        return False
    index = first - 1
    while index > part.first and _leads_in(words, tokens[index].lower):
        index -= 1
    return tokens[index].lower in words.openers or index <= part.first


def _leads_in(words: Vocabulary, word: str) -> bool:
    """Whether a word can stand between the start of a clause and its moment ("as of", "in the")."""
    return word not in words.openers and (word in words.prepositions or word in words.articles)
