"""Said: what a number says and of what, and how it is read where its own form alone tells: "a 68-page report"."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.adjacent import change, past_modifiers
from habeas.claim.dimensions import unit
from habeas.claim.indexes import Context
from habeas.claim.phrases import PEOPLE
from habeas.claim.topics import Topic
from habeas.claim.windows import Window
from habeas.model.marks import Quantity, QuantityKind
from habeas.model.span import Span

__all__ = ["OWN_RULE", "Said", "bare", "changed", "compound"]

OWN_RULE = "number in clause"
_COMPOUND = 4
"""Words of the thing that a number and a noun are joined to ("a 300-bed former army hospital")."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a number says and of what: the parts of a claim that depend on the clause."""

    subject: str
    subject_type: str | None
    property: str
    part: str | None
    unit: str | None
    frame: str
    confidence: float


def bare(ctx: Context, quantity: Quantity, clause: Window) -> Said | None:
    """A number that only a verb and its subject surround ("We were 90"): it counts what the subject is."""
    if clause.verb is None or clause.leads or clause.verb <= clause.opening:
        return _opening(ctx, quantity)
    tokens = ctx.marks.tokens[clause.opening : clause.verb]
    while tokens and (tokens[-1].lower in ctx.words.auxiliaries or tokens[-1].lower in ctx.words.adverbs):
        tokens = tokens[:-1]
    said = " ".join(ctx.report.text[t.start : t.end] for t in tokens[-_COMPOUND:] if t.lower[0].isalpha())
    if not said:
        return _opening(ctx, quantity)
    verb = ctx.marks.tokens[clause.verb].lower
    counted = unit(ctx.words, quantity, None)
    return Said(said, None, f"number ({verb})", None, counted, OWN_RULE, 0.3)


def _opening(ctx: Context, quantity: Quantity) -> Said | None:
    """A number that opens a headline or a sentence and counts those to whom its verb happened: "17 rescued in port raid"."""
    first, after = ctx.token_range(quantity.span)
    sentence, tokens = ctx.sentence_at(quantity.span), ctx.marks.tokens
    plain = quantity.kind in (QuantityKind.COUNT, QuantityKind.VAGUE)
    if sentence is None or not plain or tokens[first].start != sentence.span.start or after >= len(tokens):
        return None
    verb = tokens[after].lower
    following = tokens[after + 1].lower if after + 1 < len(tokens) else "."
    done_to = (
        following in ctx.words.prepositions or following in ctx.words.openers or not following[0].isalnum()
    )
    if not done_to or not ctx.words.finite(verb, tokens[after - 1].lower) or verb in ctx.words.auxiliaries:
        return None
    return Said(PEOPLE, None, f"{PEOPLE} {verb}", None, PEOPLE, OWN_RULE, 0.4)


def compound(ctx: Context, quantity: Quantity, noun: str | None, counted: str | None) -> Said | None:
    """ "a 68-page report", "a 12-member panel": the number is told of the thing that it is joined to."""
    if noun is None or quantity.noun is None or ctx.report.text[quantity.number.end] not in "-‑":
        return None
    if quantity.noun.start != quantity.number.end + 1:
        return None  # "4,000-plus men"
    _, after = ctx.token_range(quantity.noun)
    tokens = ctx.marks.tokens
    words = ctx.words
    after += after < len(tokens) and tokens[after].lower == "-"  # "a 13-page-report"
    if quantity.kind is not QuantityKind.COUNT or after >= len(tokens):
        return None
    if tokens[after].start - quantity.noun.end > 1:
        return None
    after = past_modifiers(ctx, after)
    head = None
    for index in range(after, min(len(tokens), after + _COMPOUND)):
        word = tokens[index].lower
        light = word in words.prepositions or word in words.joiners or word in words.auxiliaries
        light = light or word in words.adverbs or word in words.articles or word.endswith("ly")
        if light or not (word[0].isalpha() or word == "-") or (head is not None and words.finite(word, "it")):
            break
        head = index
    if head is None:
        return None
    thing = ctx.mention_over(Span(tokens[head].start, tokens[head].end))
    if thing is not None:
        named = ctx.entity(thing)
        return Said(named.name, named.type.value, f"{noun}s", None, counted, OWN_RULE, 0.6)
    return Said(tokens[head].lower, None, f"{noun}s", None, counted, OWN_RULE, 0.5)


def changed(
    ctx: Context, quantity: Quantity, noun: str | None, counted: str | None, near: list[Topic]
) -> Said | None:
    """ "a rise of 1,159": what grew, by how many; it is no population of 1,159."""
    grown = change(ctx, quantity)
    if grown is None:
        return None
    noun_of, grown_thing = grown
    topic = next((t for t in near if t.name.partition(" ")[0] not in ctx.words.pronouns), None)
    name, kind = (topic.name, topic.kind) if topic is not None else (grown_thing or noun or noun_of, None)
    of = noun or (grown_thing if topic is not None else "")
    return Said(name, kind, f"{noun_of} ({of})" if of else noun_of, None, counted, OWN_RULE, 0.5)
