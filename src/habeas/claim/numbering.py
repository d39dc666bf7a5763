"""Numbers as a pack's properties see them: the words of their clause and what stands near."""

from __future__ import annotations

from habeas.claim.asked import Number, asked
from habeas.claim.chains import voice
from habeas.claim.dimensions import dimension
from habeas.claim.governors import is_demonym
from habeas.claim.indexes import Context
from habeas.claim.measures import lexical_verb
from habeas.claim.topics import Topic, earlier
from habeas.claim.windows import Window
from habeas.model.marks import MentionForm, Quantity
from habeas.model.span import Span

__all__ = ["as_number"]

_NEAR = 24
"""Words to either side of a number among which those that name its property are sought."""
_WIDE = 90
"""Words to either side of a number among which the words of its subject are sought."""
_RELATIVE = 6
"""Words of a relative clause behind a number that can say what it counts."""
_OPENING = 60
"""Words at the start of a report, its headline and lead, that tell what it is about."""
_BEFORE = 2
"""Sentences before the number's own in which words of its subject count."""


def as_number(
    ctx: Context, quantity: Quantity, noun: str | None, clause: Window, near: list[Topic]
) -> Number:
    """The number as the pack's properties see it."""
    verb = lexical_verb(ctx, clause)
    first, last = ctx.token_range(quantity.number)
    noun_end = ctx.token_range(quantity.noun)[1] if quantity.noun is not None else last
    start, end = max(clause.first, first - _NEAR), _reach(ctx, clause, max(last, noun_end))
    begin, _ = ctx.token_range(quantity.span)
    if begin - 2 > start and _is_deed(ctx, begin - 1):
        start = begin - 1  # "convicted of beating 9 men": 9 were not convicted
    return Number(
        tokens=ctx.marks.tokens[start:end],
        at=(first - start, last - start),
        noun_end=noun_end - start,
        noun=noun,
        measured=dimension(quantity),
        near=tuple(near),
        before=lambda: () if _of_a_people(ctx, quantity) else earlier(ctx, quantity.span.start),
        verb=verb - start if verb is not None else None,
        named=_named(ctx, start, end),
        whole=_is_whole(quantity),
        speakers=_speakers(ctx, quantity),
        around=_Around(ctx, quantity),
        opens=ctx.token_range(quantity.span)[0] - start,
    )


def _speakers(ctx: Context, quantity: Quantity) -> frozenset[str]:
    """Who gives a number, and the body that one of them is a part of: "the UN refugee agency" is the UN's."""
    names = [a.name for a in voice(ctx, quantity.number).asserted_by]
    return frozenset(names) | {first for name in names if (first := name.partition(" ")[0]).isupper()}


def _of_a_people(ctx: Context, quantity: Quantity) -> bool:
    """Whether those counted are told by their country, so that no other place told of before is theirs ("40 Afghan men")."""
    if quantity.noun is None:
        return False
    return any(is_demonym(ctx, mention) for mention in ctx.mentions_in(quantity.noun))


def _is_deed(ctx: Context, at: int) -> bool:
    """Whether the word at token `at` is an "-ing" form that a preposition governs."""
    tokens, words = ctx.marks.tokens, ctx.words
    return tokens[at].lower.endswith(words.gerund) and tokens[at - 1].lower in words.deeds


def _reach(ctx: Context, clause: Window, after: int) -> int:
    """The end of the words that can say what a number counts: those of its clause, or, where it ends the clause, of
    the relative clause that follows it ("of the 300 for whom it was built")."""
    words = ctx.words
    following = [t.lower for t in ctx.marks.tokens[after : after + 2]]
    relative = len(following) == 2 and following[0] in words.prepositions and following[1] in words.relatives
    if relative and clause.last - after <= 1:
        return min(ctx.token_range(clause.area)[1], after + _RELATIVE)
    return _before_another(ctx, after, min(clause.last, after + _NEAR))


def _before_another(ctx: Context, after: int, end: int) -> int:
    """The end of the words without those of another number behind "but": "had 1,650 inmates [but space for 1,107]"."""
    words, tokens = ctx.words, ctx.marks.tokens
    for at in range(after, end):
        if tokens[at].lower in words.turning and ctx.quantities_in(Span(tokens[at].end, tokens[end - 1].end)):
            return at
    return end


def _is_whole(quantity: Quantity) -> bool:
    """Whether people can be counted by the number: it is no fraction, and no vague collection of unsaid things ("a
    lot", "a series")."""
    if not isinstance(quantity.value, str):
        return float(quantity.value).is_integer()
    return quantity.noun is not None or not quantity.value.startswith(("a ", "an ", "the ", "una ", "un "))


class _Around:
    """What `_around` says, found when it is first asked for."""

    __slots__ = ("ctx", "found", "quantity")

    def __init__(self, ctx: Context, quantity: Quantity) -> None:
        self.ctx, self.quantity = ctx, quantity
        self.found: frozenset[str] | None = None

    def __call__(self) -> frozenset[str]:
        if self.found is None:
            self.found = _around(self.ctx, self.quantity)
        return self.found


def _around(ctx: Context, quantity: Quantity) -> frozenset[str]:
    """The stems of the number's sentence and the two before it, as far as they are near, and of the report's
    opening words, which tell its subject."""
    index = ctx.sentence_index(quantity.span.start) or 0
    opening, _ = ctx.token_range(ctx.marks.sentences[max(0, index - _BEFORE)].span)
    _, closing = ctx.token_range(ctx.marks.sentences[index].span)
    here, _ = ctx.token_range(quantity.span)
    near = ctx.marks.tokens[max(opening, here - _WIDE) : min(closing, here + _WIDE)]
    held = asked(ctx.pack, ctx.language)
    if not ctx.opening:
        ctx.opening.append(frozenset([held.stem(t.lower) for t in ctx.marks.tokens[:_OPENING]]))
    return ctx.opening[0].union([held.stem(t.lower) for t in near])


def _named(ctx: Context, start: int, end: int) -> frozenset[int]:
    """The tokens of `[start, end)`, counted from `start`, that are capitalised words of names."""
    tokens = ctx.marks.tokens
    within = Span(tokens[start].start, tokens[end - 1].end)
    found: set[int] = set()
    for mention in ctx.mentions_in(within):
        if mention.form is MentionForm.NAME:
            first, last = ctx.token_range(mention.span)
            found.update(i - start for i in range(first, last) if ctx.report.text[tokens[i].start].isupper())
    return frozenset(found)
