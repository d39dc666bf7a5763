"""Telling on: a clause that goes on about what the clause before it dated: "the fire in May 2015, in which 40 died"."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.segment import Segment
from habeas.claim.vocabulary import Vocabulary
from habeas.claim.wrongwords import wrong_words
from habeas.model.letters import owns
from habeas.model.marks import Moment, Token
from habeas.model.span import Span

__all__ = [
    "described_by",
    "is_attributive",
    "is_awaited",
    "is_standing",
    "moments_of",
    "of_a_deed",
    "of_antecedent",
    "resumed",
    "told_on",
]

_REACH = 4
"""Segments back in which the day of an "-ing" clause is sought."""
_BEFORE = 3
"""Adjectives between an article and a date that describes a noun."""
_INSERTED = 6
"""Segments among which a subject finds its verb again."""
_SIGNS = frozenset({",", "-", "–", "—"})
_ANTECEDENT = 3
"""Words of a noun up to the relative clause about it."""
_DEED = 16
"""Words from "for" and a deed to when it was done."""
_MONTH = len("2013-05")
_NEAR = 3
"""Words between a year and a "when"."""


def told_on(ctx: Context, moments: list[Moment], parts: tuple[Segment, ...], own: int) -> Moment | None:
    """The moment of the segment before, where the own one goes on about it.

    It does with an "-ing" form after a comma ("destroyed the hall in May, killing 40"), and with a relative clause in
    the past right behind the moment ("the fire in May, in which 40 people died").
    """
    tokens, words, part = ctx.marks.tokens, ctx.words, parts[own]
    back = own - 1
    lone = back > 0 and parts[back].last - parts[back].first == 1
    if lone and tokens[parts[back].first].lower in words.prepositions:
        back -= 1  # "in which"
    attends = part.opened == "," and _attends(ctx, part)
    while attends and back > max(0, own - _REACH) and not moments_of(ctx, moments, parts[back]):
        if _is_said(ctx, parts[back]):
            return None  # "said on Monday that a fire broke out, killing 12" dates the saying
        back -= 1
    held = moments_of(ctx, moments, parts[back]) if back >= 0 else []
    if not held:
        return None
    if part.opened == ",":
        return held[-1] if attends else None
    if part.opened not in words.relatives and part.opened not in words.when:
        return None
    if _is_said(ctx, part):
        return None  # "said on Saturday that 13 people had died" dates the saying
    _, after = ctx.token_range(held[-1].span)
    inserted = parts[back].opened == "," and tokens[parts[back].first].lower.endswith(
        words.participle_endings
    )
    near = _NEAR if part.opened in words.when else 0  # "during the 2018 season, when"
    if after < parts[back].last - near or inserted or is_standing(ctx, part):
        return None
    return held[-1]


def resumed(
    ctx: Context, moments: list[Moment], parts: tuple[Segment, ...], own: int, span: Span
) -> Moment | None:
    """When what a subject waits for behind an insertion was so: "The [two] men, both old, left in May"."""
    tokens, words = ctx.marks.tokens, ctx.words
    if parts[own].verb or own + 2 > len(parts) - 1 or not ctx.quantities_in(span):
        return None
    if own and (parts[own].opened not in words.openers or not parts[own - 1].verb):
        return None
    for part in parts[own + 1 : own + _INSERTED]:
        first = part.first
        verb = part.opened in _SIGNS and words.finite(tokens[first].lower, tokens[first - 1].lower)
        if verb and parts[own + 1] is not part:
            return next(iter(moments_of(ctx, moments, part)), None)
    return None


def moments_of(ctx: Context, moments: list[Moment], part: Segment) -> list[Moment]:
    """The moments in a segment."""
    whole = part.span(ctx.marks.tokens)
    return [m for m in moments if whole.start <= m.span.start < whole.end]


def _is_said(ctx: Context, part: Segment) -> bool:
    """Whether what somebody says begins with a segment."""
    tokens = ctx.marks.tokens[part.first : part.first + 2]
    starts = [token.start for token in tokens]
    return any(a.content.start in starts for a in ctx.voices_at(starts[-1]))


def _attends(ctx: Context, part: Segment) -> bool:
    """Whether a segment opens with an "-ing" form that is no preposition ("including")."""
    words = ctx.words
    first = ctx.marks.tokens[part.first].lower
    return first.endswith(words.gerund) and first not in words.prepositions and part.last - part.first > 1


def is_standing(ctx: Context, part: Segment) -> bool:
    """Whether a relative clause says in the present what still is: "In 2019 he closed the jail, which now houses"; the
    date that opens the sentence is not its own."""
    words = ctx.words
    if part.opened not in words.relatives or not words.present:
        return False
    tokens = ctx.marks.tokens
    at = part.first + (tokens[part.first].lower == part.opened)
    while at < part.last and tokens[at].lower in words.adverbs:
        at += 1
    verb = tokens[at].lower if at < part.last else ""
    known = verb in words.verbs or verb in words.verbs_or_nouns
    return verb in words.present or (known and verb.endswith("s") and not verb.endswith("ss"))


def is_attributive(ctx: Context, moment: Moment) -> bool:
    """Whether a moment stands before a noun that it describes: "her [2019] trial", "the [July 4, 2009] bombers"."""
    words = ctx.words
    tokens = ctx.marks.tokens
    first, after = ctx.token_range(moment.span)
    if first == 0 or after >= len(tokens) or tokens[first].lower in words.articles:
        return False
    opening = first - 1
    while opening > first - 1 - _BEFORE and opening > 0 and _describes(words, tokens, opening):
        opening -= 1  # "the [suspected] July 4, 2009 bombers"
    before, following = tokens[opening].lower, tokens[after].lower
    if tokens[first - 1].lower == "-" and tokens[first - 1].end == tokens[first].start:
        return True  # "post-1959 politics"
    owned = before in words.articles or owns(before)
    if before in words.articles and opening > 0 and tokens[opening - 1].lower in words.spanning:
        return False  # "during the 2018 season"
    plain = following[0].isalpha() and following not in words.prepositions and following not in words.joiners
    if before in words.articles and _acts_then(ctx, opening, after):
        return False
    return owned and plain and not words.finite(following, tokens[after - 1].lower)


def _acts_then(ctx: Context, opening: int, noun: int) -> bool:
    """Whether the noun that a moment describes opens its sentence and acts in the past: "A [June] flight sent 40 men back"."""
    tokens, words = ctx.marks.tokens, ctx.words
    opens = ctx.surroundings(Span(tokens[opening].start, tokens[opening].end)).start == tokens[opening].start
    if not opens or noun + 1 >= len(tokens):
        return False
    verb = tokens[noun + 1].lower
    past = verb.endswith(words.participle_endings) or not (verb.endswith("s") or verb in words.auxiliaries)
    return past and words.finite(verb, tokens[noun].lower)


def is_awaited(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether a moment is only when a thing named before it is to be: "blocked the flight before a review [due on Monday]"."""
    tokens, words, first = ctx.marks.tokens, ctx.words, ctx.token_range(moment.span)[0]
    at = first - 1 - (tokens[first - 1].lower in words.prepositions)
    if at < 1 or tokens[at].lower not in words.awaited or tokens[at].start < span.end:
        return False
    before = tokens[at - 1].lower
    light = before in words.auxiliaries or before in words.adverbs or before in words.copulas
    return before[0].isalpha() and not light


