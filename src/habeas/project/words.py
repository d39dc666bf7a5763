"""How a projection's numbers are put into words."""

from __future__ import annotations

import math
from datetime import timedelta

from habeas.project.outcome import Projection
from habeas.project.parameters import Dimension, Parameter
from habeas.project.scenario import Scenario

__all__ = ["amount", "full_words", "percent", "range_words"]

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def amount(value: float, currency: str = "") -> str:
    """A number at the precision that a projection supports: whole above ten, else two decimals.

    >>> amount(14000.4), amount(3.14159), amount(6000000, "USD"), amount(12, "CHF")
    ('14,000', '3.14', '$6,000,000', 'CHF 12')
    """
    shown = f"{value:,.0f}" if abs(value) >= 10 or value == round(value) else f"{value:,.2f}"
    if not currency:
        return shown
    return f"{_SIGNS[currency]}{shown}" if currency in _SIGNS else f"{currency} {shown}"


def percent(share: float) -> str:
    """A share in percent; what is nearly sure or nearly impossible is not rounded to sure or impossible.

    >>> percent(0.273), percent(0.9999), percent(0.0001), percent(1.0), percent(0.0)
    ('27 %', 'over 99 %', 'under 1 %', '100 %', '0 %')
    """
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{share * 100:.0f} %"


def range_words(parameter: Parameter, scenario: Scenario) -> str:
    """A parameter's range with its unit: "40,000 people", "100 to 300 people a day", "1 January 2026"."""
    ends = tuple(dict.fromkeys(_end(end, parameter, scenario) for end in (parameter.low, parameter.high)))
    unit = (
        ""
        if parameter.dimension in (Dimension.MONEY, Dimension.DATE, Dimension.SHARE)
        else f" {parameter.dimension}"
    )
    return " to ".join(ends) + unit


def _end(value: float, parameter: Parameter, scenario: Scenario) -> str:
    if math.isinf(value):
        return "no limit"
    if parameter.dimension is Dimension.DATE:
        return (scenario.start + timedelta(days=round(value))).isoformat()
    if parameter.dimension is Dimension.SHARE:
        return percent(value)
    return amount(value, parameter.unit if parameter.dimension is Dimension.MONEY else "")


def full_words(projection: Projection) -> str:
    """When the place is full, in one sentence."""
    full, scenario = projection.full, projection.scenario
    if scenario.parameter("capacity") is None:
        return "No capacity is given, so the place never fills."
    if full.probability == 0:
        return f"In no run is the place full by {projection.end.isoformat()}."
    share = f"Full by {projection.end.isoformat()} in {percent(full.probability)} of the runs"
    days = [
        f"{part} of 100 runs by {day.isoformat()}"
        for part, day in ((5, full.p5), (50, full.p50), (95, full.p95))
        if day is not None
    ]
    return f"{share}: {', '.join(days)}." if days else f"{share}."
