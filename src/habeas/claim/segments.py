"""Segments: a sentence divided at its joints, so that a number finds the words of its own clause."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.segment import Segment
from habeas.claim.vocabulary import DIVIDING, Vocabulary
from habeas.model.marks import MentionForm, Token
from habeas.model.span import Span

__all__ = ["Segment", "is_month", "segments"]

_SIGNS = DIVIDING
_HELD = frozenset({",", "(", ")"})
"""Signs that divide nothing inside a name, a moment or a number, or around the same amount in another unit."""
_BRACKET = 7
"""Tokens from a bracket to where it closes around an amount ("($21 million)")."""
_OPENED = 18
"""How many words after "as" or "while" may hold the verb of the clause that it opens."""
_REACH = 8
"""How many words after "and" may hold the verb that makes it join two clauses."""


def segments(ctx: Context, within: Span) -> tuple[Segment, ...]:
    """The segments of the tokens in `within`, in text order; signs that divide belong to none."""
    known = ctx.parts.get(within)
    if known is None:
        known = ctx.parts[within] = _divided(ctx, within)
    return known


def _divided(ctx: Context, within: Span) -> tuple[Segment, ...]:
    words = ctx.words
    tokens, jointed = ctx.marks.tokens, words.jointed
    first, last = ctx.token_range(within)
    held: frozenset[int] | None = None
    found: list[Segment] = []
    start, opened = first, ""
    for index in range(first, last):
        word = tokens[index].lower
        if word not in jointed or not (_joint(words, tokens, index, last) or _meanwhile(ctx, index, last)):
            continue
        if word in _HELD:
            if held is None:
                held = _held(ctx, within)
            if index in held:
                continue
        if word in words.joiners and _joins_names(ctx, start, index):
            continue
        _close(found, _segment(ctx, start, index, opened))
        sign = not word[0].isalpha()
        start, opened = (index + 1 if sign else index), word
    _close(found, _segment(ctx, start, last, opened))
    return tuple(found)


def _meanwhile(ctx: Context, index: int, last: int) -> bool:
    """Whether a number of others who do something meanwhile follows: "fired tear gas [as] thousands of workers marched"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if tokens[index].lower not in words.meanwhile or index + 1 >= last:
        return False
    start = tokens[index + 1].start
    follows = any(q.span.start == start for q in ctx.quantities_in(Span(start, tokens[index + 1].end)))
    return follows and _verb_within(words, tokens, index + 2, min(last, index + _OPENED))


def _joins_names(ctx: Context, start: int, index: int) -> bool:
    """Whether the joiner at `index` stands between two names before any verb: "the population of [Chad and Niger] rose"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if index <= start or index + 1 >= len(tokens):
        return False
    pair = (ctx.mention_over(Span(t.start, t.end)) for t in (tokens[index - 1], tokens[index + 1]))
    if any(mention is None or mention.form is not MentionForm.NAME for mention in pair):
        return False
    return not any(words.finite(tokens[k].lower, tokens[k - 1].lower) for k in range(start + 1, index))


def _joint(words: Vocabulary, tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """Whether a new segment begins at this token, which is one of those at which it can."""
    word = tokens[index].lower
    if word == "," or word in _SIGNS or (word == "-" and _is_dash(tokens, index, last)):
        return True
    if word in words.openers:
        if word in words.since and tokens[index - 1].lower in words.auxiliaries:
            return False  # "have since been granted"
        return _verb_within(words, tokens, index + 1, min(last, index + _OPENED))
    return word in words.joiners and _clause_follows(words, tokens, index, last)


def _is_dash(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """Whether the hyphen stands free (" - ", "--") rather than in a word."""
    return 0 < index < last - 1 and tokens[index].start > tokens[index - 1].end


def _clause_follows(words: Vocabulary, tokens: tuple[Token, ...], index: int, last: int) -> bool:
    if index + 1 >= last:
        return False
    following = tokens[index + 1].lower
    if following in words.pronouns or words.finite(following, "and"):
        return True
    return _verb_within(words, tokens, index + 1, min(last, index + _REACH))


def _verb_within(words: Vocabulary, tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a verb stands in the tokens before the next comma or joiner."""
    past = first
    for index in range(first, last):
        word = tokens[index].lower
        if index < past:
            continue
        if word == "(" and (closed := _amount_closes(tokens, index, last)):
            past = closed + 1
            continue
        if word == "," or word in _SIGNS or word in words.joiners:
            return False
        if words.finite(word, tokens[index - 1].lower):
            return True
    return False


def _amount_closes(tokens: tuple[Token, ...], opened: int, last: int) -> int:
    """Where a bracket closes that opens at a token and holds an amount alone, 0 where it holds something else."""
    for index in range(opened + 1, min(last, opened + _BRACKET)):
        word = tokens[index].lower
        if word == ")":
            return index if any(t.lower[0].isdigit() for t in tokens[opened + 1 : index]) else 0
        if word in (",", "("):
            return 0
    return 0


def _held(ctx: Context, within: Span) -> frozenset[int]:
    """Tokens inside a moment, a name or a number: a comma there divides nothing."""
    held: set[int] = set()
    tokens = ctx.marks.tokens
    spans = [m.span for m in ctx.moments_in(within)]
    spans += [q.number for q in ctx.quantities_in(within)]
    spans += [m.full for m in ctx.mentions_in(within) if m.full != m.span]
    for quantity in ctx.quantities_in(within):
        begin, after = ctx.token_range(quantity.span)
        if begin and after < len(tokens) and tokens[begin - 1].lower == "(" and tokens[after].lower == ")":
            held.update((begin - 1, after))
    for span in spans:
        first, last = ctx.token_range(span)
        for index in range(first, last):
            held.add(index)
    return frozenset(held)


def _close(found: list[Segment], part: Segment) -> None:
    """Add a segment unless it is empty; a verbless one that a word opened joins the one before."""
    if part.first >= part.last:
        return
    if not part.verb and found and part.opened.isalpha() and found[-1].last == part.first:
        before = found.pop()
        part = Segment(before.first, part.last, before.opened, before.verb)
    found.append(part)


def _segment(ctx: Context, first: int, last: int, opened: str) -> Segment:
    words, tokens = ctx.words, ctx.marks.tokens
    before = ""
    for index in range(first, last):
        word = tokens[index].lower
        if words.finite(word, before) and not (word in words.months and is_month(ctx, index)):
            return Segment(first, last, opened, True)
        before = word
    return Segment(first, last, opened, False)


def is_month(ctx: Context, index: int) -> bool:
    """Whether what could be a verb is the month of a day or a year: "in [May] 2015"."""
    tokens, token = ctx.marks.tokens, ctx.marks.tokens[index]
    if index + 1 >= len(tokens) or not tokens[index + 1].lower[0].isdigit():
        return False
    return ctx.report.text[token.start].isupper() and any(
        m.span.start <= token.start < m.span.end for m in ctx.moments_in(Span(token.start, token.end + 2))
    )
