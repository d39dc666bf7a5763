"""What is no claim of a source: orders, promises and agreements, which are told of, and what it did not say."""

from __future__ import annotations

from itertools import pairwise

from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary
from habeas.model.marks import Attribution, AttributionKind, EntityType
from habeas.model.span import Span

__all__ = ["is_act", "is_withheld"]

_CUE = 4
"""Words of a cue among which its verb is."""
_OBJECT = 9
"""Words before "to" in which an order names whom it binds ("ordered the ministry to bring ...")."""


def is_act(ctx: Context, attribution: Attribution) -> bool:
    """Whether the words attributed are what the source agreed, ordered, or urged to be done ("agreed to pay $2 million").

    The report tells such an act in its own voice: that the court ordered it is no claim of the court's. Nor does a
    thing claim what it saw happen ("a fire that saw three people die").
    """
    if attribution.kind is not AttributionKind.REPORTED or attribution.cue is None:
        return False
    known = ctx.acts.get(id(attribution))
    if known is None:
        known = ctx.acts[id(attribution)] = _is_act(ctx, attribution, attribution.cue)
    return known


def is_withheld(ctx: Context, attribution: Attribution) -> bool:
    """Whether the source did not say what is given to it: "would not confirm that ...", "declined to say how many ..."."""
    cue = attribution.cue
    if attribution.kind is not AttributionKind.REPORTED or cue is None or attribution.content.start < cue.end:
        return False
    for negation in ctx.negations_at(cue.start):
        end = negation.scope.end
        if negation.modality is not None or negation.span.start >= cue.end:
            continue
        if end == cue.end or (negation.span.start == cue.start and cue.end < end < attribution.content.end):
            return True  # "did not [say]", "[declined] to say"
    return False


def _is_act(ctx: Context, attribution: Attribution, cue: Span) -> bool:
    words = ctx.words
    if _is_thing_told(ctx, attribution) and any(t.lower in words.seeing for t in ctx.tokens_in(cue)[-1:]):
        return True
    if attribution.content.start < cue.start and any(
        t.lower in words.suffered for t in ctx.tokens_in(cue)[-1:]
    ):
        return True
    verbs = [t.lower for t in ctx.tokens_in(cue)[-_CUE:]]
    if not attribution.quotations and (verbs[-1] in words.deciding or " ".join(verbs[-2:]) in words.deciding):
        return _is_suffered(ctx, attribution, cue) or _is_object(ctx, attribution.content)
    if words.acting.isdisjoint(verbs):
        return False
    first, last = ctx.token_range(attribution.content)
    opening = [t.lower for t in ctx.marks.tokens[first : min(last, first + _OBJECT)]]
    if not opening or opening[0] in words.openers:
        return False
    if _is_thing(words, opening) or (verbs[-1] in words.giving and _is_thing(words, opening[1:])):
        return True
    return opening[0].endswith(words.gerund) or not words.infinitive.isdisjoint(opening)


def _is_thing_told(ctx: Context, attribution: Attribution) -> bool:
    """Whether the source is nobody that is known: a fire, or a place, that "saw" something."""
    if attribution.entity is None:
        return True
    before = ctx.token_range(attribution.cue)[0] - 1 if attribution.cue is not None else 0
    if before > 0 and ctx.marks.tokens[before].lower in ctx.words.impersonal:
        return True  # "Hull, which saw six fires"
    return ctx.marks.entities[attribution.entity].type in (EntityType.PLACE, EntityType.FACILITY)


def _is_suffered(ctx: Context, attribution: Attribution, cue: Span) -> bool:
    """Whether what stands before the verb is what was decided on: "The appeal [was dismissed] by the judge"."""
    _, after = ctx.token_range(cue)
    tokens = ctx.marks.tokens
    by = after < len(tokens) and tokens[after].lower in ctx.words.agents
    return by and attribution.content.start < cue.start


def _is_object(ctx: Context, content: Span) -> bool:
    """Whether what is rejected or upheld is a thing, told by the report: "the transfer of 40 men", not "that"."""
    first, last = ctx.token_range(content)
    return first < last and ctx.marks.tokens[first].lower not in ctx.words.openers


def _is_thing(words: Vocabulary, opening: list[str]) -> bool:
    """Whether what is pledged or declared is a thing and no sentence: "$15 million", "a state of emergency"."""
    light = bool(opening) and (opening[0] in words.articles or not opening[0][0].isalpha())
    return light and not any(words.finite(word, before) for before, word in pairwise(opening))
