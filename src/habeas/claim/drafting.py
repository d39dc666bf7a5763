"""Drafting: what every claim made from words has in common, filled from the context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.claim.context import AsOf, Context, apart, as_of, chain, modality, place
from habeas.model.claim import Assertor, Claim, Kind, Modality, Slot
from habeas.model.span import Span

__all__ = ["BESIDES", "Around", "Draft", "drafted"]

BESIDES: Final = 0.5
"""What is left of a rule's prior for the kinds that words are claimed as besides the foremost: of a ruling, the event."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its context is asked. `anchor` is the span whose speaker, date and modality count:
    the verb or the noun that carries the claim. A modality of ASSERTED is that of names and nouns: what their clause plans or
    supposes, they are all the same. `accuser` is who accuses by the words themselves ("X criticised Y"). `within` are the words whose negations count, where they are fewer
    than those of `span`, `doer` the words that name who does what the anchor tells."""

    kind: Kind
    subject: str
    property: str
    value: str
    span: Span
    anchor: Span
    frame: str
    confidence: float
    modality: Modality | None = None
    negated: bool = False
    part: str | None = None
    subject_type: str | None = None
    slots: tuple[Slot, ...] = ()
    when: AsOf | None = None
    within: Span | None = None
    accuser: str | None = None
    doer: Span | None = None


Around = tuple[AsOf, tuple[Assertor, ...], str | None]
"""Date, speakers and place of an anchor."""


def drafted(ctx: Context, draft: Draft, around: dict[Span, Around]) -> Claim:
    """The claim of a draft, with its speaker, date, place and modality; its id is left empty. `around` holds what is
    known of anchors: drafts of several kinds share theirs."""
    held = around.get(draft.anchor)
    if held is None:
        anchor = draft.anchor
        said = chain(ctx, anchor) if draft.doer is None else apart(ctx, anchor, draft.doer)
        held = around[anchor] = (as_of(ctx, anchor), said, place(ctx, anchor))
    when = draft.when or held[0]
    firmness, negated = modality(ctx, draft.anchor, draft.within or draft.span)
    stronger = _STRONGER if draft.modality is not Modality.ASSERTED else _OF_NAMES
    chosen = firmness if draft.modality is None or firmness in stronger else draft.modality
    return Claim(
        id="",
        doc=ctx.report.doc,
        report=ctx.report.sha256,
        kind=draft.kind,
        subject=draft.subject,
        property=draft.property,
        value=draft.value,
        span=draft.span,
        quote=ctx.report.quote(draft.span),
        as_of=when.as_of,
        as_of_basis=when.basis,
        earliest=when.earliest,
        latest=when.latest,
        place=held[2],
        asserted_by=held[1] or ((Assertor(draft.accuser),) if draft.accuser else ()),
        modality=chosen,
        negated=negated or draft.negated,
        subject_type=draft.subject_type,
        slots=draft.slots,
        part=draft.part or None,
        frame=draft.frame,
        confidence=draft.confidence,
    )


_STRONGER = (Modality.ALLEGED, Modality.DENIED, Modality.OPINION)
_OF_NAMES = (Modality.ALLEGED, Modality.DENIED)
"""What can be said of a name or a noun by a word in front of it ("the alleged"), and not by the clause around them."""
