"""Rows of an entry: one for each question or telling, what several reports say in one words only once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from habeas.model.claim import Claim, Kind
from habeas.model.record import Row
from habeas.reconcile.stems import stems
from habeas.record.collection import Collection
from habeas.record.wording import amount, kind_label, sentence

__all__ = ["distinct", "joined", "quantity_rows", "worded_rows"]

ALIKE = 0.75
"""Shared content stems of the shorter of two tellings from which a reader would call them the same."""

COMPARED = 40
"""Rows of one entry that a telling is compared with; past it the entry is too long to be read as one anyway."""


def quantity_rows(claims: Iterable[Claim], held: Collection) -> Iterator[Row]:
    """One row for each property: the finding's answers with its status, or the single number."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.QUANTITY and claim.property in held.label:
            groups[claim.property].append(claim)
    for name, members in groups.items():
        done: set[str] = set()
        for claim in members:
            finding = held.finding_of.get(claim.id)
            if finding is None:
                continue
            if finding.id not in done:
                done.add(finding.id)
                shown = " | ".join(a.value for a in finding.answers)
                yield Row(held.label[name], shown, finding.claims, finding.id, str(finding.status))
        rest = [c for c in members if c.id not in held.finding_of]
        for value, same in _by_amount(rest).items():
            yield Row(held.label[name], value, tuple(c.id for c in same))


def _by_amount(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        when = f" ({claim.as_of})" if claim.as_of and claim.earliest and claim.latest else ""
        found[amount(claim) + when].append(claim)
    return found


def worded_rows(claims: Iterable[Claim], held: Collection, label: str | None = None) -> Iterator[Row]:
    """One row for each thing told in words; tellings that share their content are one row that cites them all."""
    for group in distinct(claims, held):
        shown = max(group, key=lambda c: (min(len(c.quote), 160), -held.order.get(c.doc, 0)))
        yield Row(label or kind_label(shown), sentence(shown), tuple(c.id for c in group))


def distinct(claims: Iterable[Claim], held: Collection) -> list[list[Claim]]:
    """Claims in words grouped by what they say, in the order of their first telling."""
    groups: list[tuple[list[Claim], frozenset[str]]] = []
    for claim in claims:
        report = held.report.get(claim.doc)
        content = stems(claim.quote, report.language if report else "en")
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
    """One row of all distinct values ("high-security prison | brutal prison"), None where there is no claim."""
    by_value: dict[str, str] = {}
    for claim in claims:
        value = " ".join(str(claim.value).split())
        by_value.setdefault(value.lower(), value)
    if not by_value:
        return None
    shown = " | ".join(list(by_value.values())[:most])
    more = f" | {len(by_value) - most} more" if len(by_value) > most else ""
    return Row(label, shown + more, tuple(dict.fromkeys(c.id for c in claims)))
