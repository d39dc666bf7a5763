"""The facts of a report as a sequence: what a rewrite keeps when it changes every word."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.marks import Marks, QuantityKind
from habeas.model.report import Report
from habeas.model.span import Span

__all__ = ["Fact", "facts", "stem"]

_SUFFIXES = ("ations", "ation", "ings", "ing", "ments", "ment", "ers", "ies", "ed", "es", "s", "ly")


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with what it counts. `specific` says how unlikely it is that two reports share it by chance:
    14,000 inmates says much, two leaders say little. `quoted` is true inside somebody's quoted words."""

    key: str
    noun: str
    specific: float
    span: Span
    quoted: bool


def stem(word: str) -> str:
    """A rough stem, the same in both reports; no dictionary.

    >>> stem("deportations"), stem("deported")
    ('deport', 'deport')
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def facts(report: Report, marks: Marks) -> tuple[Fact, ...]:
    """The quantities of a report as facts, in text order; ordinals and vague counts are left out."""
    spans = [q.span for q in marks.quotations if not q.scare]
    found = []
    for quantity in marks.quantities:
        if quantity.kind in (QuantityKind.ORDINAL, QuantityKind.VAGUE):
            continue
        noun = stem(report.quote(quantity.noun).lower().split()[-1]) if quantity.noun else quantity.unit or ""
        found.append(
            Fact(
                key=f"{quantity.value}/{quantity.value_max or ''}",
                noun=noun,
                specific=_specific(quantity.value),
                span=quantity.span,
                quoted=any(s.contains(quantity.number) for s in spans),
            )
        )
    return tuple(found)


def _specific(value: float | str) -> float:
    """One per significant digit, at most three; a round 40,000 is still rarer than a 2 by its size."""
    if isinstance(value, str):
        return 1.0
    digits = len(f"{value:.6g}".replace(".", "").replace("-", "").strip("0")) or 1
    size = 1.0 if abs(value) >= 1000 else 0.5 if abs(value) >= 13 else 0.0
    return min(3.0, 0.5 * digits + size)
