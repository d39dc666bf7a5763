"""How firmly words are put: the modality of the hedges over them, and whether they are negated."""

from __future__ import annotations

from habeas.claim.clauses.vocabulary import vocabulary as clause_vocabulary
from habeas.claim.indexes import Context
from habeas.model.claim import Modality
from habeas.model.marks import Cue
from habeas.model.span import Span

__all__ = ["modality"]

_BEFORE = 24
"""Characters before a claim's words in which a negation of its subject can stand ("None of the ...")."""
_KNOWN = {m.value: m for m in Modality}


def modality(ctx: Context, span: Span, whole: Span | None = None) -> tuple[Modality, bool]:
    """The modality of the words at `span` and whether they are negated.

    Of nested hedges the innermost counts; two negations around the same words cancel out. Only what stands in or
    right before `whole`, the words of the claim, negates it.
    """
    hedges = _over(ctx.hedges_at(span.start), span)
    negations = _over(ctx.negations_at(span.start), span)
    if negations and whole is not None:
        near = Span(max(0, whole.start - _BEFORE), whole.end)
        negations = [n for n in negations if near.contains(n.span) and _reaches(ctx, n, span, whole)]
    if not hedges:
        return Modality.ASSERTED, len(negations) % 2 == 1
    inner = min(hedges, key=lambda cue: cue.scope.end - cue.scope.start)
    return _KNOWN.get(inner.modality or "", Modality.ASSERTED), len(negations) % 2 == 1


def _reaches(ctx: Context, cue: Cue, anchor: Span, whole: Span) -> bool:
    """Whether a negation stays with the words: none of a phrase before their verb ("talks without him failed"), none
    of a clause that an "and" divides from them."""
    privative = clause_vocabulary("es" if ctx.language.startswith("es") else "en").privative
    if cue.span.end <= anchor.start and ctx.report.quote(cue.span).lower() in privative:
        return False
    if cue.span.start >= whole.start:
        return True
    joiners = ctx.words.joiners
    return not any(
        w.lower == "," or w.lower in joiners for w in ctx.tokens_in(Span(cue.span.end, whole.start))
    )


def _over(cues: tuple[Cue, ...], span: Span) -> list[Cue]:
    start, end = span.start, span.end
    return [cue for cue in cues if cue.scope.start <= start and end <= cue.scope.end]
