"""TimelineJS: the dated items of the record, in the JSON that TimelineJS 3 reads.

https://timeline.knightlab.com/docs/json-format.html; texts are HTML there, so everything is escaped.
"""

from __future__ import annotations

from datetime import date
from html import escape

from habeas.model.record import LaneItem
from habeas.publish.catalogue import Catalogue
from habeas.publish.values import Json
from habeas.publish.wording import count, period, shortened, voice

__all__ = ["timeline"]


def timeline(catalogue: Catalogue) -> Json:
    """The timeline of a dossier; items without any date are left to `record.json`."""
    dossier = catalogue.dossier
    dated = [(n, item) for n, item in enumerate(dossier.record.timeline) if item.earliest or item.latest]
    summary = f"{count(len(dossier.reports), 'report')}, {count(len(dossier.lineage.origins), 'origin')}"
    return {
        "title": {"text": {"headline": "Timeline of the dossier", "text": escape(summary)}},
        "events": [_event(n, item, catalogue) for n, item in dated],
    }


def _event(number: int, item: LaneItem, catalogue: Catalogue) -> Json:
    first, last = item.earliest or item.latest, item.latest or item.earliest
    assert first is not None and last is not None
    event = {
        "unique_id": f"item-{number}",
        "start_date": _date(first),
        "display_date": period(item.earliest, item.latest),
        "group": item.kind,
        "text": {"headline": escape(shortened(item.label, 120)), "text": "".join(_words(item, catalogue))},
    }
    if last != first and not item.open_end:
        event["end_date"] = _date(last)
    return event


def _date(moment: date) -> Json:
    return {"year": moment.year, "month": moment.month, "day": moment.day}


def _words(item: LaneItem, catalogue: Catalogue) -> list[str]:
    """The words each item rests on, and who says so."""
    paragraphs = []
    for claim in (catalogue.claims[c] for c in item.claims[:8] if c in catalogue.claims):
        source = catalogue.title(claim.doc) + (f"; {voice(claim)}" if voice(claim) else "")
        paragraphs.append(f"<p>“{escape(shortened(claim.quote, 240))}” ({escape(source)})</p>")
    return paragraphs
