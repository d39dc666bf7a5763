"""Quotation claims: what somebody is quoted as saying, word for word."""

from __future__ import annotations

from habeas.claim.chains import voice
from habeas.claim.dates import as_of
from habeas.claim.indexes import Context
from habeas.claim.modality import modality
from habeas.claim.subjects import place
from habeas.model.claim import Claim, Kind, Unclaimed
from habeas.model.marks import Attribution, AttributionKind, Quotation
from habeas.model.span import Span

__all__ = ["quotation_claims"]

_LABEL = 8
"""Words of the longest title or nickname."""
_SMALL = 3
"""Letters of a word that a title may write small."""
_APPOSED = 6
"""Tokens after a title among which the sort of work is told (", a short documentary")."""
_STOPS = ".,!?…"
_NOBODY = "speaker not named"
_SAID = {"en": "said", "es": "dijo"}


def quotation_claims(ctx: Context) -> tuple[Claim | Unclaimed, ...]:
    """One outcome for each quotation mark, in text order. The claims have no id yet."""
    speakers = _speakers(ctx)
    return tuple(
        _outcome(ctx, quotation, speakers.get(index)) for index, quotation in enumerate(ctx.marks.quotations)
    )


def _speakers(ctx: Context) -> dict[int, Attribution]:
    """The attribution of each quotation; one that says who speaks before one that does not."""
    found: dict[int, Attribution] = {}
    for attribution in ctx.marks.attributions:
        for index in attribution.quotations:
            if index not in found or (found[index].speaker is None and attribution.speaker):
                found[index] = attribution
    return found


def _outcome(ctx: Context, quotation: Quotation, said: Attribution | None) -> Claim | Unclaimed:
    reason = _reason(ctx, quotation, said)
    if reason is not None:
        return Unclaimed(
            doc=ctx.report.doc,
            report=ctx.report.sha256,
            kind=Kind.QUOTATION.value,
            span=quotation.span,
            quote=ctx.report.quote(quotation.span),
            reason=reason,
        )
    return _claim(ctx, quotation, said)


def _reason(ctx: Context, quotation: Quotation, said: Attribution | None) -> str | None:
    """Why the quotation is no claim of its own."""
    named = said is not None and said.speaker is not None
    if not ctx.report.quote(quotation.span).strip():
        return "nothing between the marks"
    if quotation.inner and not named:
        return "inside another quotation, without a speaker of its own"
    if _is_crosshead(ctx, quotation):
        return "a crosshead"
    if _is_label(ctx, quotation, named):
        return "a name or title"
    return None


def _is_crosshead(ctx: Context, quotation: Quotation) -> bool:
    """Whether a few words in marks stand on a line of their own, without the stop of a sentence, below the first line: they
    head what follows, which quotes them."""
    text, outer = ctx.report.text, quotation.outer
    alone = text[outer.start - 1 : outer.start] == "\n" and text[outer.end : outer.end + 1] == "\n"
    if not alone or text[quotation.span.end - 1] in _STOPS or not text[: outer.start].strip():
        return False
    first, last = ctx.token_range(quotation.span)
    return last - first <= _LABEL


def _is_label(ctx: Context, quotation: Quotation, named: bool) -> bool:
    """Whether marks are set around what something is known as ("also known as “the Rock”"), or around a title."""
    first, last = ctx.token_range(quotation.span)
    tokens = ctx.marks.tokens
    words = ctx.words
    if first < last and tokens[first].lower in words.instruments:
        long = [t for t in tokens[first:last] if t.end - t.start > _SMALL]
        if len(long) > 1 and 2 * sum(ctx.report.text[t.start].isupper() for t in long) > len(long):
            return True  # "the draft of “Agreement on the Transfer of Sentenced Persons”"
    if last - first > _LABEL:
        return False
    part = quotation.scare or quotation.fragment
    before = [t.lower for t in tokens[max(0, first - 5) : first] if t.lower[0].isalnum() or t.lower == "-"]
    if part and before and not named and any(w in words.naming for w in (*before[-3:], "".join(before[-3:]))):
        return True
    if part and "as" in before[-2:] and "known" in before:
        return True
    capitals = [ctx.report.text[t.start].isupper() for t in tokens[first:last] if t.end - t.start > _SMALL]
    if len(capitals) < 2 or not all(capitals):
        return False
    return not words.works.isdisjoint(before) or _is_work(ctx, last)


def _is_work(ctx: Context, last: int) -> bool:
    """Whether what follows the token `last` says that the words before it are a title: "“Stone Rain”, a documentary"."""
    words = ctx.words
    after = [t.lower for t in ctx.marks.tokens[last : last + _APPOSED]]
    while after and not after[0][0].isalnum():
        after.pop(0)
    return len(after) > 1 and after[0] in words.articles and not words.works.isdisjoint(after[1:])


def _claim(ctx: Context, quotation: Quotation, said: Attribution | None) -> Claim:
    span = quotation.span
    heard = voice(ctx, span)
    when = as_of(ctx, _saying(quotation, said), apart=quotation.span)
    firmness, negated = modality(ctx, quotation.outer)
    speaker = said.speaker if said is not None and said.speaker else None
    last = heard.asserted_by[-1].name if heard.asserted_by else None
    words = ctx.report.quote(span)
    return Claim(
        id="",
        doc=ctx.report.doc,
        report=ctx.report.sha256,
        kind=Kind.QUOTATION,
        subject=speaker or last or _NOBODY,
        property=_cue(ctx, said),
        value=words,
        span=span,
        quote=words,
        as_of=when.as_of,
        as_of_basis=when.basis,
        earliest=when.earliest,
        latest=when.latest,
        place=place(ctx, quotation.outer),
        asserted_by=heard.asserted_by,
        modality=firmness,
        negated=negated,
        subject_type=_type(ctx, said),
        part="statement" if not quotation.scare else None,
        frame="quotation",
        confidence=_confidence(quotation, said),
        via=heard.via,
        relaying=heard.relaying,
    )


def _saying(quotation: Quotation, said: Attribution | None) -> Span:
    """Where the act of saying stands: the cue, else the source, else the quotation."""
    if said is None:
        return quotation.outer
    return said.cue or said.source or quotation.outer


def _cue(ctx: Context, said: Attribution | None) -> str:
    """The saying words, folded ("said", "wrote in a letter"); a plain "said" where only the speaker is known."""
    cue = "" if said is None or said.cue is None else ctx.report.quote(said.cue)
    if not cue[:1].isalpha():  # nobody is said to speak, or a headline's colon says it
        return _SAID.get(ctx.language[:2], "said")
    return " ".join(cue.lower().split())


def _type(ctx: Context, said: Attribution | None) -> str | None:
    if said is None or said.entity is None:
        return None
    return ctx.marks.entities[said.entity].type.value


def _confidence(quotation: Quotation, said: Attribution | None) -> float:
    """A prior by rule: how plainly the report ties the words to a speaker."""
    if said is None or said.speaker is None:
        return 0.4
    if said.implied:
        return 0.7
    if said.kind is not AttributionKind.QUOTED or quotation.fragment:
        return 0.8
    return 0.9
