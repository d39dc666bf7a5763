"""Marks as flat rows: the lines of `habeas marks`, so that each layer can be measured by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from habeas.model.marks import Attribution, Marks
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["MarkRow", "rows"]

MarkRow: TypeAlias = dict[str, str | int | float | None]


def rows(report: Report, marks: Marks) -> Iterator[MarkRow]:
    """One row a mark, in text order within each kind: `doc, kind, start, end, text` and the kind's own fields."""

    def row(kind: str, span: Span) -> MarkRow:
        return {
            "doc": report.doc,
            "kind": kind,
            "start": span.start,
            "end": span.end,
            "text": report.quote(span),
        }

    for block in report.blocks:
        if block.noise is not None:
            yield row("noise", block.span) | {"noise": str(block.noise)}
    for sentence in marks.sentences:
        yield row("sentence", sentence.span)
    for mention in marks.mentions:
        entity = marks.entities[mention.entity]
        yield row("name", mention.span) | {
            "type": str(entity.type),
            "entity": entity.name,
            "form": str(mention.form),
        }
    for quantity in marks.quantities:
        yield row("quantity", quantity.span) | {
            "quantity": str(quantity.kind),
            "value": quantity.value,
            "value_max": quantity.value_max,
            "unit": f"{quantity.unit or ''} per {quantity.per}".strip() if quantity.per else quantity.unit,
            "comparator": str(quantity.comparator),
            "noun": report.quote(quantity.noun) if quantity.noun else None,
        }
    for moment in marks.moments:
        yield row("moment", moment.span) | {
            "timex": moment.timex,
            "timex_type": moment.kind,
            "earliest": moment.earliest.isoformat() if moment.earliest else None,
            "latest": moment.latest.isoformat() if moment.latest else None,
            "basis": moment.basis,
        }
    speakers = {q: said for said in marks.attributions for q in said.quotations}
    for index, quotation in enumerate(marks.quotations):
        yield (
            row("quotation", quotation.span) | {"group": quotation.group} | _said(report, speakers.get(index))
        )
    for said in marks.attributions:
        yield (
            row("attribution", said.content)
            | {"attribution": str(said.kind), "via": said.via}
            | _said(report, said)
        )
    for kind, cues in (("hedge", marks.hedges), ("negation", marks.negations)):
        for cue in cues:
            yield row(kind, cue.span) | {"modality": cue.modality, "scope": report.quote(cue.scope)}


def _said(report: Report, said: Attribution | None) -> MarkRow:
    if said is None:
        return {"speaker": None, "speaker_start": None, "speaker_end": None, "cue": None}
    return {
        "speaker": said.speaker,
        "speaker_start": said.source.start if said.source else None,
        "speaker_end": said.source.end if said.source else None,
        "cue": report.quote(said.cue) if said.cue else None,
    }
