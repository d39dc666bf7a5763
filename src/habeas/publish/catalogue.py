"""Catalogue: anything of a dossier by its id, and where on the site it stands."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from habeas.model.claim import Claim
from habeas.model.dossier import Dossier
from habeas.model.finding import Check, Finding
from habeas.model.report import Report
from habeas.publish.standing import Standing, standing
from habeas.publish.wording import shortened

__all__ = ["FINDINGS_A_PAGE", "PAGE_ROWS", "Catalogue", "Cite", "Cites", "anchor", "catalogue", "page_name"]

PAGE_ROWS = 500
"""The most rows that one page of a table holds."""

FINDINGS_A_PAGE = 150
"""A finding takes the room of several rows."""

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
    """The file of page `page` (counted from 0) of a table: `claims.html`, `claims-2.html`."""
    return f"{stem}.html" if page == 0 else f"{stem}-{page + 1}.html"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Look-ups over one dossier. `labels` are the short names of reports ("R1"), `slugs` their page names."""

    dossier: Dossier
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    findings: tuple[Finding, ...]
    finding: Mapping[str, Finding]
    labels: Mapping[str, str]
    slugs: Mapping[str, str]
    origin_of: Mapping[str, str]
    findings_of: Mapping[str, tuple[Finding, ...]]
    checks_of: Mapping[str, tuple[Check, ...]]
    finding_pages: Mapping[str, str]
    claim_pages: Mapping[str, str]

    def title(self, doc: str) -> str:
        """The headline of a report, else the name of its file."""
        report = self.reports[doc]
        return report.headline.value if report.headline else doc

    def report_href(self, doc: str, root: str = "") -> str:
        """Where the page of a report is, seen from `root`."""
        return f"{root}report/{self.slugs[doc]}.html"

    def words_href(self, claim: Claim, root: str = "") -> str:
        """Where the words of a claim are highlighted."""
        return f"{self.report_href(claim.doc, root)}#{anchor('claim', claim.id)}"

    def claim_href(self, claim: Claim, root: str = "") -> str:
        """Where the full account of a claim is."""
        return f"{root}{self.claim_pages[claim.id]}#{anchor('claim', claim.id)}"

    def finding_href(self, finding: str, root: str = "") -> str | None:
        """Where a finding stands, None for an id that is no finding of the dossier."""
        page = self.finding_pages.get(finding)
        return f"{root}{page}#{anchor('finding', finding)}" if page else None

    def cites(self, claims: Iterable[str], root: str = "", most: int = 12) -> Cites:
        """Links to the words of `claims` (ids), numbered within each report: R1, R1.2, R2."""
        links: list[Cite] = []
        seen: dict[str, int] = defaultdict(int)
        known = [self.claims[c] for c in dict.fromkeys(claims) if c in self.claims]
        for claim in known[:most]:
            seen[claim.doc] += 1
            nth = seen[claim.doc]
            label = self.labels[claim.doc] + (f".{nth}" if nth > 1 else "")
            words = shortened(claim.quote)
            links.append(
                Cite(self.words_href(claim, root), label, words, shortened(self.title(claim.doc), 80))
            )
        return Cites(tuple(links), max(0, len(known) - most))


def catalogue(dossier: Dossier) -> Catalogue:
    """The catalogue of `dossier`."""
    docs = [report.doc for report in dossier.reports]
    findings = tuple(sorted(dossier.findings, key=_reading_order))
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for claim in finding.claims:
            by_claim[claim].append(finding)
    checked: dict[str, list[Check]] = defaultdict(list)
    for check in dossier.checks:
        for claim in check.claims:
            checked[claim].append(check)
    return Catalogue(
        dossier=dossier,
        reports={report.doc: report for report in dossier.reports},
        claims={claim.id: claim for claim in dossier.claims},
        findings=findings,
        finding={finding.id: finding for finding in findings},
        labels={doc: f"R{n}" for n, doc in enumerate(docs, 1)},
        slugs=_slugs(docs),
        origin_of={doc: origin.id for origin in dossier.lineage.origins for doc in origin.docs},
        findings_of={claim: tuple(found) for claim, found in by_claim.items()},
        checks_of={claim: tuple(found) for claim, found in checked.items()},
        finding_pages={f.id: page_name("findings", n // FINDINGS_A_PAGE) for n, f in enumerate(findings)},
        claim_pages={c.id: page_name("claims", n // PAGE_ROWS) for n, c in enumerate(dossier.claims)},
    )


def _reading_order(finding: Finding) -> tuple[int, int, int]:
    """What a reader must see first: contested before agreed, then what more origins and more reports speak of."""
    return _ORDER.index(standing(finding)), -len(finding.origins), -len(finding.reports)


def _slugs(docs: list[str]) -> dict[str, str]:
    """Page names of reports: the plain stem, with a digest of the whole name where two would share it."""
    stems = {doc: _NOT_PLAIN.sub("-", PurePosixPath(doc).stem).strip("-")[:60] for doc in docs}
    times: dict[str, int] = defaultdict(int)
    for stem in stems.values():
        times[stem.lower()] += 1
    return {
        doc: stem
        if stem and times[stem.lower()] == 1
        else f"{stem or 'report'}-{hashlib.sha256(doc.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        for doc, stem in stems.items()
    }
