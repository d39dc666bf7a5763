"""Who asserts a span: the assertion chain, the outlet that relays it, and whom the speaker passes on."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claim.acts import is_act, is_withheld
from habeas.claim.indexes import Context
from habeas.model.claim import Assertor
from habeas.model.marks import Attribution, AttributionKind, EntityType
from habeas.model.span import Span

__all__ = ["Voice", "apart", "chain", "voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind words.

    `asserted_by` is outermost first and its last link is the one whose claim it is; empty for the report's own
    voice. `via` is the outlet that the report had it from ("according to Fox News"): an outlet relays, it is no
    speaker. `relaying` names those whose words the last speaker passes on, outermost first.
    """

    asserted_by: tuple[Assertor, ...] = ()
    via: str | None = None
    relaying: tuple[str, ...] = ()


def chain(ctx: Context, span: Span) -> tuple[Assertor, ...]:
    """The assertion chain of the words at `span`, outermost first; empty for the report's own voice.

    Pass the words that carry the claim (the number, the trigger), not a stretch that includes "X said".
    """
    held = ctx.said.get(span)
    if held is None:
        held = ctx.said[span] = voice(ctx, span).asserted_by
    return held


def apart(ctx: Context, span: Span, doer: Span) -> tuple[Assertor, ...]:
    """The assertion chain of the words at `span`, without whoever does what they tell: of "the court found that it was late and
    [ordered] a stay" nobody says that the court ordered it."""
    links = chain(ctx, span)
    if not links or not any(_is_of(a, doer) for a in ctx.speech_at(span.start)):
        return links
    return voice(ctx, span, doer).asserted_by


def _is_of(attribution: Attribution, doer: Span) -> bool:
    """Whether the words at `doer` name the source of what is told in the report's own words."""
    source = attribution.source
    told = attribution.kind is not AttributionKind.QUOTED
    return told and source is not None and source.start < doer.end and doer.start < source.end


def voice(ctx: Context, span: Span, doer: Span | None = None) -> Voice:
    """Who stands behind the words at `span`; of what `doer` does, the one whom these words name says nothing.

    What stands in somebody's quotation is that person's claim, even where they pass on another's words; in indirect
    speech the outermost speaker is the one who claims.
    """
    layers = _layers(ctx, span)
    if doer is not None:
        layers = [a for a in layers if not _is_of(a, doer)]
    if not layers:
        return _OWN
    outlets = [a for a in layers if _is_outlet(ctx, a)]
    speakers = _distinct([a for a in layers if a.speaker and not _is_outlet(ctx, a)])
    via = _outlet_name(outlets[0]) if outlets else None
    if not speakers:
        return Voice(via=via)
    quoted = [i for i, a in enumerate(speakers) if a.kind is AttributionKind.QUOTED]
    last = quoted[-1] if quoted else 0
    links = tuple(Assertor(a.speaker or "", a.role, a.via or via) for a in speakers[: last + 1])
    return Voice(links, via, tuple(a.speaker or "" for a in speakers[last + 1 :]))


_OWN = Voice()


def _layers(ctx: Context, span: Span) -> list[Attribution]:
    """The attributions whose words hold `span`, outermost first."""
    near = ctx.speech_at(span.start)
    if not near:
        return []
    found: list[tuple[int, int, int]] = []
    for order, attribution in enumerate(near):
        extent = _extent(ctx, attribution, span)
        if extent is not None and not is_act(ctx, attribution) and not is_withheld(ctx, attribution):
            quoted = attribution.kind is AttributionKind.QUOTED
            found.append((extent.start - extent.end, int(quoted), order))
    if len(found) > 1:
        found.sort()
    return [near[order] for _, _, order in found]


def _extent(ctx: Context, attribution: Attribution, span: Span) -> Span | None:
    """The stretch of `attribution` that holds `span`: one of its quotations, else its whole content."""
    start, end = span.start, span.end
    for index in attribution.quotations:
        quoted = ctx.marks.quotations[index].span
        if quoted.start <= start and end <= quoted.end:
            return quoted
    content = attribution.content
    if content.start <= start and end <= content.end and not _is_source(attribution, span):
        return content
    return None


def _is_source(attribution: Attribution, span: Span) -> bool:
    """Whether `span` is in the words that name the source, which can stand inside the content."""
    return attribution.source is not None and attribution.source.contains(span)


def _is_outlet(ctx: Context, attribution: Attribution) -> bool:
    if attribution.speaker is None or attribution.speaker == attribution.via:
        return attribution.via is not None
    if attribution.entity is None:
        return False
    return ctx.marks.entities[attribution.entity].type is EntityType.MEDIUM


def _outlet_name(attribution: Attribution) -> str | None:
    return attribution.speaker or attribution.via


def _distinct(layers: list[Attribution]) -> list[Attribution]:
    """Without a speaker's second layer around the same words; the inner one is kept where it quotes."""
    kept: list[Attribution] = []
    for attribution in layers:
        twin = next((i for i, a in enumerate(kept) if _same(a, attribution)), None)
        if twin is None:
            kept.append(attribution)
        elif attribution.kind is AttributionKind.QUOTED:
            kept[twin] = attribution
    return kept


def _same(a: Attribution, b: Attribution) -> bool:
    return a.speaker == b.speaker or (a.entity is not None and a.entity == b.entity)
