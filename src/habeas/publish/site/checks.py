"""Checks: what was computed from the reports, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.finding import Check, CheckType
from habeas.model.wording import number
from habeas.publish.catalogue import Catalogue, Cites, anchor
from habeas.publish.site.sheet import Sheet, sliced

__all__ = ["CheckView", "Verdict", "check_view", "checks_sheets", "in_reading_order", "verdict"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a check holds, in words and a shape."""

    key: str
    label: str
    shape: str


_VERDICTS = {
    False: Verdict("fails", "Does not add up", "✕"),
    None: Verdict("open", "Cannot be told", "?"),
    True: Verdict("holds", "Holds", "✓"),
}


_ORDERS = {
    False: Verdict("derived", "No order in force", "="),
    None: Verdict("open", "Cannot be told", "?"),
    True: Verdict("fails", "Order in force", "✕"),
}
"""Of what happened while an order stood against it, or stood not, nothing is a sum that adds up or does not."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check as a page shows it."""

    anchor: str
    type: str
    statement: str
    formula: str
    computed: str
    verdict: Verdict
    cites: Cites
    note: str


def verdict(check: Check) -> Verdict:
    """The verdict on a check; one that merely derives a value ("35 % full") and needs no verdict says so."""
    if check.type is CheckType.ORDER_IN_FORCE:
        return _ORDERS[check.holds]
    if check.holds is None and check.computed is not None:
        return Verdict("derived", "Derived", "=")
    return _VERDICTS[check.holds]


def in_reading_order(catalogue: Catalogue) -> tuple[Check, ...]:
    """What does not add up or happened against an order first, then what cannot be told, what is derived, and what holds."""
    order = ("fails", "open", "derived", "holds")
    return tuple(sorted(catalogue.dossier.checks, key=lambda check: order.index(verdict(check).key)))


def check_view(check: Check, catalogue: Catalogue) -> CheckView:
    """The view of one check."""
    return CheckView(
        anchor=anchor("check", check.id),
        type=check.type.value.replace("_", " "),
        statement=check.statement,
        formula=check.formula,
        computed=_computed(check),
        verdict=verdict(check),
        cites=catalogue.cites(check.claims),
        note=check.note,
    )


def _computed(check: Check) -> str:
    if check.computed is None:
        return ""
    if isinstance(check.computed, tuple):
        return " to ".join(number(part) for part in check.computed)
    return number(check.computed)


def checks_sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """The pages of all checks."""
    for paging, part in sliced("checks", in_reading_order(catalogue)):
        seen = catalogue.at(paging.root)
        view = tuple(check_view(check, seen) for check in part)
        yield Sheet(paging.path, "checks", "Checks", "checks.html", view, paging)