def described_by(ctx: Context, moments: tuple[Moment, ...], span: Span) -> Moment | None:
    """The date that stands before the noun at `span` and describes it: "the [March] trial of three nurses"."""
    held = next((m for m in reversed(moments) if m.span.end <= span.start), None)
    if (
        held is None
        or ctx.quantities_in(span)
        or held.kind != "DATE"
        or held.earliest is None
        or not is_attributive(ctx, held)
    ):
        return None
    after, first = ctx.token_range(held.span)[1], ctx.token_range(span)[0]
    between = ctx.marks.tokens[after:first]
    plain = len(between) < _NEAR and all(
        t.lower[0].isalpha() and t.lower not in ctx.words.light for t in between
    )
    if not plain or any(t.lower in ctx.words.prepositions for t in between):
        return None
    noun = ctx.marks.tokens[first]
    return None if ctx.words.finite(noun.lower, ctx.marks.tokens[first - 1].lower) else held


def of_antecedent(ctx: Context, parts: tuple[Segment, ...], own: int) -> Moment | None:
    """The year before the noun that the own relative clause tells of: "a [1998] flood that killed 300"."""
    part = parts[own]
    tokens = ctx.marks.tokens
    if part.opened not in ctx.words.relatives or tokens[part.first - 1].lower in ctx.words.prepositions:
        return None
    start = max(0, part.first - _ANTECEDENT - 1)
    near = ctx.moments_in(Span(tokens[start].start, tokens[part.first - 1].end))
    dated = near[-1] if near else None
    if dated is None or dated.kind != "DATE" or dated.earliest is None or not is_attributive(ctx, dated):
        return None
    return dated if ctx.token_range(dated.span)[1] < part.first else None


def of_a_deed(ctx: Context, moment: Moment, span: Span) -> bool:
    """Whether a year or a month dates a deed and not the act of the law for it: "jailed two men for setting a fire in 2013"."""
    if moment.span.start < span.end or moment.timex is None or len(moment.timex) > _MONTH:
        return False
    words, tokens = wrong_words(ctx.language), ctx.marks.tokens
    first, after = ctx.token_range(moment.span)[0], ctx.token_range(span)[1]
    return any(
        tokens[at].lower in words.links and tokens[at + 1].lower.endswith(ctx.words.gerund)
        for at in range(max(after, first - _DEED), first - 1)
    )


def _describes(words: Vocabulary, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word at `at` can be an adjective behind an article."""
    word = tokens[at].lower
    light = word in words.light or word in words.prepositions or word in words.relatives
    owned = tokens[at - 1].lower in words.articles
    return word[0].isalpha() and not light and (owned or not words.finite(word, tokens[at - 1].lower))
