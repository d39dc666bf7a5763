"""What the tests of the projection make their scenarios and claims of."""

from __future__ import annotations

from datetime import date

from habeas.model.claim import Claim, Kind, Modality
from habeas.model.marks import Comparator
from habeas.model.span import Span
from habeas.project import ROLES, Basis, Parameter, Scenario

START = date(2031, 1, 1)


def given(name: str, low: float, high: float | None = None) -> Parameter:
    role = ROLES[name]
    return Parameter(name, role.label, role.dimension, low, low if high is None else high, Basis.ASSUMED)


def scenario(*parameters: Parameter, days: int = 100, runs: int = 2000, **more: object) -> Scenario:
    return Scenario("Norvale", START, days, parameters, runs=runs, **more)  # type: ignore[arg-type]


def claim(
    name: str,
    subject: str,
    prop: str,
    value: float | str,
    unit: str | None = "people",
    comparator: str = "exact",
    **more: object,
) -> Claim:
    fields: dict[str, object] = {
        "doc": "gazette.txt",
        "modality": Modality.ASSERTED,
        "earliest": date(2030, 12, 1),
        "latest": date(2030, 12, 31),
    }
    fields |= more
    return Claim(
        id=name,
        report="0" * 64,
        kind=Kind.QUANTITY,
        subject=subject,
        property=prop,
        value=value,
        span=Span(0, 5),
        quote="words",
        unit=unit,
        comparator=Comparator(comparator),
        **fields,  # type: ignore[arg-type]
    )
