"""Credits: the outlets and agencies that a report names as where its account comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.model.marks import AttributionKind, EntityType, Marks
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["Credit", "credits"]

_DATELINE = re.compile(r"^[^\n]{0,80}?\((?P<agency>[A-Z][\w .&-]{1,30})\)\s*[—–-]")


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that the report leans on, and the words that say so."""

    outlet: str
    span: Span


def credits(report: Report, marks: Marks) -> tuple[Credit, ...]:
    """The credits of one report, each outlet once, in text order."""
    found: dict[str, Credit] = {}
    for block in report.blocks:
        if block.noise is None and (match := _DATELINE.match(report.text[block.span.start : block.span.end])):
            start = block.span.start + match.start("agency")
            _keep(found, match["agency"], Span(start, start + len(match["agency"])))
            break
    for said in marks.attributions:
        if said.source is None or said.entity is None or said.kind is AttributionKind.QUOTED:
            continue
        entity = marks.entities[said.entity]
        if entity.type is EntityType.MEDIUM and said.speaker:
            _keep(found, entity.name, said.source)
    return tuple(found.values())


def _keep(found: dict[str, Credit], outlet: str, span: Span) -> None:
    key = outlet.lower().removeprefix("the ")
    found.setdefault(key, Credit(outlet, span))
