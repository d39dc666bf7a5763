"""Rows of an entry: one for each question or telling, what several reports say in one words only once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import inf

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.finding import Finding, Status
from habeas.model.record import Row
from habeas.packs.stems import content_roots
from habeas.reconcile.intervals import bounds
from habeas.record.collection import Collection
from habeas.record.wording import amount, kind_label, sentence

__all__ = ["distinct", "in_unit", "joined", "quantity_rows", "worded_rows"]

ALIKE = 0.75
"""Shared content roots of the shorter of two tellings from which a reader would call them the same."""

COMPARED = 40
"""Rows of one entry that a telling is compared with; past it the entry is too long to be read as one anyway."""


def quantity_rows(claims: Iterable[Claim], held: Collection) -> Iterator[Row]:
    """One row for each property: all distinct values with their days, and the status of the finding they are in.

    A word for a number ("many") is left out where a report gives the number.
    """
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.QUANTITY and claim.property in held.label:
            groups[claim.property].append(claim)
    for name, members in groups.items():
        told = [c for c in members if not isinstance(c.value, str)] or [
            c for c in members if _says_something(c)
        ]
        if not told:
            continue
        values = _by_amount(told, held)
        findings = {f.id: f for c in told if (f := held.finding_of.get(c.id))}
        chief = max(findings.values(), key=_weight, default=None)
        status = str(chief.status) if chief else None
        if chief and chief.status is Status.SINGLE_SOURCE and len({held.origin.get(c.doc) for c in told}) > 1:
            status = None
        cited = tuple(dict.fromkeys(c.id for same in values.values() for c in same))
        yield Row(held.label[name], " | ".join(values), cited, chief.id if chief and status else None, status)


def _says_something(claim: Claim) -> bool:
    """Whether a word for a number bounds it ("hundreds"), or is a vote; "many" and "some" do not."""
    allowed = bounds(claim.value, claim.value_max, claim.comparator)
    return (allowed is None and any(c.isdigit() for c in str(claim.value))) or (
        allowed is not None and allowed.high < inf
    )


def _weight(finding: Finding) -> tuple[bool, int, str]:
    return finding.status is Status.CONFLICT, len(finding.reports), finding.id


def _by_amount(claims: Sequence[Claim], held: Collection) -> dict[str, list[Claim]]:
    """Claims by what they say, in words: the number in the property's own unit, and the day where one is told."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        when = f" ({claim.as_of})" if claim.as_of and claim.earliest and claim.latest else ""
        found[amount(in_unit(claim, held)) + when].append(claim)
    return found


def in_unit(claim: Claim, held: Collection) -> Claim:
    """The claim with its number in what the property counts ("14,500" people), where the report leaves it out."""
    unit = held.unit.get(claim.property, "")
    if unit == "people" and claim.unit != "people":
        return replace(claim, unit=unit)
    return claim


def worded_rows(claims: Iterable[Claim], held: Collection, label: str | None = None) -> Iterator[Row]:
    """One row for each thing told in words; tellings that share their content are one row that cites them all."""
    for group in distinct(claims, held):
        shown = max(group, key=lambda c: (min(len(c.quote), 160), -held.order.get(c.doc, 0)))
        firm = shown.modality in (Modality.ASSERTED, Modality.PLANNED)
        yield Row(
            label if label and firm else _hedged(label, shown), sentence(shown), tuple(c.id for c in group)
        )


def _hedged(label: str | None, claim: Claim) -> str:
    """The label with how firmly the words are put."""
    if label is None:
        return kind_label(claim)
    return f"{label} ({claim.modality})"


def distinct(claims: Iterable[Claim], held: Collection) -> list[list[Claim]]:
    """Claims in words grouped by what they say, in the order of their first telling."""
    groups: list[tuple[list[Claim], frozenset[str]]] = []
    for claim in claims:
        report = held.report.get(claim.doc)
        content = content_roots(claim.quote, report.language if report else "en")
        for members, words in groups[-COMPARED:]:
            if _same(claim, content, members[0], words):
                members.append(claim)
                break
        else:
            groups.append(([claim], content))
    return [members for members, _ in groups]


def _same(claim: Claim, content: frozenset[str], other: Claim, words: frozenset[str]) -> bool:
    if claim.negated != other.negated:
        return False
    shorter = min(len(content), len(words))
    return shorter > 0 and len(content & words) / shorter >= ALIKE


def joined(label: str, claims: Sequence[Claim], most: int = 12) -> Row | None:
    """One row of all distinct values ("a quiet place | a place of rest"), None where there is no claim."""
    by_value: dict[str, str] = {}
    for claim in claims:
        value = " ".join(str(claim.value).split())
        by_value.setdefault(value.lower(), value)
    if not by_value:
        return None
    shown = " | ".join(list(by_value.values())[:most])
    more = f" | {len(by_value) - most} more" if len(by_value) > most else ""
    return Row(label, shown + more, tuple(dict.fromkeys(c.id for c in claims)))
