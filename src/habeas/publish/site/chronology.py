"""The timeline: all dated claims of the record in time order, and what could not be dated after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from habeas.model.record import LaneItem
from habeas.publish.catalogue import Catalogue, Cites
from habeas.publish.site.sheet import Sheet, sliced
from habeas.publish.wording import period, shortened

__all__ = ["timeline_sheets"]


@dataclass(frozen=True, slots=True)
class _Moment:
    when: str
    kind: str
    label: str
    words: str
    cites: Cites


@dataclass(frozen=True, slots=True)
class _Year:
    title: str
    anchor: str
    moments: tuple[_Moment, ...]


@dataclass(frozen=True, slots=True)
class _TimelineView:
    """The years of one page, and where each year of all pages begins."""

    years: tuple[_Year, ...]
    jumps: tuple[tuple[str, str], ...]


def timeline_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the timeline."""
    items = sorted(catalogue.dossier.record.timeline, key=_time_order)
    pages = list(sliced("timeline", items, 300))
    begins: dict[str, int] = {}
    for paging, part in pages:
        for item in part:
            begins.setdefault(_year(item), paging.page)
    for paging, part in pages:
        seen = catalogue.at(paging.root)
        years = tuple(
            _Year(title, _anchor(title), tuple(_moment(item, seen) for item in group))
            for title, group in groupby(part, key=_year)
        )
        jumps = tuple(
            (title, ("" if page == paging.page else paging.href(page)) + f"#{_anchor(title)}")
            for title, page in begins.items()
        )
        view = _TimelineView(years, jumps)
        yield Sheet(paging.path, "timeline", "Timeline", "timeline.html", view, paging)


def _anchor(year: str) -> str:
    return f"year-{year.lower()}"


def _time_order(item: LaneItem) -> tuple[date, date]:
    return item.earliest or item.latest or date.max, item.latest or date.max


def _year(item: LaneItem) -> str:
    first = item.earliest or item.latest
    return str(first.year) if first else "Undated"


def _moment(item: LaneItem, catalogue: Catalogue) -> _Moment:
    quotes = [catalogue.claims[c].quote for c in item.claims if c in catalogue.claims]
    words = shortened(quotes[0], 200) if quotes else ""
    return _Moment(
        period(item.earliest, item.latest), item.kind, item.label, words, catalogue.cites(item.claims)
    )
