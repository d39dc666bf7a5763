"""Catalogue: anything of a dossier by its id, and where on the site it stands."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from habeas.model.claim import Claim
from habeas.model.dossier import Dossier
from habeas.model.finding import Check, Finding
from habeas.model.lineage import Origin
from habeas.model.report import Report
from habeas.publish.standing import Standing, standing
from habeas.publish.wording import shortened

__all__ = [
    "FINDINGS_A_PAGE",
    "MANY_REPORTS",
    "MOST_ANSWERS",
    "MOST_CITES",
    "MOST_DRAWN",
    "PAGE_ROWS",
    "Catalogue",
    "Cite",
    "Cites",
    "anchor",
    "catalogue",
    "cites_each",
    "origins_in_order",
    "page_name",
    "page_size",
    "whole_stem",
]

PAGE_ROWS = 800
"""The most rows that a table on one page holds; a longer one is cut into pages that are shorter than this."""

FINDINGS_A_PAGE = 200
"""A finding takes the room of several rows."""

MANY_REPORTS = 1000
"""From this many reports on, what is one file a report is spread over 256 folders: no folder that a person or a program
cannot list, up to a million reports."""

MOST_CITES = 12
"""The most links after one statement."""

MOST_DRAWN = 40
"""The most reports that the picture of lineage shows; where there are more, origins have a list of their own."""

MOST_ANSWERS = 12
"""The most answers that a finding shows among others; one with more, or with more words, has a page of its own."""

_ORDER = tuple(Standing)
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Cite:
    """A link from a statement to the words it rests on."""

    href: str
    label: str
    words: str
    title: str


@dataclass(frozen=True, slots=True)
class Cites:
    """The links of one statement; `more` is how many are left to its finding or to `claims.jsonl`."""

    links: tuple[Cite, ...]
    more: int = 0


def anchor(prefix: str, name: str) -> str:
    """An id for use in a page and after `#` in a link.

    >>> anchor("claim", "a/b c")
    'claim-a-b-c'
    """
    return f"{prefix}-{_NOT_PLAIN.sub('-', name)}"


def page_name(stem: str, page: int) -> str:
    """The file of page `page` (counted from 0) of a table: `claims.html`, `claims/2.html`."""
    return f"{stem}.html" if page == 0 else f"{stem}/{page + 1}.html"


def page_size(total: int, most: int = PAGE_ROWS) -> int:
    """How many of `total` rows go on a page: all of up to `most`, else a number that is read and loaded at ease.

    >>> page_size(800), page_size(801)
    (800, 200)
    """
    return most if total <= most else most // 4


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Look-ups over one dossier, and links as seen from the page at whose place `root` leads to the first page.

    `labels` are the short names of reports ("R1"), `slugs` the names of their pages, in folders where reports are many.
    """

    dossier: Dossier
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    findings: tuple[Finding, ...]
    finding: Mapping[str, Finding]
    labels: Mapping[str, str]
    slugs: Mapping[str, str]
    origin_of: Mapping[str, str]
    origins: Mapping[str, Origin]
    claims_of: Mapping[str, tuple[Claim, ...]]
    findings_of: Mapping[str, tuple[Finding, ...]]
    checks_of: Mapping[str, tuple[Check, ...]]
    finding_pages: Mapping[str, str]
    claim_pages: Mapping[str, str]
    origin_pages: Mapping[str, str]
    root: str = ""

    def at(self, root: str) -> Catalogue:
        """The same with links as seen from another place in the folder."""
        return self if root == self.root else replace(self, root=root)

    def title(self, doc: str) -> str:
        """The headline of a report, else the name of its file."""
        report = self.reports[doc]
        return report.headline.value if report.headline else doc

    def report_href(self, doc: str) -> str:
        """Where the page of a report is."""
        return f"{self.root}report/{self.slugs[doc]}.html"

    def words_href(self, claim: Claim) -> str:
        """Where the words of a claim are highlighted."""
        return f"{self.report_href(claim.doc)}#{anchor('claim', claim.id)}"

    def claim_href(self, claim: Claim) -> str:
        """Where the full account of a claim is."""
        return f"{self.root}{self.claim_pages[claim.id]}#{anchor('claim', claim.id)}"

    def finding_href(self, finding: str) -> str | None:
        """Where a finding stands, None for an id that is no finding of the dossier."""
        page = self.finding_pages.get(finding)
        return f"{self.root}{page}#{anchor('finding', finding)}" if page else None

    def whole_href(self, finding: Finding) -> str:
        """The page that a finding with very many answers or words has of its own, "" for all others."""
        most = cites_each(finding)
        few = len(finding.answers) <= MOST_ANSWERS and all(len(a.claims) <= most for a in finding.answers)
        return "" if few else f"{self.root}{whole_stem(finding)}.html"

    def origin_href(self, origin: str) -> str:
        """Where an origin is shown with its reports."""
        if len(self.reports) <= MOST_DRAWN:
            return f"{self.root}lineage.html"
        return f"{self.root}{self.origin_pages[origin]}#{anchor('origin', origin)}"

    def cites(self, claims: Iterable[str], most: int = MOST_CITES) -> Cites:
        """Links to the words of `claims` (ids), numbered within each report: R1, R1.2, R2."""
        links: list[Cite] = []
        seen: dict[str, int] = defaultdict(int)
        known = [self.claims[c] for c in dict.fromkeys(claims) if c in self.claims]
        for claim in known[:most]:
            seen[claim.doc] += 1
            nth = seen[claim.doc]
            label = self.labels[claim.doc] + (f".{nth}" if nth > 1 else "")
            words = shortened(claim.quote)
            links.append(Cite(self.words_href(claim), label, words, shortened(self.title(claim.doc), 80)))
        return Cites(tuple(links), max(0, len(known) - most))


