"""All checks of a case, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from habeas.model.finding import Check
from habeas.reconcile.case import Case
from habeas.reconcile.checks.calendars import calendars
from habeas.reconcile.checks.chronology import chronology
from habeas.reconcile.checks.complements import complements
from habeas.reconcile.checks.conversion import conversions
from habeas.reconcile.checks.derivations import derivations
from habeas.reconcile.checks.differences import differences
from habeas.reconcile.checks.enumerations import enumerations
from habeas.reconcile.checks.laws_in_force import laws_in_force
from habeas.reconcile.checks.multiples import multiples
from habeas.reconcile.checks.named_parts import named_parts
from habeas.reconcile.checks.orders_in_force import orders_in_force
from habeas.reconcile.checks.over_time import over_time
from habeas.reconcile.checks.per_head import per_head
from habeas.reconcile.checks.percentages import excesses, percentages
from habeas.reconcile.checks.portions import portions
from habeas.reconcile.checks.products import products
from habeas.reconcile.checks.repeats import repeats
from habeas.reconcile.checks.running import running_totals
from habeas.reconcile.checks.sums import sums
from habeas.reconcile.checks.votes import votes
from habeas.reconcile.checks.years_between import years_between

__all__ = ["checks"]

_ALL = (
    multiples, percentages, per_head, sums, running_totals, conversions, votes, repeats, enumerations, derivations,
    calendars, chronology, orders_in_force, portions, years_between, laws_in_force,
    differences, products, over_time, named_parts, complements,
)  # fmt: skip


def checks(case: Case) -> tuple[Check, ...]:
    """Everything about the case that can be computed; ids depend on the content alone."""
    found = [check for kind in _ALL for check in kind(case)]
    # What the pack derives of the same figures says more.
    derived = {frozenset(check.claims) for check in found}
    found += [check for check in excesses(case) if frozenset(check.claims) not in derived]
    return tuple(_identified(found))


def _identified(found: list[Check]) -> Iterator[Check]:
    seen: set[str] = set()
    for check in found:
        digest = sha256(
            "\x1f".join((check.type, check.statement, check.formula, *check.claims)).encode()
        ).hexdigest()
        name = f"K{digest[:10]}"
        if name not in seen:
            seen.add(name)
            yield replace(check, id=name)
