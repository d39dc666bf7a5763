"""Citations that stand in the reports, with the pack's law where it knows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from habeas.model.claim import Claim
from habeas.model.record import Entry, Row
from habeas.model.span import Span
from habeas.packs.citations import citations
from habeas.reconcile.legal.citations import cited_laws
from habeas.record.collection import Collection

__all__ = ["cited_entries"]

NEAR = 200
"""Characters from a citation to the claim that rests on it, where none holds it."""


def cited_entries(part: str, held: Collection) -> tuple[Entry, ...]:
    """One entry with every citation of a statute or judgment that a report gives beside a claim."""
    laws = cited_laws(held.pack.laws)
    found: dict[tuple[str, ...], tuple[str, list[str]]] = defaultdict(lambda: ("", []))
    for report in held.reports:
        told = held.of_doc.get(report.doc, ())
        for citation in citations(report.text):
            words = " ".join(report.quote(citation.span).split())
            claims = _resting(citation.span, told)
            if claims:
                shown, ids = found[citation.keys]
                found[citation.keys] = (shown or words, [*ids, *claims])
    rows = tuple(
        Row(
            words,
            next((laws[k] for k in keys if k in laws), "not among the laws of the pack"),
            tuple(dict.fromkeys(ids)),
        )
        for keys, (words, ids) in found.items()
    )
    return (Entry(f"{part}:cited", "Citations in the reports", rows),) if rows else ()


def _resting(at: Span, told: Sequence[Claim]) -> list[str]:
    """The claims that hold the citation, else the one that stands nearest."""
    over = [c.id for c in told if c.span.overlaps(at)]
    if over:
        return over
    near = [(abs(c.span.end - at.start), c.id) for c in told if abs(c.span.end - at.start) <= NEAR]
    return [min(near)[1]] if near else []
