"""The same threshold or count given twice in one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from habeas.model.claim import Claim
from habeas.model.finding import Check, CheckType
from habeas.model.marks import QuantityKind
from habeas.model.wording import figure
from habeas.reconcile.case import Case

__all__ = ["repeats"]


def repeats(case: Case) -> Iterator[Check]:
    """A check for each number that one report gives twice for one property, on the word of different voices."""
    for claims in case.of_doc.values():
        groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            mark = case.quantity_of.get(claim.id)
            if (
                mark is not None
                and mark.kind is not QuantityKind.VAGUE
                and isinstance(claim.value, int | float)
            ):
                groups[claim.property, claim.unit or "", str(claim.as_of or "")].append(claim)
        for (_, unit, _), group in groups.items():
            first = group[0]
            for other in group[1:]:
                if other.asserted_by != first.asserted_by and other.value == first.value:
                    yield Check(
                        id="",
                        type=CheckType.ARITHMETIC,
                        statement=f"{figure(first.value)} {unit} is given twice, by two voices, and agrees".replace(
                            "  ", " "
                        ),
                        formula=f"{first.value} == {other.value}",
                        computed=str(first.value == other.value).lower(),
                        holds=True,
                        claims=(first.id, other.id),
                        note=f"comparators: {first.comparator}, {other.comparator}",
                    )
                    break
