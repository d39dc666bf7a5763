"""When a claim was so: the moment that governs its words, else the month of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from habeas.claim.comparing import compared, of_compared, set_against
from habeas.claim.indexes import Context
from habeas.claim.leading import led_to, opening
from habeas.claim.ranges import ranged
from habeas.claim.respective import respective_moment
from habeas.claim.segments import Segment, segments
from habeas.claim.telling import (
    described_by,
    is_attributive,
    is_awaited,
    moments_of,
    of_a_deed,
    of_antecedent,
    resumed,
    told_on,
)
from habeas.model.claim import AsOfBasis
from habeas.model.marks import MentionForm, Moment, QuantityKind
from habeas.model.span import Span

__all__ = ["AsOf", "as_of", "as_written", "governing_moment", "iso"]

_AGE = 10
"""Years of a moment from which it is an age."""
_MOST = 8
"""Moments to either side of some words that are looked at."""
_NOUN = 3
"""Words of what a number counts, up to the relative clause about it."""
_TRAILING = 30
"""Characters between a number and the moment that follows it."""
_FOLLOWED = 45
"""Characters between a number and a moment that is its own and not the next number's."""
_ARTICLE = 5
"""Characters between a multiple and the time whose number it multiplies."""
_CLOCK = re.compile(r"\d[\d:.h]*\s*(?:[ap]\.?\s?m\.?)?", re.IGNORECASE)
"""An hour alone, which says nothing of the day."""
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class AsOf:
    """When words hold: an ISO date at the precision known ("2024-03"), its basis, and the days it may lie in."""

    as_of: str | None = None
    basis: AsOfBasis | None = None
    earliest: date | None = None
    latest: date | None = None


def as_of(ctx: Context, span: Span, apart: Span | None = None) -> AsOf:
    """When the words at `span` hold.

    The moment of their own clause, or one that opens the sentence; without one, the month in which the report was
    published (what it says was so by then, the day is not stated); without a date at all, nothing. "Since March"
    counts from March until the report was written. No moment in the words at `apart` is looked at: a quotation is
    dated by when it was said.
    """
    moment = governing_moment(ctx, span, apart)
    if moment is None or _goes_on(ctx, moment):
        return as_written(ctx, None)
    whole = ranged(ctx, moment)
    before = _word_before(ctx, moment)
    words = ctx.words
    if (
        whole is None
        and before in words.since
        and ctx.written is not None
        and not _told_of(ctx, moment, span)
    ):
        return as_written(ctx, moment.earliest)
    basis = AsOfBasis.STATED if moment.basis == "stated" else AsOfBasis.FROM_DOC
    moment = whole or moment
    stamp = iso(moment)
    if stamp is None and moment.latest is not None:
        stamp = f"{moment.latest:%Y}"  # "from 2018 to 2019": so it was by the end
    return AsOf(stamp, basis, moment.earliest, moment.latest)


def _goes_on(ctx: Context, moment: Moment) -> bool:
    """Whether a moment is of an age that was not over when the report was written: "in the 21st century"."""
    first, last, written = moment.earliest, moment.latest, ctx.written
    if first is None or last is None or written is None:
        return False
    return last.year - first.year > _AGE and first <= written <= last


