"""Asides: what a reporter adds, in the present tense, to another's reported words.

In reported speech after a past verb the speaker's own present becomes a past: "the plant, which employs 600 people,
was searched, the sheriff said" holds a clause that the sheriff need not have said. The past tense tells nothing.
"""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.claim.vocabulary import Vocabulary
from habeas.model.span import Span

__all__ = ["in_aside"]

_BACK = 25
"""Words between the start of an aside and what stands in it."""
_MARKS = frozenset('“”"«»‘,;:')


def in_aside(ctx: Context, span: Span) -> bool:
    """Whether the words at `span` stand in a clause of the reporter's own within what somebody is reported to have said."""
    words = ctx.words
    if not words.present:
        return False
    tokens = ctx.marks.tokens
    first, _ = ctx.token_range(span)
    for at in range(first - 1, max(0, first - _BACK), -1):
        word = tokens[at].lower
        if word in _MARKS or word == ".":
            return False
        if word in words.asides:
            opened = tokens[at - 1].lower == ","
            return opened and _is_present(words, tokens[at + 1].lower) and not _keeps_tense(ctx, span)
    return False


def _is_present(words: Vocabulary, verb: str) -> bool:
    known = verb in words.verbs or verb in words.verbs_or_nouns
    return verb in words.present or (known and verb.endswith("s") and not verb.endswith("ss"))


def _keeps_tense(ctx: Context, span: Span) -> bool:
    """Whether the words at `span` are quoted, or told with a verb in the present ("says"), which shifts no tense."""
    heard = [a for a in ctx.speech_at(span.start) if a.content.contains(span)]
    quotations = ctx.marks.quotations
    if any(quotations[index].span.contains(span) for a in heard for index in a.quotations):
        return True
    cues = [a.cue for a in heard if a.cue is not None]
    return not cues or any(ctx.report.quote(cue).endswith("s") for cue in cues)
