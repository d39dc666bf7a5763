"""Claims: every claim in one table, each on its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.claim import BAR, AsOfBasis, Claim, Modality
from habeas.publish.catalogue import Catalogue, anchor
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import answer, shortened, voice, when

__all__ = [
    "ClaimView",
    "FindingLink",
    "claim_view",
    "claims_sheets",
    "finding_links",
    "low_confidence_sheets",
]

_BASIS = {
    AsOfBasis.STATED: "",
    AsOfBasis.FROM_DOC: "reckoned from the report",
    AsOfBasis.FROM_OTHER_DOCS: "reckoned from other reports",
}


@dataclass(frozen=True, slots=True)
class FindingLink:
    """A link to a finding that a claim is part of."""

    href: str
    standing: Standing
    legend: Legend
    question: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a row shows it."""

    anchor: str
    kind: str
    subject: str
    property: str
    answer: str
    words: str
    words_href: str
    report: str
    report_title: str
    when: str
    when_basis: str
    place: str
    voice: str
    modality: str
    negated: bool
    confidence: int
    below_bar: bool
    findings: tuple[FindingLink, ...]


def finding_links(claim: Claim, catalogue: Catalogue, root: str = "") -> tuple[FindingLink, ...]:
    """Links to the findings that `claim` is part of."""
    links = []
    for finding in catalogue.findings_of.get(claim.id, ()):
        stands = standing(finding)
        href = catalogue.finding_href(finding.id, root) or ""
        links.append(FindingLink(href, stands, LEGEND[stands], finding.question))
    return tuple(links)


def claim_view(claim: Claim, catalogue: Catalogue) -> ClaimView:
    """The view of one claim."""
    return ClaimView(
        anchor=anchor("claim", claim.id),
        kind=claim.kind.value,
        subject=claim.subject,
        property=claim.property,
        answer=shortened(answer(claim), 160),
        words=shortened(claim.quote, 200),
        words_href=catalogue.words_href(claim),
        report=catalogue.labels[claim.doc],
        report_title=shortened(catalogue.title(claim.doc), 80),
        when=when(claim.as_of),
        when_basis=_BASIS[claim.as_of_basis] if claim.as_of_basis else "",
        place=claim.place or "",
        voice=voice(claim),
        modality="" if claim.modality is Modality.ASSERTED else claim.modality.value,
        negated=claim.negated,
        confidence=round(claim.confidence * 100),
        below_bar=claim.below_bar,
        findings=finding_links(claim, catalogue),
    )


def claims_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all claims, in the order of the reports."""
    for paging, part in sliced("claims", catalogue.dossier.claims):
        view = tuple(claim_view(claim, catalogue) for claim in part)
        yield Sheet(paging.href(paging.page), "claims", "Claims", "claims.html", view, paging)


@dataclass(frozen=True, slots=True)
class _LowConfidenceView:
    """Claims below `bar` per cent."""

    bar: int
    claims: tuple[ClaimView, ...]


def low_confidence_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the claims that are below the bar, set apart from the others."""
    below = [claim for claim in catalogue.dossier.claims if claim.below_bar]
    for paging, part in sliced("low-confidence", below):
        view = _LowConfidenceView(round(BAR * 100), tuple(claim_view(claim, catalogue) for claim in part))
        title = "Claims of low confidence"
        yield Sheet(paging.href(paging.page), "claims", title, "low_confidence.html", view, paging)
