"""One value of the model as bytes, and back: what a partition holds of a report.

Pickled, as JSON of the same values takes three times as long to make; and read back by a reader that makes nothing
but values of the model, so that a partition which somebody tampered with is refused and never run.
"""

from __future__ import annotations

import io
import pickle
from enum import Enum
from typing import Any, TypeVar

from habeas.errors import ScaleError

__all__ = ["packed", "unpacked"]

T = TypeVar("T")

_HOMES = ("habeas.model.", "habeas.trace.", "habeas.scale.")
_OTHERS = {
    ("datetime", "date"),
    ("numpy", "dtype"),
    ("numpy", "ndarray"),
    ("numpy._core.multiarray", "_reconstruct"),
    ("numpy._core.numeric", "_frombuffer"),
    ("numpy._core.multiarray", "scalar"),
}
"""What the values of the model and the sketches of tracing are made of, besides classes of our own."""


_BROKEN = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    TypeError,
    ValueError,
)
"""What reading bytes that were never packed may end in."""


def packed(value: object) -> bytes:
    """`value`, a frozen dataclass of the model or a sketch of tracing, as bytes."""
    return pickle.dumps(value, 5)


def unpacked(kind: type[T], data: bytes, where: str) -> T:
    """The `kind` that `packed` made `data` of. Raises ScaleError, naming `where`, when it is anything else.

    >>> from habeas.model.dossier import Failure
    >>> unpacked(Failure, packed(Failure("a.txt", "is empty")), "a partition")
    Failure(doc='a.txt', reason='is empty')
    """
    try:
        value = _Reader(io.BytesIO(data)).load()
    except _BROKEN as error:
        raise ScaleError(where, f"holds no {kind.__name__} ({error}); delete it and build again") from error
    if not isinstance(value, kind):
        raise ScaleError(
            where, f"holds a {type(value).__name__}, not a {kind.__name__}; delete it and build again"
        )
    return value


class _Reader(pickle.Unpickler):
    """Finds classes of the model alone."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        if module.startswith(_HOMES) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        if (module, name) == ("builtins", "getattr"):
            return _member
        raise pickle.UnpicklingError(f"{module}.{name} is none of ours")


def _member(kind: object, name: str) -> Enum:
    """A member of an enumeration of the model: Python before 3.11.4 packs one as `getattr` of its class and name."""
    if isinstance(kind, type) and issubclass(kind, Enum) and kind.__module__.startswith(_HOMES):
        return kind[name]
    raise pickle.UnpicklingError(f"{name} is no member of ours")
