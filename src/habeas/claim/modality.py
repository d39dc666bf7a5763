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


def modality(
    ctx: Context, span: Span, whole: Span | None = None, counted: Span | None = None
) -> tuple[Modality, bool]:
    """The modality of the words at `span` and whether they are negated.

    Of nested hedges the innermost counts; two negations around the same words cancel out. Only what stands in or
    right before `whole`, the words of the claim, negates it. `counted` are the words of a number with what bounds it.
    """
    hedges = _over(ctx.hedges_at(span.start), span)
    negations = _over(ctx.negations_at(span.start), span)
    excepted = counted is not None and _is_excepted(ctx, counted)
    if counted is not None:
        negations = [
            n for n in negations if _is_denial(n) or not (_behind(ctx, n, counted) or _apart(ctx, n, counted))
        ]
    if negations and whole is not None:
        near = Span(max(0, whole.start - _BEFORE), whole.end)
        negations = [
            n for n in negations if (_is_denial(n) or near.contains(n.span)) and _reaches(ctx, n, span, whole)
        ]
    negated = (len(negations) + excepted) % 2 == 1
    if not hedges:
        return Modality.ASSERTED, negated
    inner = hedges[0] if len(hedges) == 1 else min(hedges, key=lambda cue: cue.scope.end - cue.scope.start)
    return _KNOWN.get(inner.modality or "", Modality.ASSERTED), negated


def _is_denial(cue: Cue) -> bool:
    """Whether somebody says of what is told that it is not so, wherever that stands."""
    return cue.modality == Modality.DENIED.value


def _is_excepted(ctx: Context, counted: Span) -> bool:
    """Whether those counted are left out of what is told: "all but [12] were moved"."""
    first, _ = ctx.token_range(counted)
    leading = " ".join([token.lower for token in ctx.marks.tokens[max(0, first - 2) : first]])
    return leading in ctx.words.excepting or leading.rpartition(" ")[2] in ctx.words.excepting


def _behind(ctx: Context, cue: Cue, span: Span) -> bool:
    """Whether a negation behind a number denies something else: "20 of the men have [no] lawyer", "the removal of 50
    women can[not] go ahead"."""
    if cue.span.start < span.end:
        return False
    if ctx.report.quote(cue.span).lower() in ctx.words.lacking:
        return True
    first, _ = ctx.token_range(span)
    return first > 0 and ctx.marks.tokens[first - 1].lower in ctx.words.prepositions


def _apart(ctx: Context, cue: Cue, span: Span) -> bool:
    """Whether what is denied is a thing that is over before the number: "has no doctor and holds 300 men", "those held
    without charge at 300"."""
    words, denying = ctx.words, ctx.report.quote(cue.span).lower()
    if cue.span.end > span.start:
        return False
    over = words.joiners if denying in words.lacking else None
    if over is None and denying in _privative(ctx):
        over = words.joiners | words.prepositions
    between = ctx.tokens_in(Span(cue.span.end, span.start))
    return over is not None and any(t.lower == "," or t.lower in over for t in between)


def _privative(ctx: Context) -> frozenset[str]:
    """What takes a thing away from a phrase: "without"."""
    return clause_vocabulary("es" if ctx.language.startswith("es") else "en").privative


def _reaches(ctx: Context, cue: Cue, anchor: Span, whole: Span) -> bool:
    """Whether a negation stays with the words: none of a phrase before their verb ("talks without him failed"), none
    of a clause that an "and" divides from them."""
    if cue.span.end <= anchor.start and ctx.report.quote(cue.span).lower() in _privative(ctx):
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
