"""All files of the site, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from habeas.publish.catalogue import Catalogue
from habeas.publish.site.about import about_sheets
from habeas.publish.site.alphabet import alphabet_sheets
from habeas.publish.site.checks import checks_sheets
from habeas.publish.site.chronology import timeline_sheets
from habeas.publish.site.claims import claims_sheets, kinds_sheets, low_confidence_sheets
from habeas.publish.site.entities import entities_sheets
from habeas.publish.site.findings import findings_sheets
from habeas.publish.site.lanes import lanes_sheets
from habeas.publish.site.lineage import lineage_sheets, origins_sheets
from habeas.publish.site.matrix import matrix_sheets
from habeas.publish.site.overview import overview_sheets
from habeas.publish.site.parts import parts_sheets, statistics_sheets
from habeas.publish.site.reading import reading_sheets
from habeas.publish.site.rendering import NavItem, rendered
from habeas.publish.site.reports import reports_sheets
from habeas.publish.site.searching import search_files
from habeas.publish.site.sheet import Sheet
from habeas.publish.site.speakers import speakers_sheets
from habeas.publish.site.unclaimed import unclaimed_sheets
from habeas.publish.site.whole import whole_sheets
from habeas.publish.wording import count

__all__ = ["site"]

_HERE = Path(__file__).parent
_ASSETS = ("icon.svg", "search.js", "site.js", "style.css")

_SHEETS: tuple[Callable[[Catalogue], Iterator[Sheet]], ...] = (
    overview_sheets,
    alphabet_sheets,
    findings_sheets,
    whole_sheets,
    checks_sheets,
    parts_sheets,
    timeline_sheets,
    lanes_sheets,
    statistics_sheets,
    speakers_sheets,
    matrix_sheets,
    lineage_sheets,
    origins_sheets,
    reports_sheets,
    claims_sheets,
    kinds_sheets,
    low_confidence_sheets,
    entities_sheets,
    unclaimed_sheets,
    about_sheets,
    reading_sheets,
)

_NAVIGATION = (
    NavItem("index", "Overview", "index.html"),
    NavItem("search", "Search", "search.html"),
    NavItem("findings", "Findings", "findings.html"),
    NavItem("checks", "Checks", "checks.html"),
    NavItem("record", "The record", "record.html"),
    NavItem("timeline", "Timeline", "timeline.html"),
    NavItem("lanes", "Lanes", "lanes.html"),
    NavItem("statistics", "Statistics", "statistics.html"),
    NavItem("speakers", "Who said what", "speakers.html"),
    NavItem("matrix", "Matrix", "matrix.html"),
    NavItem("lineage", "Lineage", "lineage.html"),
    NavItem("reports", "Reports", "reports.html"),
    NavItem("claims", "Claims", "claims.html"),
    NavItem("entities", "Entities", "entities.html"),
    NavItem("unclaimed", "Not understood", "unclaimed.html"),
    NavItem("about", "About", "about.html"),
)


def site(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its path in the dossier and its content."""
    for name in _ASSETS:
        yield name, (_HERE / name).read_bytes()
    title = f"Dossier of {count(len(catalogue.dossier.reports), 'report')}"
    for sheet in chain.from_iterable(sheets(catalogue) for sheets in _SHEETS):
        yield sheet.path, rendered(sheet, _NAVIGATION, title)
    yield from search_files(catalogue)
