"""Measures: what a bare number counts where its subject is a number of something ("the number of inmates held rose to 40")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary
from habeas.claim.windows import Window
from habeas.model.marks import Quantity, QuantityKind

__all__ = ["Measured", "lexical_verb", "measured"]

_LONGEST = 4
"""Words of the noun that a number is of at most."""
_OBJECT = 14
"""Words back from a number to the object that is brought to it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The noun that a number is the number of, folded, where it is told; the token from which on the words tell of those
    who are counted, and that of what is said of them: "inmates", [inmates], [held]."""

    noun: str | None
    start: int
    deed: int | None

    def asking(self, clause: Window) -> Window:
        """The clause as it tells of those who are counted: "inmates held" and not "the number rose"."""
        return replace(clause, first=self.start, verb=self.deed, leads=self.deed is not None)


def measured(ctx: Context, quantity: Quantity, clause: Window) -> Measured | None:
    """What the clause counts, where its subject or object is a number of something and the number itself is bare."""
    if quantity.kind is not QuantityKind.COUNT or quantity.noun is not None or quantity.unit is not None:
        return None
    if clause.verb is None or clause.leads:
        return None
    words, tokens = ctx.words, ctx.marks.tokens
    begin, _ = ctx.token_range(quantity.span)
    for at in range(clause.first, min(clause.verb, begin) - 2):
        if tokens[at].lower in words.measures and tokens[at + 1].lower in words.partitive:
            return _of(ctx, words, at, clause.verb)
    if begin > 0 and tokens[begin - 1].lower in words.courses:
        return _brought(ctx, words, max(clause.first, begin - _OBJECT), begin - 1)
    return None


def _of(ctx: Context, words: Vocabulary, measure: int, end: int) -> Measured | None:
    """The noun after "the number of", up to the verb at `end`."""
    kept: list[str] = []
    tokens = ctx.marks.tokens
    for at in range(measure + 2, min(end, measure + 2 + _LONGEST)):
        word = tokens[at].lower
        if word in words.articles and not kept:
            continue
        if kept and words.finite(word, kept[-1]):
            return Measured(" ".join(kept), at - len(kept), at)
        if not word[0].isalpha() or word in words.prepositions or word in words.relatives:
            break
        if kept and word in words.adverbs:
            break  # "the number of inmates [nearly] doubled"
        kept.append(word)
    return Measured(" ".join(kept), measure, None) if kept else None


def _brought(ctx: Context, words: Vocabulary, start: int, end: int) -> Measured | None:
    """The object that is brought to a number: "bringing its [population] down to 900", "cut the [number] held to 40", and
    what it is a number of: "the number of [seats] from 65 to 125"."""
    tokens = ctx.marks.tokens
    for at in range(end - 1, start - 1, -1):
        word = tokens[at].lower
        if not word[0].isalnum():
            return None
        if word in words.measures and tokens[at + 1].lower in words.partitive:
            return _of(ctx, words, at, end)
        if word in words.measures or word in words.populations:
            return Measured(None, max(start, at - 1), None)
    return None


def lexical_verb(ctx: Context, clause: Window) -> int | None:
    """The verb of a clause that its auxiliaries lead to: "Five have [died]"."""
    at = clause.verb
    if at is None:
        return None
    words, tokens = ctx.words, ctx.marks.tokens
    while at + 1 < clause.last and (
        tokens[at].lower in words.auxiliaries or tokens[at].lower in words.adverbs
    ):
        after = tokens[at + 1].lower
        if not (after in words.auxiliaries or after in words.adverbs or words.finite(after, "")):
            break
        at += 1
    return at
