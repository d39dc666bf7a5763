"""Parses: the clauses of a report's sentences, made once for all that read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.claim.clauses.parsing import Parsed, parse
from habeas.claim.clauses.reading import reading
from habeas.claim.clauses.vocabulary import vocabulary
from habeas.claim.frames import frame_index
from habeas.claim.indexes import Context
from habeas.model.marks import Sentence

__all__ = ["parse_at", "parses"]

_LONGEST: Final = 300
"""Tokens of a sentence that are parsed at once: what is longer is a table or a list, and is cut."""


def parses(ctx: Context, sentence: Sentence) -> Iterator[tuple[int, Parsed]]:
    """The stretches of a sentence of more than one token: the index of the first, and the clauses."""
    first, last = ctx.token_range(sentence.span)
    for lo in range(first, last, _LONGEST):
        hi = min(last, lo + _LONGEST)
        if hi - lo > 1:
            yield lo, _parsed(ctx, lo, hi)


def parse_at(ctx: Context, sentence: Sentence, at: int) -> tuple[int, Parsed] | None:
    """The one of these stretches that the token `at` stands in: a sentence of a megabyte has a thousand of them."""
    first, last = ctx.token_range(sentence.span)
    if not first <= at < last:
        return None
    lo = at - (at - first) % _LONGEST
    hi = min(last, lo + _LONGEST)
    return (lo, _parsed(ctx, lo, hi)) if hi - lo > 1 else None


def _parsed(ctx: Context, lo: int, hi: int) -> Parsed:
    held = ctx.parsed.get(lo)
    if held is None:
        if not ctx.read:
            index = frame_index(ctx.pack, ctx.language)
            known = vocabulary(index.language, index.verbs)
            ctx.read.append(reading(ctx.marks.tokens, ctx.report.text, known))
        held = ctx.parsed[lo] = parse(ctx.read[0], lo, hi)
    return held