def _told_of(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether a "when" clause tells what happened at the moment: "the worst since 2019, when ten people died"."""
    if span.start < moment.span.end:
        return False
    _, after = ctx.token_range(moment.span)
    following = [t.lower for t in ctx.marks.tokens[after : after + 2]]
    return len(following) == 2 and following[0] == "," and following[1] in ctx.words.when


def as_written(ctx: Context, earliest: date | None = None) -> AsOf:
    """The month in which the report was written, for what is so when it is written."""
    if ctx.written is None:
        return AsOf()
    return AsOf(_month(ctx.written), AsOfBasis.FROM_DOC, earliest, ctx.report.published_date)


@lru_cache(maxsize=1024)
def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _word_before(ctx: Context, moment: Moment) -> str:
    """The word before a moment, or the moment's own first word where it is a preposition ("since March")."""
    first, _ = ctx.token_range(moment.span)
    tokens = ctx.marks.tokens
    words = ctx.words
    if tokens[first].lower in words.since or tokens[first].lower in words.until:
        return tokens[first].lower
    return tokens[first - 1].lower if first > 0 else ""


def governing_moment(ctx: Context, span: Span, apart: Span | None = None) -> Moment | None:
    """The placed moment that the words at `span` are said of, if their sentence has one."""
    near = ctx.surroundings(span)
    whole = ctx.moments_in(Span(near.start, max(near.end, span.end)))
    if not whole:
        return None
    own = respective_moment(ctx, span) if len(whole) > 1 else None
    if own is not None:
        return own
    before = ctx.moments_in(Span(near.start, span.end))[-_MOST:]
    described = described_by(ctx, before, span)
    if described is not None:
        return described
    after = ctx.moments_in(Span(span.end, near.end))[:_MOST] if near.end > span.end else ()
    usable = [m for m in (*before, *after) if _is_dating(ctx, m) and not _is_end(ctx, m, span)]
    usable = [m for m in usable if not (_of_its_noun(ctx, m, span) or of_a_deed(ctx, m, span))]
    if apart is not None:
        usable = [m for m in usable if not apart.contains(m.span)]
    parts = segments(ctx, near)
    part = _own_segment(ctx, parts, span)
    if part is None:
        return None
    if not usable:
        return of_antecedent(ctx, parts, part)
    inside = moments_of(ctx, usable, parts[part])
    best = _nearest(ctx, inside, span)
    return (
        best
        or _shared(ctx, usable, parts, part)
        or resumed(ctx, usable, parts, part, span)
        or _restricted(ctx, usable, parts, part, span)
        or told_on(ctx, [m for m in usable if not of_compared(ctx, m)], parts, part)
        or opening(ctx, usable, parts, part)
        or led_to(ctx, usable, parts, part)
        or _ended(ctx, (*before, *after), parts[part], span)
        or of_antecedent(ctx, parts, part)
    )


def _ended(ctx: Context, moments: tuple[Moment, ...], part: Segment, span: Span) -> Moment | None:
    """The past moment up to which the words held, where nothing else dates them: "until last year housed 190"."""
    for moment in moments_of(ctx, list(moments), part):
        past = ctx.written is not None and moment.latest is not None and moment.latest < ctx.written
        if past and _is_end(ctx, moment, span) and _is_dating(ctx, moment):
            return moment
    return None


def _restricted(
    ctx: Context, moments: list[Moment], parts: tuple[Segment, ...], own: int, span: Span
) -> Moment | None:
    """The moment of the relative clause that says which ones a number counts: "the 299 people whom they flew in May"."""
    if own + 1 >= len(parts) or not ctx.quantities_in(span):
        return None
    tokens, words, relative = ctx.marks.tokens, ctx.words, parts[own + 1]
    _, after = ctx.token_range(span)
    if relative.opened not in words.relatives or not after <= relative.first <= after + _NOUN:
        return None
    held = next(iter(moments_of(ctx, moments, relative)), None)
    if held is None or tokens[relative.first - 1].lower == ",":
        return None
    return None if ctx.quantities_in(Span(tokens[relative.first].start, held.span.start)) else held


def _shared(ctx: Context, moments: list[Moment], parts: tuple[Segment, ...], own: int) -> Moment | None:
    """The moment in the subject that the own clause shares with the one before: "A flood in 2015 took a bridge and
    ruined 30 farms"."""
    words = ctx.words
    tokens = ctx.marks.tokens
    if own == 0 or parts[own].opened not in words.joiners or parts[own].last - parts[own].first < 2:
        return None
    first = parts[own].first + (tokens[parts[own].first].lower in words.joiners)
    if not words.finite(tokens[first].lower, tokens[first - 1].lower):
        return None
    before = parts[own - 1]
    verb = next(
        (k for k in range(before.first, before.last) if words.finite(tokens[k].lower, tokens[k - 1].lower)),
        None,
    )
    held = moments_of(ctx, moments, before)
    return next((m for m in held if verb is not None and m.span.end <= tokens[verb].start), None)


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


def _is_end(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether the moment is the end of a term, which does not date the act that sets it ("barred them until May")."""
    return _word_before(ctx, moment) in ctx.words.until and not _told_of(ctx, moment, span)


def _is_dating(ctx: Context, moment: Moment) -> bool:
    """What `_places` says, asked once a moment: every claim of a sentence asks for it."""
    known = ctx.dating.get(moment.span)
    if known is None:
        known = ctx.dating[moment.span] = _places(ctx, moment)
    return known


def _places(ctx: Context, moment: Moment) -> bool:
    """Whether a moment can date a claim: a placed date, not the year in a name or before a noun ("her 2019 trial")."""
    if moment.kind not in ("DATE", "TIME") or (moment.earliest is None and moment.latest is None):
        return False
    if moment.kind == "TIME" and _CLOCK.fullmatch(ctx.report.quote(moment.span)):
        return False
    mention = ctx.mention_over(moment.span)
    if mention is not None and mention.form is MentionForm.NAME:
        return False
    return not is_attributive(ctx, moment)


def _own_segment(ctx: Context, parts: tuple[Segment, ...], span: Span) -> int | None:
    for index, part in enumerate(parts):
        if ctx.marks.tokens[part.last - 1].end > span.start:
            return index
    return None


def _nearest(ctx: Context, moments: list[Moment], span: Span) -> Moment | None:
    """The moment of the same segment that is nearest; one that follows another number belongs to that first."""
    free = [m for m in moments if not _taken(ctx, m, span)]
    return min(free, key=lambda m: _distance(ctx, m, span), default=None)


def _distance(ctx: Context, moment: Moment, span: Span) -> int:
    far = max(moment.span.start - span.end, span.start - moment.span.end, 0)
    if moment.span.start >= span.end:
        return far
    others = ctx.quantities_in(Span(max(0, moment.span.start - _FOLLOWED), moment.span.start))
    return far + _TRAILING if others else far


def _taken(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether a number between `span` and a later moment is only compared with and keeps the moment to itself.

    "tripled from 36,000 in April 2021": the moment is that of the 36,000. Nor does a number compared with take the one before.
    """
    if moment.span.start >= span.end:
        if _of_a_thing(ctx, moment, span) or set_against(ctx, Span(span.end, moment.span.start)):
            return True
        if moment.span.start <= span.end + _ARTICLE and _is_multiple(ctx, span):
            return True  # "more than double [the prior year]"
        between = [
            q for q in ctx.quantities_in(Span(span.end, moment.span.start)) if q.span.start >= span.end
        ]
        return any(compared(ctx, q.span) for q in between)
    before = ctx.quantities_in(Span(max(0, moment.span.start - 2 * _TRAILING), moment.span.start))
    follows = not ctx.quantities_in(Span(moment.span.end, span.start))
    if of_compared(ctx, moment) and before[-1].span.end < span.start:
        return True
    return bool(before) and follows and compared(ctx, span)


def _is_multiple(ctx: Context, span: Span) -> bool:
    """Whether the number at `span` says how many times something is something else."""
    found = ctx.quantities_in(span)
    return bool(found) and found[0].kind is QuantityKind.MULTIPLE


def _of_its_noun(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether a moment dates the thing that words name and not what is told of it: "set aside the ruling of [June 12]";
    "on the night of June 12" is a time."""
    first, _ = ctx.token_range(moment.span)
    if first > 2 and is_awaited(ctx, moment, span):
        return True
    if first < 2 or ctx.marks.tokens[first - 1].lower not in ctx.words.partitive:
        return False
    noun = ctx.marks.tokens[first - 2]
    if not noun.lower[0].isalpha() or noun.start < span.end or noun.lower in ctx.words.stretches:
        return False
    return not ctx.moments_in(Span(noun.start, noun.end)) and noun.lower not in ctx.words.light


def _of_a_thing(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether a later moment dates a thing that a preposition ties on: "paid $80 a day under a contract signed last year"."""
    words = ctx.words
    tokens = ctx.marks.tokens
    _, after = ctx.token_range(span)
    first, _ = ctx.token_range(moment.span)
    at = first - 1
    while at > after and tokens[at].lower in words.prepositions:
        at -= 1
    if at - 2 < after or not tokens[at].lower.endswith(words.participle_endings):
        return False
    noun, linked = tokens[at - 1].lower, any(t.lower in words.prepositions for t in tokens[after : at - 1])
    if not linked or not noun[0].isalpha() or noun in words.light:
        return False
    sentence = ctx.surroundings(span)
    start, stop = (
        ctx.token_range(Span(sentence.start, span.start)) if span.start > sentence.start else (after, after)
    )
    return any(
        words.finite(tokens[k].lower, tokens[k - 1].lower if k > start else "") for k in range(start, stop)
    )
