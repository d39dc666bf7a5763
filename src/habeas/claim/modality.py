"""How firmly words are put: the modality of the hedges over them, and whether they are negated."""

from __future__ import annotations

from habeas.claim.indexes import Context
from habeas.model.claim import Modality
from habeas.model.marks import Cue
from habeas.model.span import Span

__all__ = ["modality"]

_KNOWN = {m.value: m for m in Modality}


def modality(ctx: Context, span: Span) -> tuple[Modality, bool]:
    """The modality of the words at `span` and whether they are negated.

    Of nested hedges the innermost counts; two negations around the same words cancel out.
    """
    hedges = _over(ctx.hedges_at(span.start), span)
    negations = _over(ctx.negations_at(span.start), span)
    if not hedges:
        return Modality.ASSERTED, len(negations) % 2 == 1
    inner = min(hedges, key=lambda cue: cue.scope.end - cue.scope.start)
    return _KNOWN.get(inner.modality or "", Modality.ASSERTED), len(negations) % 2 == 1


def _over(cues: tuple[Cue, ...], span: Span) -> list[Cue]:
    start, end = span
    return [cue for cue in cues if cue.scope[0] <= start and end <= cue.scope[1]]
