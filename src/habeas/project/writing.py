"""Writing a scenario: a Scenario as TOML that reads back to the same scenario, and asks for what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

from habeas.project.parameters import ROLES, Basis, Dimension, Parameter
from habeas.project.scenario import Missing, Scenario, Switch

__all__ = ["scenario_toml"]

_HINT = {
    Dimension.PEOPLE: "value = 1000",
    Dimension.RATE: 'range = [100, 300]\n# per = "month"',
    Dimension.DAYS: 'range = [1, 2]\n# unit = "years"',
    Dimension.MONEY: 'value = 25.0\n# unit = "USD"',
    Dimension.DATE: "value = 2026-01-01",
    Dimension.SHARE: "value = 0.5",
}


def scenario_toml(scenario: Scenario) -> str:
    """`scenario` as TOML. What is missing stands as comments with the question that nobody has answered."""
    return (
        "\n".join(
            (*_head(scenario), *_parameters(scenario), *_switches(scenario), *_missing(scenario.missing))
        )
        + "\n"
    )


def _head(scenario: Scenario) -> Iterator[str]:
    yield f"title = {_quoted(scenario.title)}"
    yield f"start = {scenario.start.isoformat()}"
    yield f"days = {scenario.days}"
    yield f"runs = {scenario.runs}"
    yield f"seed = {scenario.seed}"
    yield f"every = {scenario.every}"
    yield f"when_full = {_quoted(scenario.when_full)}"
    yield f"one_by_one = {str(scenario.one_by_one).lower()}"


def _parameters(scenario: Scenario) -> Iterator[str]:
    for parameter in scenario.parameters:
        yield ""
        yield f"[parameters.{parameter.id}]  # {parameter.label}"
        if parameter.claims:
            yield f"claims = [{', '.join(_quoted(c) for c in parameter.claims)}]"
        if parameter.basis is Basis.ASSUMED or parameter.note or not parameter.claims:
            yield f"basis = {_quoted(parameter.basis)}"
        yield _span(parameter, scenario)
        if parameter.unit and parameter.dimension is Dimension.MONEY:
            yield f"unit = {_quoted(parameter.unit)}"
        if parameter.note:
            yield f"note = {_quoted(parameter.note)}"


def _span(parameter: Parameter, scenario: Scenario) -> str:
    ends = [_end(end, parameter.dimension, scenario) for end in (parameter.low, parameter.high)]
    return f"value = {ends[0]}" if parameter.fixed else f"range = [{ends[0]}, {ends[1]}]"


def _end(value: float, dimension: Dimension, scenario: Scenario) -> str:
    if dimension is Dimension.DATE:
        return (scenario.start + timedelta(days=round(value))).isoformat()
    return str(int(value)) if value == int(value) else repr(float(value))


def _switches(scenario: Scenario) -> Iterator[str]:
    for switch in scenario.switches:
        yield ""
        yield "[[switches]]"
        yield f"label = {_quoted(switch.label)}"
        yield from _switch(switch, scenario)


def _switch(switch: Switch, scenario: Scenario) -> Iterator[str]:
    parts = {"since": switch.since, "until": switch.until, "chance": switch.chance}
    for key, part in parts.items():
        if part is None:
            continue
        ends = [_end(end, part.dimension, scenario) for end in (part.low, part.high)]
        yield f"{key} = {ends[0]}" if part.fixed else f"{key} = [{ends[0]}, {ends[1]}]"
    if switch.since.claims:
        yield f"claims = [{', '.join(_quoted(c) for c in switch.since.claims)}]"
    yield f"basis = {_quoted(switch.since.basis)}"
    if switch.since.note:
        yield f"note = {_quoted(switch.since.note)}"


def _missing(missing: tuple[Missing, ...]) -> Iterator[str]:
    if missing:
        yield ""
        yield "# No report answers what follows. Take away the signs at the line starts, and give your own assumption."
    for one in missing:
        yield ""
        yield f"# {one.question}"
        yield f"# [parameters.{one.id}]"
        yield f'# basis = "{Basis.ASSUMED}"'
        yield f"# {_HINT[ROLES[one.id].dimension]}"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, save that of the delete sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
