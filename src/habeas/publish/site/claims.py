"""Claims: every claim in one table, each on its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.claim import BAR, AsOfBasis, Claim, Kind, Modality
from habeas.publish.catalogue import PAGE_ROWS, Catalogue, anchor
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.standing import LEGEND, Legend, Standing, standing
from habeas.publish.wording import alphabetical, answer, shortened, voice, when

__all__ = [
    "ClaimView",
    "FindingLink",
    "ShortClaim",
    "claim_view",
    "claims_sheets",
    "finding_links",
    "kinds_sheets",
    "low_confidence_sheets",
    "short_claim",
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
    reader: str
    findings: tuple[FindingLink, ...]


def finding_links(claim: Claim, catalogue: Catalogue) -> tuple[FindingLink, ...]:
    """Links to the findings that `claim` is part of."""
    links = []
    for finding in catalogue.findings_of.get(claim.id, ()):
        stands = standing(finding)
        href = catalogue.finding_href(finding.id) or ""
        links.append(FindingLink(href, stands, LEGEND[stands], finding.question))
    return tuple(links)


def claim_view(claim: Claim, catalogue: Catalogue) -> ClaimView:
    """The view of one claim."""
    return ClaimView(
        anchor=anchor("claim", claim.id),
        kind=claim.kind.value,
        subject=claim.subject,
        property=claim.property.replace("_", " "),
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
        reader=claim.reader or "",
        findings=finding_links(claim, catalogue),
    )


def claims_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all claims, in the order of the reports."""
    kinds = Counter(claim.kind for claim in catalogue.dossier.claims)
    for paging, part in sliced("claims", catalogue.dossier.claims):
        seen = catalogue.at(paging.root)
        jumps: dict[str, _Jump] = {}
        ways: tuple[_Jump, ...] = ()
        if paging.pages > 1:
            for claim in part:
                label = catalogue.labels[claim.doc]
                title = shortened(catalogue.title(claim.doc), 60)
                jumps.setdefault(claim.doc, _Jump(f"#{anchor('claim', claim.id)}", label, title))
            ways = tuple(
                _Jump(f"{paging.root}{_kind_stem(kind)}.html", kind.value, f"{kinds[kind]:,}")
                for kind in Kind
                if kind in kinds
            )
        views = tuple(claim_view(claim, seen) for claim in part)
        view = _ClaimsView(views, tuple(jumps.values()), ways)
        yield Sheet(paging.path, "claims", "Claims", "claims.html", view, paging)


def _kind_stem(kind: Kind) -> str:
    return f"kind-{kind.value}"


def kinds_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """Claims by their kind and subject, a short line each, where all claims do not stand on one page."""
    claims = catalogue.dossier.claims
    if len(claims) <= PAGE_ROWS:
        return
    for kind in Kind:
        rows = sorted(
            (c for c in claims if c.kind is kind), key=lambda c: (alphabetical(c.subject), c.property)
        )
        for paging, part in sliced(_kind_stem(kind), rows) if rows else ():
            seen = catalogue.at(paging.root)
            view = _KindView(kind.value, tuple(short_claim(claim, seen) for claim in part))
            yield Sheet(paging.path, "claims", f"Claims: {kind.value}", "kind.html", view, paging)


def short_claim(claim: Claim, catalogue: Catalogue) -> ShortClaim:
    """A claim in the fewest words."""
    return ShortClaim(
        subject=claim.subject,
        property=claim.property.replace("_", " "),
        answer=shortened(answer(claim), 100),
        when=when(claim.as_of),
        words_href=catalogue.words_href(claim),
        report=catalogue.labels[claim.doc],
        report_title=shortened(catalogue.title(claim.doc), 60),
    )


@dataclass(frozen=True, slots=True)
class ShortClaim:
    """A claim as a line of a list."""

    subject: str
    property: str
    answer: str
    when: str
    words_href: str
    report: str
    report_title: str


@dataclass(frozen=True, slots=True)
class _Jump:
    href: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class _ClaimsView:
    """Claims of a page; where there are more pages, the reports on this one, and the lists by kind."""

    claims: tuple[ClaimView, ...]
    reports: tuple[_Jump, ...]
    kinds: tuple[_Jump, ...]


@dataclass(frozen=True, slots=True)
class _KindView:
    kind: str
    claims: tuple[ShortClaim, ...]


@dataclass(frozen=True, slots=True)
class _LowConfidenceView:
    """Claims below `bar` per cent."""

    bar: int
    claims: tuple[ClaimView, ...]
    proposed: bool


def low_confidence_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the claims that are below the bar, set apart from the others."""
    below = [claim for claim in catalogue.dossier.claims if claim.below_bar]
    for paging, part in sliced("low-confidence", below):
        seen = catalogue.at(paging.root)
        rows = tuple(claim_view(claim, seen) for claim in part)
        view = _LowConfidenceView(round(BAR * 100), rows, any(row.reader for row in rows))
        title = "Claims of low confidence"
        yield Sheet(paging.path, "claims", title, "low_confidence.html", view, paging)
