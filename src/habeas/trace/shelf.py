"""Values one after another, read by their number: in memory while they fit, beyond that in a file."""

from __future__ import annotations

import os
import pickle
from array import array
from collections import OrderedDict
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

__all__ = ["Shelf", "packed"]

T = TypeVar("T")


def packed(value: object) -> bytes:
    """A value as a shelf stores it."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


class Shelf(Generic[T]):
    """A sequence that only grows. `memory` bounds what is held in bytes, measured as stored; half of it is for values
    that were read back. The file is the shelf's own, has no name and is gone with it.
    """

    def __init__(self, memory: int) -> None:
        self._memory = memory // 2
        self._held = bytearray()
        self._ends = array("Q", [0])
        self._file: IO[bytes] | None = None
        self._kept: OrderedDict[int, T] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def append(self, value: T) -> None:
        """Put a value at the end."""
        self.append_packed(packed(value))

    def append_packed(self, stored: bytes) -> None:
        """Put a value at the end that was `packed` elsewhere."""
        self._held += stored
        self._ends.append(self._ends[-1] + len(stored))
        if len(self._held) > self._memory:
            if self._file is None:
                self._file = TemporaryFile(prefix="habeas-", buffering=0)  # noqa: SIM115 - as long as the shelf
            self._file.write(self._held)
            self._held.clear()

    @property
    def spilled(self) -> int:
        """Bytes that lie in the file."""
        return self._ends[-1] - len(self._held)

    def __getitem__(self, number: int) -> T:
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        value = self._read(number)
        self._kept[number] = value
        # Unpacked, a value takes some four times what it takes as stored.
        if len(self._kept) * 4 * self._ends[-1] > self._memory * len(self):
            self._kept.popitem(last=False)
        return value

    def _read(self, number: int) -> T:
        start, end = self._ends[number], self._ends[number + 1]
        if start >= self.spilled:
            stored = bytes(self._held[start - self.spilled : end - self.spilled])
        else:
            assert self._file is not None
            stored = os.pread(self._file.fileno(), end - start, start)
        value: T = pickle.loads(stored)
        return value
