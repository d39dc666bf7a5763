"""The stage in one function: what is marked, in order."""

from __future__ import annotations

from habeas.mark.attributions import attributions
from habeas.mark.hedges import hedges, negations
from habeas.mark.moments import moments
from habeas.mark.names import names
from habeas.mark.quantities import quantities
from habeas.mark.quotations import quotations
from habeas.mark.sentences import sentences
from habeas.mark.tokens import tokens
from habeas.model.marks import Marks
from habeas.model.pack import Pack
from habeas.model.report import Report

__all__ = ["mark"]


def mark(report: Report, pack: Pack) -> Marks:
    """All marks of one report. Pure: the same report and pack give the same marks."""
    words = tokens(report)
    parts = sentences(report, words)
    quoted = quotations(report, parts, words)
    when = moments(report, words, parts)
    counted = quantities(report, words, parts, when)
    entities, mentions = names(report, words, parts, pack)
    said = attributions(report, words, parts, quoted, entities, mentions)
    return Marks(
        doc=report.doc,
        language=report.language,
        tokens=words,
        sentences=parts,
        entities=entities,
        mentions=mentions,
        quotations=quoted,
        quantities=counted,
        moments=when,
        attributions=said,
        hedges=hedges(report, words, parts),
        negations=negations(report, words, parts),
    )