def catalogue(dossier: Dossier) -> Catalogue:
    """The catalogue of `dossier`."""
    docs = [report.doc for report in dossier.reports]
    findings = tuple(sorted(dossier.findings, key=_reading_order))
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in dossier.claims:
        by_doc[claim.doc].append(claim)
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for name in finding.claims:
            by_claim[name].append(finding)
    checked: dict[str, list[Check]] = defaultdict(list)
    for check in dossier.checks:
        for name in check.claims:
            checked[name].append(check)
    return Catalogue(
        dossier=dossier,
        reports={report.doc: report for report in dossier.reports},
        claims={claim.id: claim for claim in dossier.claims},
        findings=findings,
        finding={finding.id: finding for finding in findings},
        labels={doc: f"R{n}" for n, doc in enumerate(docs, 1)},
        slugs=_slugs(docs),
        origin_of={doc: origin.id for origin in dossier.lineage.origins for doc in origin.docs},
        origins={origin.id: origin for origin in dossier.lineage.origins},
        claims_of={doc: tuple(made) for doc, made in by_doc.items()},
        findings_of={claim: tuple(found) for claim, found in by_claim.items()},
        checks_of={claim: tuple(found) for claim, found in checked.items()},
        finding_pages=_pages("findings", [f.id for f in findings], FINDINGS_A_PAGE),
        claim_pages=_pages("claims", [c.id for c in dossier.claims]),
        origin_pages=_pages("origins", [origin.id for origin in origins_in_order(dossier)]),
    )


def _pages(stem: str, ids: list[str], most: int = PAGE_ROWS) -> Mapping[str, str]:
    """The page of each row of a table."""
    size = page_size(len(ids), most)
    return {one: page_name(stem, n // size) for n, one in enumerate(ids)}


def origins_in_order(dossier: Dossier) -> list[Origin]:
    """Origins of several reports first."""
    return sorted(dossier.lineage.origins, key=lambda origin: -len(origin.docs))


def cites_each(finding: Finding) -> int:
    """How many words of each of its answers a finding links to: fewer, the more answers it has."""
    return MOST_CITES if len(finding.answers) <= 3 else max(3, 36 // min(len(finding.answers), MOST_ANSWERS))


def whole_stem(finding: Finding) -> str:
    """The page, without its ending, that a finding with very many words has of its own."""
    return f"finding/{_folder(finding.id)}/{_NOT_PLAIN.sub('-', finding.id)}"


def _folder(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:2]


def _reading_order(finding: Finding) -> tuple[int, int, int]:
    """What a reader must see first: contested before agreed, then what more origins and more reports speak of."""
    return _ORDER.index(standing(finding)), -len(finding.origins), -len(finding.reports)


def _slugs(docs: list[str]) -> dict[str, str]:
    """Page names of reports: the plain stem, with a digest of the whole name where two would share it.

    Where reports are many, each stands in a folder named by two digits of a digest of its name.
    """
    stems = {doc: _NOT_PLAIN.sub("-", PurePosixPath(doc).stem).strip("-")[:60] for doc in docs}
    times: dict[str, int] = defaultdict(int)
    for stem in stems.values():
        times[stem.lower()] += 1
    names = {
        doc: stem
        if stem and times[stem.lower()] == 1
        else f"{stem or 'report'}-{hashlib.sha256(doc.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        for doc, stem in stems.items()
    }
    return (
        {doc: f"{_folder(doc)}/{name}" for doc, name in names.items()} if len(docs) >= MANY_REPORTS else names
    )
