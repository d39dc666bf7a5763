"""Holding: a proposal against the report. It becomes a claim only if everything in it stands in the report's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from habeas.model.claim import READER, Assertor, Claim, Kind
from habeas.model.dossier import Understood
from habeas.model.marks import Comparator, Quantity
from habeas.model.pack import Pack, Property
from habeas.model.report import BlockKind
from habeas.model.span import Span
from habeas.second_reader.proposals import Dropped, Proposal

__all__ = ["Held", "held"]

_LENGTH = 12
"""Hex digits of an id, as of every claim."""


@dataclass(frozen=True, slots=True)
class Held:
    """What proposals on one report are held against: the report as understood, its noise, the pack's properties."""

    understood: Understood
    noise: tuple[Span, ...]
    properties: Mapping[str, Property]
    reader: str

    @classmethod
    def of(cls, understood: Understood, pack: Pack, reader: str) -> Held:
        """The report `understood`, for proposals of `reader`."""
        blocks = understood.report.blocks
        noise = tuple(block.span for block in blocks if block.kind is BlockKind.NOISE)
        return cls(understood, noise, {p.id: p for p in reversed(pack.properties)}, reader)


def held(proposal: Proposal, within: Span, known: Held) -> Claim | Dropped:
    """The claim that `proposal` makes of the part `within` of its report, or why it makes none."""
    text = known.understood.report.text
    span = _place(proposal, within, text)
    if isinstance(span, Dropped):
        return span
    if _cuts(text, span):
        return Dropped.CUT
    if any(span.overlaps(noise) for noise in known.noise):
        return Dropped.NOISE
    if not _stands(proposal.subject, text):
        return Dropped.SUBJECT
    if proposal.speaker is not None and not _stands(proposal.speaker, text):
        return Dropped.SPEAKER
    words = span.of(text)
    if proposal.property not in known.properties and not _stands(proposal.property, words):
        return Dropped.PROPERTY
    return _valued(proposal, span, known)


def _valued(proposal: Proposal, span: Span, known: Held) -> Claim | Dropped:
    """The claim with its value, which the reader may only point at: the program reads it from the words."""
    words = span.of(known.understood.report.text)
    if proposal.kind is Kind.QUANTITY:
        number = _number(proposal.value, span, known.understood.marks.quantities)
        if number is None:
            return Dropped.VALUE
        return _claim(proposal, span, number.value, known, number)
    if proposal.kind is Kind.QUOTATION:
        quoted = known.understood.marks.quotations
        if not any(one.outer.contains(span) for one in quoted):
            return Dropped.NO_QUOTATION
        return _claim(proposal, span, words, known)
    if not isinstance(proposal.value, str) or not _stands(proposal.value.strip(), words):
        return Dropped.VALUE
    return _claim(proposal, span, " ".join(proposal.value.split()), known)


def _claim(
    proposal: Proposal,
    span: Span,
    value: int | float | str,
    known: Held,
    number: Quantity | None = None,
) -> Claim:
    report = known.understood.report
    asked = known.properties.get(proposal.property)
    subject = " ".join(proposal.subject.split())
    property_ = " ".join(proposal.property.split())
    said = (known.reader, report.sha256, proposal.kind, *span, property_, value, subject)
    return Claim(
        id=sha256("\x1f".join(map(str, said)).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH],
        doc=report.doc,
        report=report.sha256,
        kind=proposal.kind,
        subject=subject,
        property=property_,
        value=value,
        span=span,
        quote=span.of(report.text),
        value_max=number.value_max if number else None,
        unit=_unit(number, asked, report.text) if number else None,
        comparator=number.comparator if number else Comparator.EXACT,
        asserted_by=(Assertor(" ".join(proposal.speaker.split())),) if proposal.speaker else (),
        modality=proposal.modality,
        negated=proposal.negated,
        part=asked.part if asked else None,
        frame=f"{READER}{known.reader}",
        # Nobody has measured how often this reader is right.
        confidence=0.0,
    )


def _unit(number: Quantity, asked: Property | None, text: str) -> str | None:
    if number.unit is not None:
        return number.unit
    if asked is not None and asked.unit:
        return asked.unit
    return number.noun.of(text) if number.noun else None


def _place(proposal: Proposal, within: Span, text: str) -> Span | Dropped:
    """Where the words stand: at the place given, else the one place where they are found.

    White space counts as white space, as models write line breaks as blanks; the claim quotes the report's own.
    """
    words = proposal.quote.split()
    if proposal.start is not None and proposal.end is not None:
        span = Span(within.start + proposal.start, within.start + proposal.end)
        stands = 0 <= proposal.start < proposal.end and span.end <= within.end
        if not stands or span.of(text).split() != words:
            return Dropped.NOT_AT_SPAN
        return _trimmed(span, text)
    found = re.compile(r"\s+".join(map(re.escape, words))).finditer(text, within.start, within.end)
    first, second = next(found, None), next(found, None)
    if first is None:
        return Dropped.NOT_THERE
    return Dropped.SEVERAL if second is not None else Span(*first.span())


def _trimmed(span: Span, text: str) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _cuts(text: str, span: Span) -> bool:
    """Whether a word or a number goes on beyond an end of `span`.

    >>> _cuts("1,400 men", Span(2, 5)), _cuts("1,400 men", Span(0, 5))
    (True, False)
    """
    before, after = text[: span.start][-2:], text[span.end : span.end + 2]
    words = span.of(text)
    joined_before = before[-1:].isalnum() or _goes_on(before[::-1], words[0])
    joined_after = after[:1].isalnum() or _goes_on(after, words[-1])
    return (words[0].isalnum() and joined_before) or (words[-1].isalnum() and joined_after)


def _goes_on(outside: str, edge: str) -> bool:
    """Whether a number goes on behind a point or comma: the outside is read away from the span."""
    return edge.isdigit() and len(outside) == 2 and outside[0] in ".,\u00a0" and outside[1].isdigit()


def _stands(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as whole words, white space aside."""
    parts: Sequence[str] = words.split()
    if not parts:
        return False
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    return any(not _cuts(text, Span(*found.span())) for found in pattern.finditer(text))


def _number(value: object, span: Span, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number of the report's marks that the value names, inside the words of the proposal."""
    inside = (q for q in quantities if span.contains(q.number))
    return next((q for q in inside if value in (q.value, q.value_max)), None)
