"""Rows: a claim as the desk's pages show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.ledger import ClaimView
from habeas.model.claim import Claim, Modality
from habeas.publish.catalogue import anchor
from habeas.publish.wording import answer, chain, shortened, when

__all__ = ["ClaimRow", "claim_href", "claim_row", "status_words"]

_STATUS = {
    "agree": "agree",
    "refines": "refine",
    "conflict": "contested",
    "superseded": "overtaken",
    "single_source": "single source",
    "different_scope": "different scope",
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim: what it says, where it stands, and what was decided on it."""

    id: str
    anchor: str
    kind: str
    subject: str
    property: str
    answer: str
    words: str
    doc: str
    words_href: str
    when: str
    voice: str
    modality: str
    negated: bool
    confidence: int
    below_bar: bool
    reader: str
    origin: str
    verdict: str
    decision: int | None
    findings: tuple[tuple[str, str], ...]


def claim_row(view: ClaimView) -> ClaimRow:
    """The row of one claim."""
    claim = view.claim
    mark = anchor("claim", claim.id)
    return ClaimRow(
        id=claim.id,
        anchor=mark,
        kind=claim.kind.value,
        subject=claim.subject,
        property=claim.property,
        answer=shortened(answer(claim), 160),
        words=shortened(claim.quote, 240),
        doc=claim.doc,
        words_href=claim_href(claim),
        when=when(claim.as_of),
        voice=chain(claim.asserted_by),
        modality="" if claim.modality is Modality.ASSERTED else claim.modality.value,
        negated=claim.negated,
        confidence=round(claim.confidence * 100),
        below_bar=claim.below_bar,
        reader=claim.reader or "",
        origin=view.origin,
        verdict=view.verdict or "",
        decision=view.decision,
        findings=_distinct(view.findings),
    )


def claim_href(claim: Claim) -> str:
    """The address of a claim's words in their report."""
    return f"/reports/{claim.report}#{anchor('claim', claim.id)}"


def _distinct(findings: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The findings a claim stands in, one for each status."""
    by_status = {status: name for name, status in reversed(findings)}
    return tuple((name, status) for status, name in by_status.items())


def status_words(status: str) -> str:
    """The status of a finding in a word or two.

    >>> status_words("single_source")
    'single source'
    """
    return _STATUS.get(status, status.replace("_", " "))
