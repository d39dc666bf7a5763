"""The facts of a report as a sequence: what a rewrite keeps when it changes every word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.marks import Attribution, Marks, QuantityKind
from habeas.model.report import Report
from habeas.model.span import Span
from habeas.packs.stems import root

__all__ = ["Fact", "facts"]

SMALL, LARGE = 13, 100
"""Numbers from `SMALL` up to `LARGE` are days, ages and ranks: few reports are without them."""
CROWD = 18
"""Different numbers of that size, a fifth of all, beyond which a report shares one with any other: a table of results, a
calendar, a list of notes."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with what it counts. `specific` says how unlikely it is that two reports share it by chance:
    14,000 inmates says much, two leaders say little. `source` is the surname or last word of who is said to give it:
    two reports that pass on one official's number need no common original."""

    key: str
    noun: str
    specific: float
    span: Span
    source: str


def facts(report: Report, marks: Marks) -> tuple[Fact, ...]:
    """The quantities of a report as facts, in text order; ordinals and vague counts are left out."""
    told = [q for q in marks.quantities if q.kind not in (QuantityKind.ORDINAL, QuantityKind.VAGUE)]
    crowded = len({q.value for q in told if _is_small(q.value)}) > CROWD
    found = []
    for quantity in told:
        noun = root(report.quote(quantity.noun).lower().split()[-1]) if quantity.noun else quantity.unit or ""
        found.append(
            Fact(
                key=f"{quantity.value}/{quantity.value_max or ''}",
                noun=noun,
                specific=_COMMON if crowded and _is_small(quantity.value) else _specific(quantity.value),
                span=quantity.span,
                source=_source(quantity.number, marks.attributions),
            )
        )
    return tuple(found)


def _source(number: Span, attributions: Sequence[Attribution]) -> str:
    """Who the narrowest attribution around a number gives it to; empty for the report's own voice."""
    around = [a for a in attributions if a.speaker and a.content.contains(number)]
    if not around:
        return ""
    speaker = min(around, key=lambda a: a.content.end - a.content.start).speaker or ""
    return speaker.lower().removesuffix(" (unnamed)").split()[-1]


_COMMON = 0.5
"""How much a number says that stands in every report."""


def _is_small(value: float | str) -> bool:
    return not isinstance(value, str) and SMALL <= abs(value) < LARGE


def _specific(value: float | str) -> float:
    """One per significant digit, at most three; a round 40,000 is still rarer than a 2 by its size."""
    if isinstance(value, str):
        return 1.0
    digits = len(f"{value:.6g}".replace(".", "").replace("-", "").strip("0")) or 1
    size = 1.0 if abs(value) >= 1000 else 0.5 if abs(value) >= SMALL else 0.0
    return min(3.0, 0.5 * digits + size)
