"""Any frozen dataclass of the model to plain JSON values, and back.

Dates become ISO 8601 strings, enumerations their values, tuples lists; a `Span` is the pair `[start, end]`, a `Token`
these and its word.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from habeas.model.marks import Token
from habeas.model.span import Span

__all__ = ["Json", "plain", "restored"]

T = TypeVar("T")
Json = Any
"""What `json.dumps` takes: null, booleans, numbers, strings, lists and dicts of these."""
_LISTED = (Span, Token)
"""Dataclasses of which there are so many that their fields are written without names."""


def plain(value: object) -> Json:
    """`value` as JSON values; a dataclass becomes a dict with its fields in their order.

    >>> from habeas.model.claim import Assertor
    >>> plain(Assertor("Ana Ruiz", role="mayor"))
    {'name': 'Ana Ruiz', 'role': 'mayor', 'via': None}
    """
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if isinstance(value, _LISTED):
        return [getattr(value, name) for name in _fields(cast(Hashable, type(value)))]
    return {name: plain(getattr(value, name)) for name in _fields(cast(Hashable, type(value)))}


def restored(kind: type[T], data: Mapping[str, Json]) -> T:
    """The dataclass `kind` from the dict that `plain` made of it; keys left out take their defaults.

    >>> from habeas.model.claim import Assertor
    >>> restored(Assertor, {"name": "Ana Ruiz", "role": "mayor"})
    Assertor(name='Ana Ruiz', role='mayor', via=None)
    """
    readers = _readers(cast(Hashable, kind))
    return kind(**{name: readers[name](value) for name, value in data.items() if name in readers})


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _readers(kind: type[Any]) -> dict[str, Callable[[Json], object]]:
    hints = get_type_hints(kind)
    return {name: _reader(hints[name]) for name in _fields(cast(Hashable, kind))}


def _reader(hint: object) -> Callable[[Json], object]:
    """A function from the plain value to one of type `hint`."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_reader(args)
    if hint in _LISTED:
        return lambda parts: cast(type, hint)(*parts)
    if origin is tuple:
        inner = _reader(args[0])
        return lambda parts: tuple(inner(part) for part in parts)
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if dataclasses.is_dataclass(hint):
        return lambda data: restored(cast(type, hint), data)
    return lambda value: value


def _union_reader(args: tuple[object, ...]) -> Callable[[Json], object]:
    """For "X | None": None stays, a list is a tuple or Span, all else goes to the one structured type, if any."""
    readers = [_reader(arg) for arg in args if arg is not type(None)]
    if len(readers) == 1:
        only = readers[0]
        return lambda value: None if value is None else only(value)
    return lambda value: tuple(value) if isinstance(value, list) else value
