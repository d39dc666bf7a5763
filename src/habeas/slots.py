"""Slots: how the Python sources make frozen values, and send them to another process, twice as fast.

The constructor that `dataclass` makes for a frozen class asks `object` to set each field by its name. A field of a slotted
class has a descriptor that sets it directly: the same value in half the time, and a tenth of the time that reading takes.
What `dataclass` makes for pickling goes through a list of the fields for every value, and back; here a value is its class
and what its constructor takes. The compiled core has both already (`habeas.constructors`) and is left as it is.
"""

from __future__ import annotations

import copyreg
import sys
from dataclasses import MISSING, fields, is_dataclass
from types import FunctionType, MemberDescriptorType
from typing import Any

__all__ = ["quicken"]

_MADE_BY_DATACLASS = "<string>"
"""The file that a constructor says it is from when `dataclass` made it."""
_MADE_HERE = "<slots>"


def quicken(*packages: str) -> None:
    """Give the frozen, slotted dataclasses of these packages, as far as they are loaded, constructors that set slots and
    a short form for pickling.

    >>> from habeas.model.span import Span
    >>> quicken("habeas.model")
    >>> Span(3, end=8)
    Span(start=3, end=8)
    """
    held = tuple(f"{name}." for name in packages)
    found = [
        kind
        for name, module in list(sys.modules.items())
        if name.startswith(held)
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == name and _is_slow(kind)
    ]
    names: dict[str, Any] = {}
    source = "".join(_written(number, kind, names) for number, kind in enumerate(found))
    exec(
        compile(source, _MADE_HERE, "exec"), names
    )  # as `dataclass` does, of nothing but the names of fields
    for number, kind in enumerate(found):
        made: FunctionType = names[f"made_{number}"]
        was: FunctionType = vars(kind)["__init__"]
        made.__name__, made.__qualname__, made.__module__ = was.__name__, was.__qualname__, was.__module__
        made.__annotations__ = was.__annotations__
        setattr(kind, "__init__", made)  # noqa: B010 - mypy knows no other way to say it
        if "__reduce__" not in vars(kind):
            copyreg.pickle(kind, names[f"sent_{number}"])


def _is_slow(kind: type) -> bool:
    """Whether `dataclass` made the constructor of a class with frozen slots, and it does nothing but set them."""
    made = vars(kind).get("__init__")
    if not is_dataclass(kind) or not isinstance(made, FunctionType):
        return False
    plain = all(
        one.init
        and not one.kw_only
        and one.default_factory is MISSING
        and isinstance(getattr(kind, one.name, None), MemberDescriptorType)
        for one in fields(kind)
    )
    frozen = "__setattr__" in vars(kind) and not hasattr(kind, "__post_init__")
    return plain and frozen and made.__code__.co_filename == _MADE_BY_DATACLASS


def _written(number: int, kind: type, names: dict[str, Any]) -> str:
    """The source of a constructor and of what is sent for a value; what they call is put into `names`."""
    names[f"kind_{number}"] = kind
    taken, body = ["made_value"], ""
    for one in fields(kind):
        names[f"set_{number}_{one.name}"] = getattr(kind, one.name).__set__
        names[f"else_{number}_{one.name}"] = one.default
        unless = "" if one.default is MISSING else f"=else_{number}_{one.name}"
        taken.append(f"{one.name}{unless}")
        body += f"    set_{number}_{one.name}(made_value, {one.name})\n"
    held = "".join(f"value.{one.name}, " for one in fields(kind))
    return (
        f"def made_{number}({', '.join(taken)}):\n{body or '    pass'}\n"
        f"def sent_{number}(value): return kind_{number}, ({held})\n"
    )
