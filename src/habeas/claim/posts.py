"""Claims from embedded posts: the poster's own words, given to the poster and never to the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claim.indexes import Context
from habeas.model.claim import AsOfBasis, Assertor, Claim, Kind
from habeas.model.marks import EntityType
from habeas.model.report import NoiseKind
from habeas.model.span import Span

__all__ = ["post_claims"]

_SIGNATURE = re.compile(r"^[—–-]{1,2}\s*(?P<name>[^\n(@]{2,80}?)\s*\((?P<handle>@\w{1,30})\)", re.M)
_LINK = re.compile(r"\s*(?:pic\.\w+\.com/\S+|https?://\S+|t\.co/\S+)\s*$")
_SURENESS = 0.8


def post_claims(ctx: Context) -> Iterator[Claim]:
    """One quotation a paragraph of each signed embedded post. A report that shows a post and also quotes it holds the
    words twice: both are the same person's, so neither counts as a second source."""
    for block in ctx.report.blocks:
        if block.noise is not NoiseKind.EMBEDDED_POST:
            continue
        text = ctx.report.quote(block.span)
        signed = _SIGNATURE.search(text)
        if signed is None:
            continue
        speaker = _poster(ctx, signed["name"].strip())
        for line in re.finditer(r"[^\n]+", text[: signed.start()]):
            words = _LINK.sub("", line.group().rstrip())
            lead = len(words) - len(words.lstrip(" >|"))
            span = Span(block.span.start + line.start() + lead, block.span.start + line.start() + len(words))
            if len(words.split()) >= 3:
                yield _claim(ctx, span, speaker)


def _poster(ctx: Context, signature: str) -> str:
    """The account's name, or the person of the report that it names ("Secretary Ada Lund" is Ada Lund)."""
    known = [
        e.name for e in ctx.marks.entities if e.type is EntityType.PERSON and e.named and e.name in signature
    ]
    return max(known, key=len, default=signature)


def _claim(ctx: Context, span: Span, speaker: str) -> Claim:
    words = ctx.report.quote(span)
    published = ctx.report.published_date
    return Claim(
        id="",
        doc=ctx.report.doc,
        report=ctx.report.sha256,
        kind=Kind.QUOTATION,
        subject=speaker,
        property="wrote in an embedded post",
        value=words,
        span=span,
        quote=words,
        as_of=published.isoformat()[:7] if published else None,
        as_of_basis=AsOfBasis.FROM_DOC if published else None,
        latest=published,
        asserted_by=(Assertor(name=speaker, via="embedded post"),),
        subject_type="person",
        part="statement",
        frame="embedded_post",
        confidence=_SURENESS,
    )
