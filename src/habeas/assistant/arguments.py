"""The arguments of a tool: what it takes, told to the assistant as JSON Schema and held to when it calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from habeas.errors import UsageError

__all__ = ["Arguments", "Parameter", "Shape", "checked", "schema"]

_LONGEST = 500
"""Characters of a text argument; no word list or name needs more."""


class Shape(Enum):
    """What an argument is."""

    TEXT = auto()
    WHOLE = auto()
    SHARE = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument that a tool takes; `least` and `most` bound a number, `choices` a text, `usual` stands in for one
    that is not given."""

    name: str
    meaning: str
    shape: Shape = Shape.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 1_000_000_000
    usual: int | None = None


@dataclass(frozen=True, slots=True)
class Arguments:
    """Checked arguments."""

    values: Mapping[str, Any]

    def text(self, name: str) -> str | None:
        """A text, None where it was not given."""
        found = self.values.get(name)
        return None if found is None else str(found)

    def whole(self, name: str) -> int:
        """A whole number, its usual value where it was not given."""
        return int(self.values[name])

    def share(self, name: str) -> float:
        """A number from 0 to 1, 0 where it was not given."""
        return float(self.values.get(name) or 0)

    def day(self, name: str) -> date | None:
        """A day, None where it was not given."""
        found = self.values.get(name)
        return found if isinstance(found, date) else None


def schema(parameters: Sequence[Parameter]) -> dict[str, Any]:
    """The JSON Schema of a tool's arguments."""
    return {
        "type": "object",
        "properties": {p.name: _property(p) for p in parameters},
        "required": [p.name for p in parameters if p.required],
        "additionalProperties": False,
    }


def _property(p: Parameter) -> dict[str, Any]:
    told: dict[str, Any] = {"description": p.meaning}
    if p.shape is Shape.WHOLE:
        told |= {"type": "integer", "minimum": p.least, "maximum": p.most}
    elif p.shape is Shape.SHARE:
        told |= {"type": "number", "minimum": 0, "maximum": 1}
    elif p.shape is Shape.DAY:
        told |= {"type": "string", "format": "date"}
    else:
        told |= {"type": "string", "maxLength": _LONGEST}
    if p.choices:
        told["enum"] = list(p.choices)
    if p.usual is not None:
        told["default"] = p.usual
    return told


def checked(tool: str, parameters: Sequence[Parameter], given: Mapping[str, Any] | None) -> Arguments:
    """The arguments of a call. Raises UsageError that names the argument, what is wrong and what to give."""
    given = given or {}
    known = {p.name: p for p in parameters}
    for name in given:
        if name not in known:
            takes = f"takes {', '.join(known)}" if known else "takes no arguments"
            raise UsageError(f"{tool} has no argument {name[:60]!r}: it {takes}")
    values: dict[str, Any] = {}
    for p in parameters:
        value = given.get(p.name)
        if value is None:
            if p.required:
                raise UsageError(f"{tool} needs {p.name}: {p.meaning}")
            if p.usual is not None:
                values[p.name] = p.usual
            continue
        values[p.name] = _value(tool, p, value)
    return Arguments(values)


def _value(tool: str, p: Parameter, value: Any) -> Any:
    said = repr(value)[:60]
    if p.shape is Shape.WHOLE:
        if isinstance(value, bool) or not isinstance(value, int) or not p.least <= value <= p.most:
            raise UsageError(
                f"{tool}: {p.name} must be a whole number from {p.least} to {p.most}, not {said}"
            )
        return value
    if p.shape is Shape.SHARE:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise UsageError(f"{tool}: {p.name} must be a number from 0 to 1, not {said}")
        return value
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        raise UsageError(f"{tool}: {p.name} must be a text of 1 to {_LONGEST} characters, not {said}")
    if p.choices and value not in p.choices:
        raise UsageError(f"{tool}: {p.name} must be one of {', '.join(p.choices)}, not {said}")
    return _day(tool, p, value) if p.shape is Shape.DAY else value


def _day(tool: str, p: Parameter, value: str) -> date:
    try:
        if len(value) != len("2025-03-16"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{tool}: {p.name} must be a day as 2025-03-16, not {value[:60]!r}") from None
