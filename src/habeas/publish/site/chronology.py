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


def timeline_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of the timeline."""
    items = sorted(catalogue.dossier.record.timeline, key=_time_order)
    for paging, part in sliced("timeline", items, 300):
        years = tuple(
            _Year(title, f"year-{title.lower()}", tuple(_moment(item, catalogue) for item in group))
            for title, group in groupby(part, key=_year)
        )
        yield Sheet(paging.href(paging.page), "timeline", "Timeline", "timeline.html", years, paging)


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
